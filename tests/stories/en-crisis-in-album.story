# Words of crisis under a later picture of an album are answered.
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
> [My home]
< My home: what is it about?
  [1 No place to sleep]
  [2 I may lose my home]
  [3 Find a home]
  [4 Repairs, heating]
  [5 Stairs, bath, ramps]
  [6 Rent or landlord]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Repairs, heating]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (photo album=a) This is the roof
! Keep [{'ref': 'file6', 'media': 'photo'}]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (photo album=a)
! Keep [{'ref': 'file7', 'media': 'photo'}]
> (photo album=a) I want to kill myself
! Alarm die
! Keep [{'ref': 'file8', 'media': 'photo'}]
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Where do you live? Write the name of your town or village.
  [I am fine, go on]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
