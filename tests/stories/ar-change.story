# Change, add, back.
> /start
> [العربية]
> 1
> 3
> 2
> تخطي
> Heide
> 3
> 2
> 3
> Husum
> 3
> لا أستطيع القيادة
> رجوع
> 2
> 1
