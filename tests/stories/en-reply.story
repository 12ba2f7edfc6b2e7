# A platform's reply goes to the question it replies to.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
> The bus is gone
> Liepa
> (reply 6) Cēsis
> (reply 4) Health
> (reply 1) English
> [This week]
