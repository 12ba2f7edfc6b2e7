# Words of crisis, anywhere in the talk: numbers first, staff are told, the talk goes on.
> I want to kill myself
> [I am fine, go on]
> [English]
> my husband beats me every night
> [Yes, save them]
> [I am fine, go on]
> [I feel alone]
> kill myself
> [I have no one to talk to]
> Liepa
> [This week]
> [Send]
