# Did you get help? Each answer is kept at once.
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
@ +7d
> (follow_up)
< Hello from Heide Social Service. It is about number N-7KM-4QA.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> [A little]
! Consented followup True en tap
! Complete N-7KM-4QA [{'question': 'helped', 'value': 'little', 'label': 'A little', 'message': '11'}]
< What was the problem?
  [1 No such service]
  [2 Too far, no ride]
  [3 Too long to wait]
  [4 Too expensive]
  [5 Language]
  [6 Not allowed for me]
  [7 Not what I need]
  [8 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Too far, no ride]
! Complete N-7KM-4QA [{'question': 'barrier', 'value': 'far', 'label': 'Too far, no ride', 'message': '12'}]
< How is it for you now?
  [1 Better]
  [2 The same]
  [3 Worse]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Worse]
! Alarm worse
! Complete N-7KM-4QA [{'question': 'now', 'value': 'worse', 'label': 'Worse', 'message': '13'}]
< Shall we close this?
  [1 Close it]
  [2 Keep it open]
  [3 Call me]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Keep it open]
! Complete N-7KM-4QA [{'question': 'close', 'value': 'keep_open', 'label': 'Keep it open', 'message': '14'}]
< Do you want to tell us more?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Nobody came and I want to die
! Alarm die
! Complete N-7KM-4QA [{'question': 'more', 'value': 'Nobody came and I want to die', 'message': '15'}]
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
  [I am fine, go on]
> [I am fine, go on]
! Alarm die True
< Good to hear that. Let us go on.
  [Menu]
@ +23d
> (follow_up)
< Hello from Heide Social Service. It is about number N-7KM-4QA.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> [Yes]
! Complete N-7KM-4QA [{'question': 'helped', 'value': 'yes', 'label': 'Yes', 'message': '18'}]
< How is it for you now?
  [1 Better]
  [2 The same]
  [3 Worse]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Better]
! Complete N-7KM-4QA [{'question': 'now', 'value': 'better', 'label': 'Better', 'message': '19'}]
< Shall we close this?
  [1 Close it]
  [2 Keep it open]
  [3 Call me]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Close it]
! Complete N-7KM-4QA [{'question': 'close', 'value': 'close', 'label': 'Close it', 'message': '20'}]
< Do you want to tell us more?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Thank you.
  [Menu]
@ +7d
> (follow_up)
< Hello from Heide Social Service. It is about number N-7KM-4QA.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> [Stop asking]
! Consented followup False en tap
! Complete N-7KM-4QA [{'question': 'helped', 'value': 'stop', 'label': 'Stop asking', 'message': '23'}]
< Thank you.
  [Menu]
> (follow_up)
