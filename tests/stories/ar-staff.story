# A question from staff, in Arabic.
> /start
> [العربية]
> 1
> تخطي
> تخطي
> تخطي
> تخطي
> 1
> (staff) متى تكون في البيت؟
> يوم الاثنين بعد العاشرة
