# Who asked for a person before consent is answered, and asked for a yes before words are kept.
> person
> [English]
> (staff) How can I help you?
> I need a bed for tonight please
> [Yes, save them]
> (staff) A bed is free. Do you want it?
> yes please
