# The words of a consent have changed: they are read again before anything goes on, and no is a good answer.
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
> [No bus, or wrong time]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> The bus does not come any more
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
changed: need.consent.3
@ +3d
> Liepa
< Welcome back! We go on where you stopped.
< So far: Topic: Getting around; About: No bus, or wrong time; Your words: The bus does not come any more
< Our words about your data have changed. Please read them again.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you? (new)
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> I do not understand this question at all
< I ask a few short questions. Tap a button, write its number, or use your own words.
< These words always work: BACK, SKIP, MENU, PERSON, LANGUAGE, STOP, DELETE.
< If you need help at once, please call:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< Our words about your data have changed. Please read them again.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you? (new)
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was deleted.
< Our words about your data have changed. Please read them again.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you? (new)
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [Yes]
! Consented help True en tap
< Thank you.
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
< About: No bus, or wrong time
< Your words: The bus does not come any more
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
= detail: MOB.no_bus
= story: The bus does not come any more
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q6. A person will write here by Tuesday 12 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
changed: need.consent.2
@ +30d
> hello
< Our words about your data have changed. Please read them again.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time. (new)
< May we save them so people at Heide Social Service can help you? (new)
  [1 Yes]
  [2 No]
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
> [See my requests]
< Number N-7KM-5Q6: we got it. A person writes by Tuesday 12 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [No]
! Consented help False en tap
! Withdraw N-7KM-5Q6
< OK. We stop using your answers. Nobody works on them now.
< Write DELETE if we should delete them too.
< If you need help at once, please call:
< Emergency: 112
< Violence at home: 116 016 (day and night)
  [Menu]
> hello
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time. (new)
< May we save them so people at Heide Social Service can help you? (new)
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
