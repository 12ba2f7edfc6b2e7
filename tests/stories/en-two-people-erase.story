# Each forgets only their own. The other one goes on.
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 2
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> [English]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
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
  [Someone else writes]
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [Yes, delete]
! Erase D-7KM-5Q3
< Done. We deleted your data on Monday 4 May.
< This number proves it: D-7KM-5Q3. It does not say who you are.
< Your app may still keep this chat. You can delete it there.
  [I am person 1]
  [Start again]
> [I am person 1]
! person 1
< Person 1 is writing now.
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
# Person 2 is gone: a new one gets that number.
> someone else
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 2
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> [English]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [No]
! Refused
< OK. I save nothing. I can show phone numbers.
< Emergency: 112
< Violence at home: 116 016 (day and night)
< Victims of crime: 116 006
< You can write START at any time. Then we begin again.
  [I am person 1]
  [Start again]
> [I am person 1]
! person 1
< Person 1 is writing now.
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
  [Someone else writes]
# Now the first one goes, and the other starts again where they said no.
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [Yes, delete]
! Erase D-7KM-6Q2
< Done. We deleted your data on Monday 4 May.
< This number proves it: D-7KM-6Q2. It does not say who you are.
< Your app may still keep this chat. You can delete it there.
  [I am person 2]
  [Start again]
> [I am person 2]
! person 2
< Person 2 is writing now.
< What would you like to do?
  [1 Tell what I need]
  [2 Tell an idea]
  [3 See my requests]
  [4 Talk to a person]
  [5 Help]
  [6 Remind me later]
  [7 Another language]
  [8 Stop messages]
  [9 My permissions]
  [10 Get my data]
  [11 Delete my data]
  [12 Someone else writes]
  [Back]
> [Start again]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
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
  [Someone else writes]
> [Someone else writes]
< Who is writing now?
  [1 Person 2]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 1
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> [العربية]
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟
  [1 نعم، احفظوها]
  [2 لا]
  [3 معلومات أكثر]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> [شخص آخر يكتب]
< من يكتب الآن؟
  [1 الشخص 1]
  [2 الشخص 2]
  [3 شخص جديد]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
> [الشخص 2]
! person 2
< Person 2 is writing now.
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
  [Someone else writes]
