# Somebody to talk to, where the country has a number that is certain.
country: LV
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
> I want to die tonight
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Someone to talk to: 116 123 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. Nobody may be there to read it now.
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
> help
< I ask a few short questions. Tap a button, write its number, or use your own words.
< These words always work: BACK, SKIP, MENU, PERSON, LANGUAGE, STOP, DELETE.
< If you need help at once, please call:
< Emergency: 112
< Someone to talk to: 116 123 (day and night)
< Violence at home: 116 006 (7–22)
< Help for children: 116 111
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
< Someone to talk to: 116 123 (day and night)
< Violence at home: 116 006 (7–22)
< Help for children: 116 111
< You can write START at any time. Then we begin again.
  [Start again]
