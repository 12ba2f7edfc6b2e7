# An idea with everything left out that can be; shown to nobody else.
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
> [I have an idea]
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
> It is lonely here
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
> [Skip]
< Which village or town is it for?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< What would you like to try?
  [Back]
  [Person]  [Help]  [Language]
> A table where everybody can sit
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
< What is hard: It is lonely here
< For whom: not answered
< Place: not answered
< Your idea: A table where everybody can sit
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
> [Change]
< Which answer do you want to change?
  [1 What is hard]
  [2 For whom]
  [3 Place]
  [4 Your idea]
  [5 With]
  [6 You have]
  [7 Help first]
  [8 Money]
  [9 A good sign]
  [Back]
  [Person]  [Help]  [Language]
> [Your idea]
< Your answer was: A table where everybody can sit
< What would you like to try?
  [Keep it]
  [Back]
  [Person]  [Help]  [Language]
> A long table on Sundays
< Please check:
< What is hard: It is lonely here
< For whom: not answered
< Place: not answered
< Your idea: A long table on Sundays
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
> [Add words]
< Please write what you want to add, or send a voice message.
  [Back]
  [Person]  [Help]  [Language]
> With soup for everybody who comes
< I have added your words.
< Please check:
< What is hard: It is lonely here
< For whom: not answered
< Place: not answered
< Your idea: A long table on Sundays
< 
< With soup for everybody who comes
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
! Submit M-7KM-6Q4 idea en U4
= consent: yes
= problem: It is lonely here
= who: not answered
= place: not answered
= idea: A long table on Sundays\n\nWith soup for everybody who comes
= with: not answered
= have: not answered
= help: not answered
= money: not answered
= good: not answered
< Thank you. Your idea has the number M-7KM-6Q4. A person from Heide Social Service will write here by Wednesday 3 June.
< You can write MENU at any time.
< May we show your idea to groups in other towns? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [No]
! Complete M-7KM-6Q4 [{'question': 'regional', 'value': 'no', 'label': 'No', 'message': '21'}]
< Thank you.
  [Menu]
> /requests
< Number M-7KM-6Q4: we got it. A person writes by Wednesday 3 June.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
