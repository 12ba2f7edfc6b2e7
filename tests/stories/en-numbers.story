# Every question by its number, in any script's digits.
> /start
> 1
> 1
> ٣
> ۲
> No bus on Sundays
> Liepa
> 3.
> १
