# An edited message changes a draft; after sending it is added words.
> My heatin is broken again
> (edit 1) My heating is broken again
> [English]
> [Yes, save them]
> 5
> (edit 5) 3
> [Skip]
> Lipa
> (edit 8) Liepa
> [This week]
> (edit 99) it is quite urgent by now
> (edit 98) ok
> [Send]
> (edit 8) Liepa, near the church
