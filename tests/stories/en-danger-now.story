# Danger now at the question when.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [Skip]
> [Skip]
> Liepa
> [Danger now]
> [Send]
