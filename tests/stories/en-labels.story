# Every choice by its label, as a person would type it.
> hi
> english
> yes save them
> GETTING AROUND
> no bus or wrong time
> the bus is gone
> Liepa
> this week
> send
