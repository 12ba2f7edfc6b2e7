# Words of several messages: an edit finds its own part.
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
> FIRST it drips
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
> SECOND and it is cold in here
< Thank you. I have written down your words.
< Please tap what fits, or write its number. For example, write: 3.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (edit 8) SECOND and it is very cold in here
< I saw that you changed your message. I changed it too.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (edit 6) FIRST it pours
< I saw that you changed your message. I changed it too.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [This week]
< Please check:
< Topic: My home
< About: Repairs, heating
< Your words: FIRST it pours
< 
< SECOND and it is very cold in here
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q5 need en U2
= language: en
= consent: yes
= topic: HOM
= detail: HOM.repair
= story: FIRST it pours\n\nSECOND and it is very cold in here
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q5. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
