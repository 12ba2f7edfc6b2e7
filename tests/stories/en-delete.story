# Delete: asked once more, then really done. No keeps everything.
> /start
> [English]
> [Yes, save them]
> [Getting around]
> delete
> [No, go back]
> /delete
> maybe
> no
> delete
> [Back]
> delete
> [Yes, delete]
> hello
