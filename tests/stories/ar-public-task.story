# A municipality informs.
basis: public-task
> /start
> [العربية]
> 3
> 1
