# A first text of four words or more is the story: kept, and seen at the check.
> The bus to my doctor stopped last month
> [English]
> [Yes, save them]
> [Getting around]
> [Ride to the doctor]
> Liepa
> [This week]
> [Send]
