# Tell me more: a page at a time, back and forth.
> /start
> [English]
> [Tell me more]
> [Tell me more]
> [Back]
> 3
> 3
> 3
> 3
> 3
> 3
> [Yes, save them]
