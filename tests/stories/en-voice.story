# Voice and pictures: kept wherever they come.
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> (voice)
< Thank you. I keep it for now. It is saved only if you say yes.
< Please tap your language, or write its number.
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
! Keep [{'ref': 'file2', 'media': 'voice'}]
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
> (photo) Look at this
! Keep [{'ref': 'file5', 'media': 'photo'}]
< Thank you. I have kept it. A person will look at it.
< Which of these fits best? For example, tap “Health”.
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
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (voice)
! Keep [{'ref': 'file8', 'media': 'voice'}]
< Thank you. I have kept it. A person will look at it.
< Please write only the name. For example: Liepa.
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
> [This week]
< Please check:
< Topic: My home
< About: Repairs, heating
< Your words: Look at this, voice message, picture, voice message
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q4 need en U2
= language: en
= consent: yes
= topic: HOM
= detail: HOM.repair
= story: Look at this + voice + photo + voice
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q4. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
> (voice)
< Thank you. Does this belong to your request N-7KM-5Q4?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, add it]
! Amend N-7KM-5Q4 None [{'ref': 'file13', 'media': 'voice'}]
! Keep [{'ref': 'file13', 'media': 'voice'}]
< Thank you. I have added your words to N-7KM-5Q4.
  [Menu]
> (voice)
< Thank you. Does this belong to your request N-7KM-5Q4?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [No, it is new]
! Keep [{'ref': 'file15', 'media': 'voice'}]
< Thank you. I have written down your words.
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
