# My requests: state in plain words, add words, stop it, talk to a person.
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
> /requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Back]
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
> /requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Add words]
< Please write what you want to add, or send a voice message.
  [Back]
  [Person]  [Help]  [Language]
> I also need a ride on Monday
! Amend N-7KM-4QA I also need a ride on Monday
< Thank you. I have added your words to N-7KM-4QA.
  [Menu]
> requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> 1
< Please write what you want to add, or send a voice message.
  [Back]
  [Person]  [Help]  [Language]
> (voice)
! Amend N-7KM-4QA None [{'ref': 'file17', 'media': 'voice'}]
! Keep [{'ref': 'file17', 'media': 'voice'}]
< Thank you. I have added your words to N-7KM-4QA.
  [Menu]
> /requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Talk to a person]
! Alarm person
< A person from Heide Social Service will write to you here by Tuesday 5 May.
  [Menu]
> /requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Stop this request]
< We stop using your answers for N-7KM-4QA. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was changed.
  [Menu]
> /requests
< Number N-7KM-4QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> 2
< We stop using your answers for N-7KM-4QA. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> hm
< Please say yes or no. For example, write: no.
< We stop using your answers for N-7KM-4QA. Help for this may end.
< Do you want that?
  [1 Yes, stop]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Withdraw N-7KM-4QA
< OK. We stopped N-7KM-4QA. You can tell us again at any time.
  [Menu]
> /requests
< Number N-7KM-4QA: you stopped it.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> The bus still does not come
< Thank you. Does this belong to your request N-7KM-4QA?
  [1 Yes, add it]
  [2 No, it is new]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, add it]
! Amend N-7KM-4QA The bus still does not come
< Thank you. I have added your words to N-7KM-4QA.
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
! Submit N-7KM-7QA need en U3
= language: en
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: not answered
< Thank you. Your number is N-7KM-7QA. A person will write here by Tuesday 19 May.
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
< Number N-7KM-7QA: we got it. A person writes by Tuesday 19 May.
< Number N-7KM-4QA: you stopped it.
< Which one do you mean?
  [1 N-7KM-7QA]
  [2 N-7KM-4QA]
  [Back]
  [Person]  [Help]  [Language]
> 9
< Please tap the number, or write 1 for the first.
< Which one do you mean?
  [1 N-7KM-7QA]
  [2 N-7KM-4QA]
  [Back]
  [Person]  [Help]  [Language]
> 2
< Number N-7KM-4QA: you stopped it.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Back]
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
> /requests
< Your requests:
< Number N-7KM-7QA: we got it. A person writes by Tuesday 19 May.
< Number N-7KM-4QA: you stopped it.
< Which one do you mean?
  [1 N-7KM-7QA]
  [2 N-7KM-4QA]
  [Back]
  [Person]  [Help]  [Language]
> 1
< Number N-7KM-7QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> hm
< Please tap one, or write its number.
< Number N-7KM-7QA: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
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
