# At the check, one line is changed, and the talk comes back to it. A new topic hides the detail; it returns with the old topic.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [No bus, or wrong time]
> The bus is gone
> Liepa
> [This week]
> [Change]
> 4
> Cēsis
> [Change]
> [Topic]
> [Health]
> [See a doctor]
> [Change]
> topic
> [Getting around]
> [Ride to the doctor]
> [Change]
> [Back]
> [Change]
> nonsense
> [When]
> [It can wait]
> [Send]
