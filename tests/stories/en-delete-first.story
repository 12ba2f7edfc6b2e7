# Delete before anything was told.
> /delete
> yes
> /delete
> no
