# The first message is the story.
> الحافلة إلى الطبيب توقفت منذ شهر
> [العربية]
> نعم
> 3
> 1
> Heide
> 3
> 1
