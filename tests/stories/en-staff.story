# A question from staff is shown whole at once; the next free words are filed with it; the open form comes again.
> /start
> [English]
> [Yes, save them]
> [Skip]
> [Skip]
> [Skip]
> [Skip]
> [Send]
> (staff) When are you at home?
> On Monday after 10
> /need
> [Getting around]
> (staff) Is Tuesday good too?
> help
> yes
> [No bus, or wrong time]
> (staff) One
> (staff) Two
> (voice)
> (reply 17) This is for the first
> (staff) Three
> [Skip]
> (staff) Four
> (late) I wrote this before
> [Back]
> [Ride to the doctor]
> fine for me
