# Back to the consent, and then no: what was agreed to is taken back.
> /start
> [English]
> [Yes, save them]
> [Back]
> [No]
