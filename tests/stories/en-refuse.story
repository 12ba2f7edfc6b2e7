# No is a good answer: nothing is saved, there are numbers, and one can begin again.
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
< Violence at home: 116 016 (day and night)
< Victims of crime: 116 006
< You can write START at any time. Then we begin again.
  [Start again]
> hello again
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
< Violence at home: 116 016 (day and night)
< Victims of crime: 116 006
< You can write START at any time. Then we begin again.
  [Start again]
> [Start again]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> no
! Refused
< OK. I save nothing. I can show phone numbers.
< Emergency: 112
< Violence at home: 116 016 (day and night)
< Victims of crime: 116 006
< You can write START at any time. Then we begin again.
  [Start again]
