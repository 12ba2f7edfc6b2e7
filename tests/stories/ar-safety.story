# Details that speak of danger.
> /start
> [العربية]
> 1
> 7
> 2
> {detail:SAF.die~1st}
> {detail:SAF.child~1st}
> {urgency:now~1st}
