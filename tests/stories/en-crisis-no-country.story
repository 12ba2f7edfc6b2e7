# No country is known: 112, and where are you.
country: none
> /start
> [English]
> [No]
> I want to die tonight
