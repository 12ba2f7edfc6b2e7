# Details that speak of danger: some ring at staff, some only show numbers.
> /start
> [English]
> [Yes, save them]
> [I am not safe]
> [Someone hurts me]
> [Back]
> [Danger right now]
> {detail:SAF.child~1st}
> {topic:HEA~1st}
> [Feeling very low]
> {topic:HOM~1st}
> [No place to sleep]
> [Skip]
> Liepa
> [Skip]
> [Send]
