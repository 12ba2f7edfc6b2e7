# A municipality informs instead of asking for consent.
basis: public-task
> /start
> [English]
> [Tell me more]
> [Go on]
> [Back]
> stop
> /start
> 1
> 1
> [Skip]
