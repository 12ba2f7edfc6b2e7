# Answers in other words than the labels: sure ones count, the others do not, and a story is never taken for one.
> hi
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> english
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> you can save them
! Consented help True en words
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
> 3
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
> 2
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> the bus is gone
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
> two weeks ago the bus stopped and nobody told us
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
> asap pls
< Please check:
< Topic: Getting around
< About: No bus, or wrong time
< Your words: the bus is gone
< 
< two weeks ago the bus stopped and nobody told us
< Place: Liepa
< When: Today or tomorrow
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> send it please
! Submit N-7KM-5Q3 need en U1
= language: en
= consent: yes
= topic: MOB
= detail: MOB.no_bus
= story: the bus is gone\n\ntwo weeks ago the bus stopped and nobody told us
= place: Liepa
= urgency: today
< Thank you. Your number is N-7KM-5Q3. A person will write here by Tuesday 5 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> go ahead
< Is this for you or for someone else?
  [1 For me]
  [2 For my family]
  [3 For someone I help]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> it is for me and my neighbour
! Amend N-7KM-5Q3 it is for me and my neighbour
< Thank you. I have written down your words.
< Please tap what fits, or write its number.
< Is this for you or for someone else?
  [1 For me]
  [2 For my family]
  [3 For someone I help]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> for my old mum
! Complete N-7KM-5Q3 [{'question': 'for_whom', 'value': 'family', 'label': 'For my family', 'message': '13'}]
< Does this person know?
  [1 Yes]
  [2 Not yet]
  [3 Cannot answer]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> they asked me
! Complete N-7KM-5Q3 [{'question': 'knows', 'value': 'yes', 'label': 'Yes', 'message': '14'}]
< Does one of these fit you? You do not have to say.
< With “Done” you agree that we save it.
  [1 Older (65 or more)]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 I raise children alone]
  [6 I care for someone]
  [7 Young, no school or work]
  [8 Mental-health difficulty]
  [9 I live far from others]
  [10 Something else]
  [11 I do not want to say]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> older, and I care for my husband
< Does one of these fit you? You do not have to say.
< With “Done” you agree that we save it.
  [1 ✓ Older (65 or more)]
  [2 New in this country]
  [3 Disability, long illness]
  [4 No work for over a year]
  [5 I raise children alone]
  [6 ✓ I care for someone]
  [7 Young, no school or work]
  [8 Mental-health difficulty]
  [9 I live far from others]
  [10 Something else]
  [11 I do not want to say]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> done
! Consented group True en tap
! Complete N-7KM-5Q3 [{'question': 'group', 'value': 'older65,carer'}]
< How should a person reach you?
  [1 Here in this chat]
  [2 By phone]
  [3 With a visit]
  [4 In the office]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> call me
! Complete N-7KM-5Q3 [{'question': 'contact', 'value': 'phone', 'label': 'By phone', 'message': '17'}]
< When is a safe time? Please write the number or the address too, if you like.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> any evening
! Complete N-7KM-5Q3 [{'question': 'safe_time', 'value': 'any evening', 'message': '18'}]
< Do you need one of these? You can tap more than one. Then tap “Done”.
  [1 An interpreter]
  [2 Large text]
  [3 Voice messages]
  [4 Sign language]
  [5 Nothing]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> big letters and a translator
< Do you need one of these? You can tap more than one. Then tap “Done”.
  [1 ✓ An interpreter]
  [2 ✓ Large text]
  [3 Voice messages]
  [4 Sign language]
  [5 Nothing]
  [Done]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> done
! Complete N-7KM-5Q3 [{'question': 'support', 'value': 'interpreter,large'}]
< Thank you.
  [Menu]
