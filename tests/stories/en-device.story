# The device says which language comes first.
device: ar-EG
> /start
> 1
