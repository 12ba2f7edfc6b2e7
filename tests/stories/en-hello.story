# A reader opens the talk: greeted where there is none, else the question that stands open, or the menu.
> (hello)
> (hello)
> /start
> [English]
> [Yes, save them]
> (hello)
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> (hello)
> (hello)
> The bus is gone since last week
> [Yes, add it]
