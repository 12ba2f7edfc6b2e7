# Language and consent are on file: five answers, and Back does not go behind them.
> /start
> [English]
> [Yes, save them]
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> /need
> [Back]
> [Getting around]
> [Ride to the doctor]
> [Skip]
> Liepa
> [This month]
> [Send]
> /requests
