# Somebody young: a need stays, with a number to call and a person who writes; groups are not asked, and the age only once.
> /need
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
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> I left school and sit at home
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
> [This month]
< Please check:
< Topic: Family, children
< About: No school, no work
< Your words: I left school and sit at home
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q2 need en U3
= language: en
= consent: yes
= topic: FAM
= detail: FAM.youth
= story: I left school and sit at home
= place: Liepa
= urgency: month
< Thank you. Your number is N-7KM-5Q2. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< How old are you? We ask, because the law protects young people.
  [1 Younger than 16]
  [2 16 or older]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Younger than 16]
! Alarm person
< A person from Heide Social Service will write to you here by Tuesday 5 May.
< You can also talk to someone there:
< Emergency: 112
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, ask]
< Is this for you or for someone else?
  [1 For me]
  [2 For my family]
  [3 For someone I help]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Do you need one of these? You can tap more than one. Then tap “Done”.
  [1 An interpreter]
  [2 Large text]
  [3 Voice messages]
  [4 Sign language]
  [5 Nothing]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Thank you.
  [Menu]
> /need
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
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Please check:
< Topic: Family, children
< About: No school, no work
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
! Submit N-7KM-6Q5 need en U3
= language: en
= consent: yes
= topic: FAM
= detail: FAM.youth
= story: not answered
= place: not answered
= urgency: not answered
< Thank you. Your number is N-7KM-6Q5. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [Yes, ask]
< Is this for you or for someone else?
  [1 For me]
  [2 For my family]
  [3 For someone I help]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
