# No is a good answer: nothing is saved, there are numbers, and one can begin again.
> /start
> [English]
> [No]
> hello again
> [No]
> [Start again]
> no
