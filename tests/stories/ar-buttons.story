# Every question by its number, in Arabic.
device: ar
> /start
> ١
> ١
> ٣
> ٢
> الحافلة لا تأتي إلى قريتنا منذ شهر
> Heide
> ٣
> ١
> /requests
