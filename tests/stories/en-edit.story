# An edited message changes a draft; after sending it is added words.
> My heatin is broken again
< I keep your words for now. They are saved only if you say yes.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> (edit 1) My heating is broken again
< I saw that you changed your message. I changed it too.
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
> 5
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
> (edit 5) 3
< I saw that you changed your message. I changed it too.
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Lipa
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (edit 8) Liepa
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
< Topic: Getting around
< About: not answered
< Your words: My heating is broken again
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> (edit 99) it is quite urgent by now
< Thank you. I have written down your words.
< Please check:
< Topic: Getting around
< About: not answered
< Your words: My heating is broken again
< 
< it is quite urgent by now
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> (edit 98) ok
< I saw that you changed a message. Please write it again if it is important.
< Please check:
< Topic: Getting around
< About: not answered
< Your words: My heating is broken again
< 
< it is quite urgent by now
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q6 need en U2
= language: en
= consent: yes
= topic: MOB
= detail: not answered
= story: My heating is broken again\n\nit is quite urgent by now
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q6. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
> (edit 8) Liepa, near the church
! Amend N-7KM-5Q6 Liepa, near the church
< Thank you. I have added your words to N-7KM-5Q6.
  [Menu]
