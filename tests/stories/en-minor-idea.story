# An idea for young people by somebody young: without an adult it is not kept.
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
> [Younger than 16]
< An adult who cares for you must agree. Only then others see your idea.
< Does this adult agree?
  [1 Yes, they agree]
  [2 No, or not yet]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [No, or not yet]
! Forget M-7KM-5Q7
! Alarm person
< Then we do not keep your idea for now. You can tell it again with an adult.
< A person from Heide Social Service will write to you here by Tuesday 5 May.
< You can also talk to someone there:
< Emergency: 112
  [Menu]
> my requests
< You have not sent a request yet.
  [Menu]
