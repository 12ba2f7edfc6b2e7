# A month's pause needs no recovery.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
@ +31d
> The bus is gone
@ +80d
> hello
@ +2d
> 1
