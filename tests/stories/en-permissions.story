# My permissions: what was said yes to, each taken back by itself. Stopping the help asks once more.
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
> My permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [Back]
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
  [Back]
  [Person]  [Help]  [Language]
> what is this about please tell
< Thank you. I have written down your words.
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
< Your words: what is this about please tell
< Place: not answered
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q4 need en U3
= language: en
= consent: yes
= topic: not answered
= story: what is this about please tell
= place: not answered
= urgency: not answered
< Thank you. Your number is N-7KM-5Q4. A person will write here by Tuesday 19 May.
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
! Complete N-7KM-5Q4 [{'question': 'for_whom', 'value': 'me', 'label': 'For me', 'message': '13'}]
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
> [Older (65 or more)]
< Does one of these fit you? You do not have to say.
< With “Done” you agree that we save it.
  [1 ✓ Older (65 or more)]
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
> [Done]
! Consented group True en tap
! Complete N-7KM-5Q4 [{'question': 'group', 'value': 'older65'}]
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
< Saving which groups fit you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Forget my groups]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Forget my groups]
! Consented group False en tap
< OK. That has ended now.
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Back]
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (follow_up)
< Hello from Heide Social Service. It is about number N-7KM-5Q4.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> [Yes]
! Consented followup True en tap
! Complete N-7KM-5Q4 [{'question': 'helped', 'value': 'yes', 'label': 'Yes', 'message': '21'}]
< How is it for you now?
  [1 Better]
  [2 The same]
  [3 Worse]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Better]
! Complete N-7KM-5Q4 [{'question': 'now', 'value': 'better', 'label': 'Better', 'message': '22'}]
< Shall we close this?
  [1 Close it]
  [2 Keep it open]
  [3 Call me]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Close it]
! Complete N-7KM-5Q4 [{'question': 'close', 'value': 'close', 'label': 'Close it', 'message': '23'}]
< Do you want to tell us more?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Thank you.
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> !permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Do not ask me later]
! Consented followup False en tap
< OK. That has ended now.
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> (follow_up)
> [Ask me later]
< Please read this first.
< May we write to you later and ask if help came?
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [No]
< OK. Nothing was changed.
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Ask me later]
< Please read this first.
< May we write to you later and ask if help came?
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Consented followup True en words
< Thank you. I have written down your yes.
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Pause everything]
< This button is from an earlier talk.
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (follow_up)
< Hello from Heide Social Service. It is about number N-7KM-5Q4.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Pause everything]
! Restrict True
< OK. Everything is paused. Nobody may use your answers now.
< Hello from Heide Social Service. It is about number N-7KM-5Q4.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
> /need
< Your answers are paused. Nobody uses them now.
< What do you need help with? Tap one, write it, or send a voice message.
< If you would like to start something, tap “I have an idea”.
  [My permissions]
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
> [My permissions]
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< Your answers are paused. Nobody uses them now.
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 End the pause]
  [Back]
  [Person]  [Help]  [Language]
> [End the pause]
! Restrict False
< OK. The pause is over. We go on helping you.
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
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Stop the help]
< We stop using your answers. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was changed.
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
> my permissions
< You said yes to this:
< Saving your answers to help you (since Monday 4 May)
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Stop the help]
  [2 Do not ask me later]
  [3 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [Stop the help]
< We stop using your answers. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, stop]
! Consented help False en tap
! Withdraw N-7KM-5Q4
< OK. We stop using your answers. Nobody works on them now.
< Write DELETE if we should delete them too.
< If you need help at once, please call:
< Emergency: 112
< Violence at home: 116 016 (day and night)
  [Menu]
> requests
< Number N-7KM-5Q4: you stopped it.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> my permissions
< You said yes to this:
< Asking you later if help came (since Monday 4 May)
< You can change each of these.
  [1 Do not ask me later]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> hello
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> /need
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [No]
< OK. I do not save it.
  [Menu]
> /data
< We make a file with your data. It shows what you wrote.
< Are you alone now?
  [1 Yes, send it]
  [2 No, not now]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, send it]
< Here is your data.
< Keep it in a safe place. Others should not see it.
  [Menu]
! with a copy of their data
