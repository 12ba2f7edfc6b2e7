# A question from staff is shown whole at once; the next free words are filed with it; the open form comes again.
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
> [No, thank you]
< Thank you.
  [Menu]
> (staff) When are you at home?
< A person from Heide Social Service writes to you:
< When are you at home?
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> On Monday after 10
! Reply s10 N-7KM-4QA On Monday after 10
< Thank you. I have passed on your words.
  [Menu]
> /need
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
> (staff) Is Tuesday good too?
< A person from Heide Social Service writes to you:
< Is Tuesday good too?
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> help
< I ask a few short questions. Tap a button, write its number, or use your own words.
< These words always work: BACK, SKIP, MENU, PERSON, LANGUAGE, STOP, DELETE.
< If you need help at once, please call:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< A person from Heide Social Service writes to you:
< Is Tuesday good too?
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> yes
! Reply s14 N-7KM-4QA yes
< Thank you. I have passed on your words.
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
> [No bus, or wrong time]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (staff) One
< A person from Heide Social Service writes to you:
< One
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (staff) Two
< A person from Heide Social Service writes to you:
< Two
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (voice)
! Reply s19 N-7KM-4QA None [{'ref': 'file20', 'media': 'voice'}]
! Keep [{'ref': 'file20', 'media': 'voice'}]
< Thank you. I have passed on your words.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (reply 18) This is for the first
! Reply s18 N-7KM-4QA This is for the first
< Thank you. I have passed on your words.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (staff) Three
< A person from Heide Social Service writes to you:
< Three
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (staff) Four
< A person from Heide Social Service writes to you:
< Four
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (late) I wrote this before
< I have added your last words. My question was this:
< A person from Heide Social Service writes to you:
< Four
< You can answer in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Back]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Ride to the doctor]
< I have changed that.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> fine for me
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
