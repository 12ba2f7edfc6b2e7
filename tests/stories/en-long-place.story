# A place that is a story is kept as one.
> /start
> [English]
> [Yes, save them]
> [Health]
> [Skip]
> [Skip]
> It is the third house behind the old mill, where the road to the lake begins, but you have to ask for me at the shop because the bell is broken
> (voice)
> Liepa
