# What cannot be read is named, and the question repeats.
> /start
> [English]
> [Yes, save them]
> (sticker)
> (location)
> (contact)
> (poll)
> (other)
> (blocked)
> (unblocked)
> (group)
> [Getting around]
> [Skip]
> [Skip]
> (location)
