# A place that is a story is kept as one.
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
> [Health]
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
> [Skip]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> It is the third house behind the old mill, where the road to the lake begins, but you have to ask for me at the shop because the bell is broken
< Thank you. I have written down your words.
< Please write only the name. For example: Liepa.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (voice)
! Keep [{'ref': 'file8', 'media': 'voice'}]
< Thank you. I have kept it. A person will look at it.
< Please write the name of a town near you, or tap “Skip”.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Liepa
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
