# The link of one is opened while another one writes in the app: nothing is said there.
way: share page
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
> [I am not safe]
< I am not safe: what is it about?
  [1 Danger right now]
  [2 Someone hurts me]
  [3 Thoughts of dying]
  [4 A child is in danger]
  [5 Forced or unpaid work]
  [6 Cheated or threatened]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Someone hurts me]
! Alarm hurt
< Can someone else read this phone? If so, delete this chat when you have read it. You can get help from people you can trust:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [I am fine, go on]
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Write on a web page]
< Open this link to write on a web page. It works once, for 15 minutes.
< You can also go on here.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
! link before paragraph 2
> someone else
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 2
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> (move 1)
! person 1
! HandOver
! there < We go on here. Your app does not show what you write here.
! there < Please tell us a little more. Write it in your own words, or send a voice message.
! there   [Back]  [Skip]
! there   [Person]  [Help]  [Language]
> (news 1)
< For person 1 on this phone:
< There is a message for you on the web page.
  [I am person 1]
> [Someone else writes]
! person 2
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 1]
! person 1
< Person 1 is writing now.
< What would you like to do?
  [Open the web page]
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
