# An answer of something that was sent is corrected: asked as before, everything else stands.
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
< Topic: Getting around
< About: No bus, or wrong time
< Your words: The bus does not come any more
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
= topic: MOB
= detail: MOB.no_bus
= story: The bus does not come any more
= place: Liepa
= urgency: month
< Thank you. Your number is N-7KM-5Q2. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> [No, thank you]
< Thank you.
  [Menu]
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> [Back]
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
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> [When]
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> I have to see the doctor much earlier
! Amend N-7KM-5Q2 I have to see the doctor much earlier
< Thank you. I have written down your words.
< Please tap what fits, or write its number. For example, write: 3.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Back]
< OK. Nothing was changed.
  [Menu]
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> [When]
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Today or tomorrow]
! Correct N-7KM-5Q2 [{'question': 'urgency', 'value': 'today', 'label': 'Today or tomorrow', 'message': '22'}] U1
< Thank you. I have changed your answer in N-7KM-5Q2.
  [Menu]
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> [Topic]
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
> [Health]
< Health: what is it about?
  [1 See a doctor]
  [2 Teeth]
  [3 Feeling very low]
  [4 Medicine]
  [5 Glasses, hearing aid]
  [6 Alcohol or drugs]
  [7 Cannot pay for health]
  [8 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [See a doctor]
! Correct N-7KM-5Q2 [{'question': 'topic', 'value': 'HEA', 'label': 'Health', 'message': '26'}, {'question': 'detail', 'value': 'HEA.doctor', 'label': 'See a doctor', 'message': '27'}]
< Thank you. I have changed your answer in N-7KM-5Q2.
  [Menu]
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> [Your words]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> I cannot walk to the bus
! Correct N-7KM-5Q2 [{'question': 'story', 'value': 'I cannot walk to the bus', 'message': '31'}]
< Thank you. I have changed your answer in N-7KM-5Q2.
  [Menu]
> my requests
< Number N-7KM-5Q2: we got it. A person writes by Tuesday 19 May.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< Which answer do you want to change?
  [1 Topic]
  [2 Your words]
  [3 Place]
  [4 When]
  [Back]
  [Person]  [Help]  [Language]
> 4
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Danger now]
! Alarm now
! Correct N-7KM-5Q2 [{'question': 'urgency', 'value': 'now', 'label': 'Danger now', 'message': '35'}] U0
< Please call for help now. Go to a safe place if you can.
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Thank you. I have changed your answer in N-7KM-5Q2.
  [I am fine, go on]
> [Back]
< This button is from an earlier talk.
  [Menu]
> (status_done)
> my requests
< Number N-7KM-5Q2: finished.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
< N-7KM-5Q2 is closed. You can tell us something new.
  [Menu]
> /idea
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
> [Older people]
< Who has this problem? You can tap more than one. Then tap “Done”.
  [1 ✓ Older people]
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
> [No one yet]
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
> [Done]
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
> [Done]
< How much money could it cost? A guess is fine.
  [1 Nothing]
  [2 Up to €500]
  [3 Up to €2,000]
  [4 Up to €10,000]
  [5 More]
  [6 I do not know]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Nothing]
< How would you notice that it works?
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> skip
< Please check:
< What is hard: No place to meet
< For whom: Older people
< Place: Liepa
< Your idea: A cafe on Sunday
< With: No one yet
< You have: not answered
< Help first: not answered
< Money: Nothing
< A good sign: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit M-7KM-9Q9 idea en U4
= consent: yes
= problem: No place to meet
= who: older65
= place: Liepa
= idea: A cafe on Sunday
= with: alone
= have: not answered
= help: not answered
= money: none
= good: not answered
< Thank you. Your idea has the number M-7KM-9Q9. A person from Heide Social Service will write here by Wednesday 3 June.
< You can write MENU at any time.
< May we show your idea to groups in other towns? Without your name.
  [1 Yes]
  [2 No]
  [Back]
  [Person]  [Help]  [Language]
> [No]
! Complete M-7KM-9Q9 [{'question': 'regional', 'value': 'no', 'label': 'No', 'message': '53'}]
< Thank you.
  [Menu]
> my requests
< Your requests:
< Number M-7KM-9Q9: we got it. A person writes by Wednesday 3 June.
< Number N-7KM-5Q2: finished.
< Which one do you mean?
  [1 M-7KM-9Q9]
  [2 N-7KM-5Q2]
  [Back]
  [Person]  [Help]  [Language]
> the idea one
< Please tap the number, or write 1 for the first.
< Which one do you mean?
  [1 M-7KM-9Q9]
  [2 N-7KM-5Q2]
  [Back]
  [Person]  [Help]  [Language]
> 1
< Number M-7KM-9Q9: we got it. A person writes by Wednesday 3 June.
< What would you like to do?
  [1 Add words]
  [2 Stop this request]
  [3 Talk to a person]
  [4 Change an answer]
  [Back]
  [Person]  [Help]  [Language]
> [Change an answer]
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
> [Money]
< How much money could it cost? A guess is fine.
  [1 Nothing]
  [2 Up to €500]
  [3 Up to €2,000]
  [4 Up to €10,000]
  [5 More]
  [6 I do not know]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Up to €500]
! Correct M-7KM-9Q9 [{'question': 'money', 'value': 'up_500', 'label': 'Up to €500', 'message': '59'}]
< Thank you. I have changed your answer in M-7KM-9Q9.
  [Menu]
