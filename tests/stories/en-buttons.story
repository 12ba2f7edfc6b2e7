# Every question by its button: eight answers from hello to sent.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
> The bus stopped last month and I cannot get to town.
> Liepa
> [This week]
> [Send]
> /requests
