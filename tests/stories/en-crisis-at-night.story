# At night nobody may be watching, and the talk says so.
@ 2026-05-03T23:00
> /start
> [English]
> [Yes, save them]
> [I am not safe]
> [Thoughts of dying]
> [I am fine, go on]
