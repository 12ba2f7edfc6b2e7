# Who asked for a person before consent is answered, and asked for a yes before words are kept.
> person
! Alarm person
< A person from Heide Social Service will write to you here by Tuesday 5 May. For this we keep only how to reach you in this app.
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
> (staff) How can I help you?
< A person from Heide Social Service writes to you:
< How can I help you?
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> I need a bed for tonight please
< I keep your words for now. They are saved only if you say yes.
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
> (staff) A bed is free. Do you want it?
< A person from Heide Social Service writes to you:
< A bed is free. Do you want it?
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> yes please
! Reply s6 None yes please
< Thank you. I have passed on your words.
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
