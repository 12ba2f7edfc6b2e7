# Who does not say how old they are: the idea stays with the local team, and is not asked about further. Who is old enough goes on.
> /idea
< Please choose your language.
< يرجى اختيار لغتك.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> [English]
< Great that you have an idea!
< May we save it and show it to the local team?
  [1 Yes, save it]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, save it]
! Consented idea True en tap
< What is hard for people where you live?
  [Back]
  [Person]  [Help]  [Language]
> No place to meet
< Who has this problem? You can tap more than one. Then tap “Done”.
  [1 Older people]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 Raise children alone]
  [6 Care for someone]
  [7 Young, no school or work]
  [8 Mental-health difficulty]
  [9 Live far from others]
  [10 Everyone]
  [11 Someone else]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Young, no school or work]
< Who has this problem? You can tap more than one. Then tap “Done”.
  [1 Older people]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 Raise children alone]
  [6 Care for someone]
  [7 ✓ Young, no school or work]
  [8 Mental-health difficulty]
  [9 Live far from others]
  [10 Everyone]
  [11 Someone else]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Done]
< Which village or town is it for?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Liepa
< What would you like to try?
  [Back]
  [Person]  [Help]  [Language]
> A cafe on Sunday
< Who would do it with you?
  [1 No one yet]
  [2 1 or 2 people]
  [3 A group]
  [4 An organisation]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< What do you already have? You can tap more than one. Then tap “Done”.
  [1 Time]
  [2 Skills]
  [3 A room]
  [4 Tools]
  [5 A car]
  [6 People I know]
  [7 Nothing yet]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< What help do you need first? You can tap more than one. Then tap “Done”.
  [1 Someone to talk to]
  [2 More people]
  [3 A room]
  [4 Money]
  [5 Training]
  [6 Permission]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< How much money could it cost? A guess is fine.
  [1 Nothing]
  [2 Up to €500]
  [3 Up to €2,000]
  [4 Up to €10,000]
  [5 More]
  [6 I do not know]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< How would you notice that it works?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
< Please check:
< What is hard: No place to meet
< For whom: Young, no school or work
< Place: Liepa
< Your idea: A cafe on Sunday
< With: not answered
< You have: not answered
< Help first: not answered
< Money: not answered
< A good sign: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit M-7KM-5Q7 idea en U4
= consent: yes
= problem: No place to meet
= who: youth
= place: Liepa
= idea: A cafe on Sunday
= with: not answered
= have: not answered
= help: not answered
= money: not answered
= good: not answered
< Thank you. Your idea has the number M-7KM-5Q7. A person from Heide Social Service will write here by Wednesday 3 June.
< You can write MENU at any time.
< How old are you? We ask, because the law protects young people.
  [1 Younger than 16]
  [2 16 or older]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> how old do you mean please
< Thank you. I have written down your words.
< Please tap what fits, or write its number.
< How old are you? We ask, because the law protects young people.
  [1 Younger than 16]
  [2 16 or older]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
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
> /need
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
> [Family, children]
< Family, children: what is it about?
  [1 Child care]
  [2 I raise children alone]
  [3 Pregnant, or a baby]
  [4 I worry about a child]
  [5 No school, no work]
  [6 Fights in the family]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [No school, no work]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
