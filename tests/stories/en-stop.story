# Stop: we do not write by ourselves. Before consent everything in transit goes; after it the draft stays.
> /start
> stop
> /start
> [English]
> [Yes, save them]
> [Getting around]
> /stop
> [Start again]
