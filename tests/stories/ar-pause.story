# A month's pause.
> /start
> [العربية]
> 1
> 3
> 2
@ +31d
> الحافلة لا تأتي
