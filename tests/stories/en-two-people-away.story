# What staff write, and what falls due, while somebody else holds the phone.
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
> There is no bus on Sundays.
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
< Topic: not answered
< Your words: There is no bus on Sundays.
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
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
> [Remind me later]
! Remind 1777881600 2026-05-06T08:00:00+00:00
< OK. I keep your answers until Sunday 2 August. I will remind you once, on Wednesday 6 May.
  [Menu]
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
> [English]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
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
  [Someone else writes]
# Person 1 has not sent it yet: the reminder tells person 2 nothing of it.
> (remind 1)
! person 1
< For person 1 on this phone:
< We have a question for you.
  [I am person 1]
> [I am person 1]
< Person 1 is writing now.
< Please check:
< Topic: not answered
< Your words: There is no bus on Sundays.
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [Send]
! Submit N-7KM-5Q9 need en U2
= language: en
= consent: yes
= topic: not answered
= story: There is no bus on Sundays.
= place: Liepa
= urgency: week
< Thank you. Your number is N-7KM-5Q9. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [No, thank you]
< Thank you.
  [Menu]
  [Someone else writes]
> someone else
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 2]
! person 2
< Person 2 is writing now.
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
  [Someone else writes]
# Staff write to person 1: it is shown whole, and person 2 goes on.
> (staff 1) Is Tuesday good for you?
! person 1
< For person 1 on this phone:
< A person from Heide Social Service writes to you:
< Is Tuesday good for you?
< You can answer in your own words, or send a voice message.
  [I am person 1]
> [Skip]
! person 2
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
  [Someone else writes]
> (reply 17) Tuesday is good
! person 1
! Reply s20 N-7KM-5Q9 Tuesday is good
< Person 1 is writing now.
< Thank you. I have passed on your words.
  [Menu]
  [Someone else writes]
> [Someone else writes]
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 2]
! person 2
< Person 2 is writing now.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
  [Someone else writes]
> (follow_up 1)
! person 1
< For person 1 on this phone:
< We have a question for you.
  [I am person 1]
> (status_done 1)
> (blocked)
! Reachable False
> (unblocked)
! Reachable True
> (group) hello
! Leave
< I talk with one person at a time. Please write to me alone. I leave this group now.
> [I am person 1]
< Person 1 is writing now.
< Hello from Heide Social Service. It is about number N-7KM-5Q9.
< Did you get help?
  [1 Yes]
  [2 A little]
  [3 No]
  [4 Not yet]
  [5 Stop asking]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
