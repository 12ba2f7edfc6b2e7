# At night nobody may be watching, and the talk says so.
@ 2026-05-03T23:00
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
> [I am not safe]
< I am not safe: what is it about?
  [1 Danger right now]
  [2 Someone hurts me]
  [3 Thoughts of dying]
  [4 A child is in danger]
  [5 Forced or unpaid work]
  [6 Cheated or threatened]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Thoughts of dying]
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. Nobody may be there to read it now.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [I am fine, go on]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [I am fine, go on]
! Alarm die True
< Good to hear that. Let us go on.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
