# Voice and pictures: kept wherever they come.
> /start
> (voice)
> [English]
> [Yes, save them]
> (photo) Look at this
> [My home]
> [Repairs, heating]
> (voice)
> Liepa
> [This week]
> [Send]
> (voice)
> [Yes, add it]
> (voice)
> [No, it is new]
