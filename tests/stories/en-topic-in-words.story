# Words at the topic are the story; the buttons are shown, and the story is not asked for again.
> /start
> [English]
> [Yes, save them]
> no bus
> and it is very cold at the stop
> [Getting around]
> [No bus, or wrong time]
> Liepa
> [It can wait]
> [Send]
