# Every button is tapped twice: nothing moves a second time.
> /start
> [English]
> [Yes, save them]
> [Yes, save them]
> [Getting around]
> [Getting around]
> [No bus, or wrong time]
> [No bus, or wrong time]
> [Skip]
> {story!skip~1st}
> Liepa
> [Back]
> {urgency!back~1st}
> [Keep it]
> [This week]
> [This week]
> [Send]
> [Send]
