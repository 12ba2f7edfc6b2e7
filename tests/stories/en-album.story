# An album is one answer.
> /start
> [English]
> [Yes, save them]
> [My home]
> [Repairs, heating]
> (photo album=a) This is the roof
> (photo album=a)
> (photo album=a)
> Liepa
> [This week]
> [Send]
