# Five people at most, and in a browser a further one begins a new talk.
way:
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
  [Back]
> someone else
< Please close this talk first. Then someone else can begin a new talk.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
way: share
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 3
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 4
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 Person 4]
  [5 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 5
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 Person 4]
  [5 Person 5]
  [Back]
  [Person]  [Help]  [Language]
> A new person
< Please tap one, or write its number.
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 Person 4]
  [5 Person 5]
  [Back]
  [Person]  [Help]  [Language]
> {speaker:new}
< This button is from an earlier talk.
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 Person 4]
  [5 Person 5]
  [Back]
  [Person]  [Help]  [Language]
> stop
! Refused
< OK. I will not write to you by myself. Write START to go on, or DELETE to delete your data.
  [Start again]
