# What became of it, in plain words.
> /start
> [English]
> [Yes, save them]
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> (status_seen)
> status
> (status_not_possible)
> requests
