# A group says that somebody is young: it is asked about, and taken back.
> /need
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
> [Skip]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Please check:
< Topic: not answered
< Your words: not answered
< Place: not answered
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-4QA need en U3
= language: en
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: not answered
< Thank you. Your number is N-7KM-4QA. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, ask]
< Is this for you or for someone else?
  [1 For me]
  [2 For my family]
  [3 For someone I help]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [For me]
! Complete N-7KM-4QA [{'question': 'for_whom', 'value': 'me', 'label': 'For me', 'message': '10'}]
< Does one of these fit you? You do not have to say.
< With “Done” you agree that we save it.
  [1 Older (65 or more)]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 I raise children alone]
  [6 I care for someone]
  [7 Young, no school or work]
  [8 Mental-health difficulty]
  [9 I live far from others]
  [10 Something else]
  [11 I do not want to say]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Young, no school or work]
< Does one of these fit you? You do not have to say.
< With “Done” you agree that we save it.
  [1 Older (65 or more)]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 I raise children alone]
  [6 I care for someone]
  [7 ✓ Young, no school or work]
  [8 Mental-health difficulty]
  [9 I live far from others]
  [10 Something else]
  [11 I do not want to say]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Done]
! Consented group True en tap
! Complete N-7KM-4QA [{'question': 'group', 'value': 'youth'}]
< How old are you? We ask, because the law protects young people.
  [1 Younger than 16]
  [2 16 or older]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Younger than 16]
! Alarm person
! Consented group False en tap
< A person from Heide Social Service will write to you here by Tuesday 5 May.
< You can also talk to someone there:
< Emergency: 112
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> menu
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
> [My permissions]
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
