# A crisis that belongs to what was sent does not raise a later need; one in the words of a new need does.
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
> kill myself
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< What would you like to do?
  [I am fine, go on]
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
> [It can wait]
< Please check:
< Topic: not answered
< Your words: not answered
< Place: not answered
< When: It can wait
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q9 need en U4
= language: en
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: wait
< Thank you. Your number is N-7KM-5Q9. A person will write here by Wednesday 3 June.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> no
< Thank you.
  [Menu]
> my husband beats me every night
! Alarm hurt
< Can someone else read this phone? If so, delete this chat when you have read it. You can get help from people you can trust:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Thank you. Does this belong to your request N-7KM-5Q9?
  [I am fine, go on]
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
> [It can wait]
< Please check:
< Topic: not answered
< Your words: my husband beats me every night
< Place: not answered
< When: It can wait
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-6Q7 need en U0
= language: en
= consent: yes
= topic: not answered
= story: my husband beats me every night
= place: not answered
= urgency: wait
< Thank you. Your number is N-7KM-6Q7. A person will write here by Tuesday 5 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> no
< Thank you.
  [Menu]
> my husband beats me every night
! Alarm hurt
< Can someone else read this phone? If so, delete this chat when you have read it. You can get help from people you can trust:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Thank you. Does this belong to your request N-7KM-6Q7?
  [I am fine, go on]
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, add it]
! Amend N-7KM-6Q7 my husband beats me every night
< Thank you. I have added your words to N-7KM-6Q7.
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
> [It can wait]
< Please check:
< Topic: not answered
< Your words: not answered
< Place: not answered
< When: It can wait
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-7Q7 need en U4
= language: en
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: wait
< Thank you. Your number is N-7KM-7Q7. A person will write here by Wednesday 3 June.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
