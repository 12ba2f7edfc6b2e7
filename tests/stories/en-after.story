# After sending: thanks is thanks, a story belongs to it or is new, nothing is lost.
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
> [Getting around]
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
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
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
< Topic: Getting around
< About: not answered
< Your words: not answered
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q2 need en U2
= language: en
= consent: yes
= topic: MOB
= detail: not answered
= story: not answered
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q2. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
> thanks
< What would you like to do?
  [1 Tell what I need]
  [2 Tell an idea]
  [3 See my requests]
  [4 Talk to a person]
  [5 Help]
  [6 Remind me later]
  [7 Another language]
  [8 Stop messages]
  [9 My permissions]
  [10 Get my data]
  [11 Delete my data]
  [12 Someone else writes]
  [Back]
> The bus also does not stop at school
< Thank you. Does this belong to your request N-7KM-5Q2?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> wat is
< I ask a few short questions. Tap a button, write its number, or use your own words.
< These words always work: BACK, SKIP, MENU, PERSON, LANGUAGE, STOP, DELETE.
< If you need help at once, please call:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< Thank you. Does this belong to your request N-7KM-5Q2?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> And it is far to walk there
< Thank you. I have written down your words.
< Please tap what fits, or write its number.
< Thank you. Does this belong to your request N-7KM-5Q2?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, add it]
! Amend N-7KM-5Q2 The bus also does not stop at school
! Amend N-7KM-5Q2 And it is far to walk there
< Thank you. I have added your words to N-7KM-5Q2.
  [Menu]
> My roof is leaking into the kitchen
< Thank you. Does this belong to your request N-7KM-5Q2?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> back
< This is the first question.
< Thank you. Does this belong to your request N-7KM-5Q2?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [No, it is new]
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
< Your words: My roof is leaking into the kitchen
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-6Q7 need en U2
= language: en
= consent: yes
= topic: HOM
= detail: HOM.repair
= story: My roof is leaking into the kitchen
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-6Q7. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
> /requests
< Your requests:
< Number N-7KM-6Q7: we got it. A person writes by Thursday 7 May.
< Number N-7KM-5Q2: we got it. A person writes by Thursday 7 May.
< Which one do you mean?
  [1 N-7KM-6Q7]
  [2 N-7KM-5Q2]
  [Back]
  [Person]  [Help]  [Language]
