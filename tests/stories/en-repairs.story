# Three different repairs in a row: said otherwise, buttons only, a person. Nothing told is lost.
> /start
> klingon
> klingon
> klingon
> klingon
> [English]
> perhaps
> perhaps later when I know more
> perhaps
> [Yes, save them]
> 99
> 99
> 99
> [Health]
> hm
> 9
> I do not know which it is
> [See a doctor]
> 123
> ?!
> 5
> Liepa
> soon
> whenever somebody has time for me
> hm
> [Skip]
> hm
> hm
> hm
> [Send]
