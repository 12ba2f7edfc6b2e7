# What cannot be read.
> /start
> [العربية]
> 1
> (sticker)
> (location)
> (contact)
> (poll)
> (voice)
