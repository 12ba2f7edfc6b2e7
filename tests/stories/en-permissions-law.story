# Where a public task is the basis there is nothing to take back: one may object, and everything waits for a person.
basis: public-task
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
< We save your answers to help you. You can ask us to delete them.
< Shall we go on?
  [1 Go on]
  [2 Stop]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Go on]
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
> my permissions
< We save your answers to help you. The law gives us this task.
< You can change each of these.
  [1 I object]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [I object]
< You can object. Then we stop, and a person looks at it.
< Do you want that?
  [1 Yes, I object]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was changed.
  [Menu]
> my permissions
< We save your answers to help you. The law gives us this task.
< You can change each of these.
  [1 I object]
  [2 Pause everything]
  [Back]
  [Person]  [Help]  [Language]
> [I object]
< You can object. Then we stop, and a person looks at it.
< Do you want that?
  [1 Yes, I object]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, I object]
! Consented help False en objection
! Restrict True
! Alarm objection
< We have paused your answers. A person from Heide Social Service writes to you by Tuesday 5 May.
  [Menu]
> my permissions
< We save your answers to help you. The law gives us this task.
< Your answers are paused. Nobody uses them now.
< You can change each of these.
  [1 I object]
  [2 End the pause]
  [Back]
  [Person]  [Help]  [Language]
> [End the pause]
! Restrict False
< OK. The pause is over. We go on helping you.
  [Menu]
changed: need.consent.public-task.2
> hello
< Our words about your data have changed. Please read them again.
< I am a computer program. I work for Heide Social Service.
< We save your answers to help you. You can ask us to delete them. (new)
< Shall we go on?
  [1 Go on]
  [2 I object]
  [Back]
  [Person]  [Help]  [Language]
> [I object]
! Consented help False en objection
! Restrict True
! Alarm objection
< We have paused your answers. A person from Heide Social Service writes to you by Tuesday 5 May.
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
> hello
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
> /idea
< Your answers are paused. Nobody uses them now.
< Great that you have an idea!
< May we save it and show it to the local team?
  [My permissions]
  [1 Yes, save it]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
