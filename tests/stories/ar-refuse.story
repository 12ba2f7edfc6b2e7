# No, and the numbers.
> /start
> [العربية]
> لا
