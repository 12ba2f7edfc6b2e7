# A message from before the open question was put is added words, and the question repeats.
> /start
> (late) hello
> (late) my heating is broken again
> [English]
> [Yes, save them]
> [My home]
> (late) 2
> [Repairs, heating]
> (late) It has been cold since Monday
> Liepa
> (late) menu
