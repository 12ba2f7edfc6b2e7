# Words in a wrong place are the idea.
> /idea
< Please choose your language.
< يرجى اختيار لغتك.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> we could share a car here
< I keep your words for now. They are saved only if you say yes.
< Please tap your language, or write its number.
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
> It is far to the shop
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
> everyone who lives alone up there
< Thank you. I have written down your words.
< Please tap who has it. For example, write: 1, 3.
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
> [Done]
< Which village or town is it for?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Liepa
< Who would do it with you?
  [1 No one yet]
  [2 1 or 2 people]
  [3 A group]
  [4 An organisation]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> I do not know that yet
< Thank you. I have written down your words.
< Please tap what fits, or write its number.
< Who would do it with you?
  [1 No one yet]
  [2 1 or 2 people]
  [3 A group]
  [4 An organisation]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
