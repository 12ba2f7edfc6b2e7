# The same as the very first message.
> (sticker)
> (contact)
