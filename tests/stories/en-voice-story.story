# The story as a voice message.
> /start
> [English]
> [Yes, save them]
> [My home]
> [Repairs, heating]
> (voice)
> Liepa
> [This week]
> [Change]
> [Your words]
> [Keep it]
> [Send]
