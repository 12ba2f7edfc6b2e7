# My requests, in Arabic.
> /start
> [العربية]
> 1
> تخطي
> تخطي
> تخطي
> تخطي
> 1
> /requests
> 1
> أحتاج أيضا إلى مترجم
> طلباتي
> 2
> نعم
> /requests
