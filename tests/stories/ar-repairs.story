# Three repairs.
> /start
> [العربية]
> 1
> 99
> 99
> 99
> 1
> 99
> 99
> 99
