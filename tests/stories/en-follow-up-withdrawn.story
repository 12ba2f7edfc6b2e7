# Nobody is asked about what they took back.
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
> no
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
> 2
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
> (follow_up)
