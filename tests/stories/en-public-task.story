# A municipality informs instead of asking for consent.
basis: public-task
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
< We save your answers to help you. You can ask us to delete them.
< Shall we go on?
  [1 Go on]
  [2 Stop]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Tell me more]
< Who we are: Heide Social Service runs this service. People from Heide Social Service read your answers. I only ask and pass on.
< Shall we go on?
  [1 Go on]
  [2 Stop]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Go on]
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
> [Back]
< Your answer was: Go on
< I am a computer program. I work for Heide Social Service.
< We save your answers to help you. You can ask us to delete them.
< Shall we go on?
  [1 Go on]
  [2 Stop]
  [3 Tell me more]
  [Keep it]
  [Back]
  [Person]  [Help]  [Language]
> stop
! Erase
< OK. I save nothing. I can show phone numbers.
< Emergency: 112
< Violence at home: 116 016 (day and night)
< Victims of crime: 116 006
< You can write START at any time. Then we begin again.
  [Start again]
> /start
< I am a computer program. I work for Heide Social Service.
< We save your answers to help you. You can ask us to delete them.
< Shall we go on?
  [1 Go on]
  [2 Stop]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> 1
! Consented help True en words
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
> 1
< Health: what is it about?
  [1 See a doctor]
  [2 Teeth]
  [3 Feeling very low]
  [4 Medicine]
  [5 Glasses, hearing aid]
  [6 Alcohol or drugs]
  [7 Cannot pay for health]
  [8 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
