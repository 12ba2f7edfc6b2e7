# Back reopens the latest answer and shows it, five steps and more.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
> The bus is gone
> Liepa
> [This week]
> [Back]
> [Back]
> [Keep it]
> back
> back
> [Back]
> back
> back
> back
> back
> back
