# Tell me more.
> /start
> [العربية]
> 3
> 3
> 3
> 3
> 3
> 3
> 3
> 2
