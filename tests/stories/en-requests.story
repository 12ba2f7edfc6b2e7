# My requests: state in plain words, add words, stop it, talk to a person.
> /start
> [English]
> [Yes, save them]
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> /requests
> [Back]
> /requests
> [Add words]
> I also need a ride on Monday
> requests
> 1
> (voice)
> /requests
> [Talk to a person]
> /requests
> [Stop this request]
> [No, go back]
> /requests
> 2
> hm
> yes
> /requests
> The bus still does not come
> [Yes, add it]
> /need
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> /requests
> 9
> 2
> [Back]
> /requests
> 1
> hm
> menu
