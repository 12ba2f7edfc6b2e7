# No country is known: 112, and where are you.
country: none
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
> [No]
! Refused
< OK. I save nothing. I can show phone numbers.
< Emergency: 112
< You can write START at any time. Then we begin again.
  [Start again]
> I want to die tonight
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< I keep your words for now. They are saved only if you say yes.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [I am fine, go on]
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
