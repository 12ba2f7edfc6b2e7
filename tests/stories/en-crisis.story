# Words of crisis, anywhere in the talk: numbers first, staff are told, the talk goes on.
> I want to kill myself
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< I keep your words for now. They are saved only if you say yes.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [I am fine, go on]
  [1 English]
  [2 العربية]
  [Person]  [Help]
> [I am fine, go on]
! Alarm die True
< Good to hear that. Let us go on.
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
> my husband beats me every night
! Alarm hurt
< Can someone else read this phone? If so, delete this chat when you have read it. You can get help from people you can trust:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< I keep your words for now. They are saved only if you say yes.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [I am fine, go on]
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
> [I am fine, go on]
! Alarm hurt True
< Good to hear that. Let us go on.
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
> [I feel alone]
< I feel alone: what is it about?
  [1 I have no one to talk to]
  [2 Visits or phone calls]
  [3 Join a group]
  [4 Culture, sport, faith]
  [5 I want to help others]
  [6 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> kill myself
! Alarm die
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< I feel alone: what is it about?
  [I am fine, go on]
  [1 I have no one to talk to]
  [2 Visits or phone calls]
  [3 Join a group]
  [4 Culture, sport, faith]
  [5 I want to help others]
  [6 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [I have no one to talk to]
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
< Topic: I feel alone
< About: I have no one to talk to
< Your words: I want to kill myself
< 
< my husband beats me every night
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q5 need en U0
= language: en
= consent: yes
= topic: PEO
= detail: PEO.lonely
= story: I want to kill myself\n\nmy husband beats me every night
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q5. A person will write here by Tuesday 5 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
