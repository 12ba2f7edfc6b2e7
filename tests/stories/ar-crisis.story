# Words of crisis in Arabic, before and after consent.
> أريد أن أموت
> [العربية]
> زوجي يضربني كل يوم
> نعم
> {!fine}
> 3
> لا أريد أن أعيش بعد الآن
