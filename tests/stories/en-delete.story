# Delete: asked once more, then really done. No keeps everything.
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> [English]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, save them]
! Consented help True en tap
< What do you need help with? Tap one, write it, or send a voice message.
< If you would like to start something, tap “I have an idea”.
  [1 Health]
  [2 Help at home]
  [3 Getting around]
  [4 Money and food]
  [5 My home]
  [6 I feel alone]
  [7 I am not safe]
  [8 Work]
  [9 Learning, internet]
  [10 Family, children]
  [11 Papers and rights]
  [12 Something else]
  [I have an idea]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Getting around]
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was deleted.
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> /delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> maybe
< Please say yes or no. For example, write: no.
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> no
< OK. Nothing was deleted.
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [Back]
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, delete]
! Erase D-7KM-5Q6
< Done. We deleted your data on Monday 4 May.
< This number proves it: D-7KM-5Q6. It does not say who you are.
< Your app may still keep this chat. You can delete it there.
  [Start again]
> hello
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
