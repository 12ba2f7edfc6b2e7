# At the check, words are added; a voice message too.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Add words]
> I cannot drive any more
> [Add words]
> (voice)
> [Add words]
> [Back]
> And I live on my own now
> [Send]
