# After sending: thanks is thanks, a story belongs to it or is new, nothing is lost.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [Skip]
> [Skip]
> Liepa
> [This week]
> [Send]
> thanks
> The bus also does not stop at school
> what
> And it is far to walk there
> [Yes, add it]
> My roof is leaking into the kitchen
> back
> [No, it is new]
> [My home]
> [Repairs, heating]
> Liepa
> [This week]
> [Send]
> /requests
