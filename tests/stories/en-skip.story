# Everything that can be skipped is skipped: not answered is not no.
> /start
> [English]
> [Yes, save them]
> skip
> [Skip]
> [Skip]
> skip
> skip
> [Send]
