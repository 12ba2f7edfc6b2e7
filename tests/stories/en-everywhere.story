# Words of navigation in every state.
> help
> menu
> person
> requests
> idea
> [English]
> help
> person
> menu
> [Yes, save them]
> help
> menu
> [Back]
> menu
> [Tell what I need]
> [Getting around]
> /help
> /person
> /menu
> 4
> /idea
> /requests
> /language
> back
> /nonsense
> {!listen}
> {!nonsense}
> /start
> [Skip]
> help
> I need help with the bus
> help
> Liepa
> skip
> help
> person
> [Send]
> help
> person
> menu
> [See my requests]
> /need
