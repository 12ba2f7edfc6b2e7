# The topic in words: they are the story, and one answer says what they are about.
> hello
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
> (means MOB.no_bus) the bus does not come any more
< Thank you. I have written down your words.
< Is it about: Getting around – No bus, or wrong time?
  [1 Yes]
  [2 No]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
# Back opens the topic again, with nothing counted; other words are taken anew.
> [Back]
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
> (means HEA.medicine) and the pharmacy is far
< Thank you. I have written down your words.
< Is it about: Health – Medicine?
  [1 Yes]
  [2 No]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> 2
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
# No is "something else", and nobody guesses a second time; Back opens the topic.
> [Back]
< Your answer was: Something else
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
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (means HEA.doctor MOB.ride_doctor HEA.medicine) I cannot reach the doctor
< Thank you. I have written down your words.
< Is it about one of these?
  [1 See a doctor]
  [2 Ride to the doctor]
  [3 Medicine]
  [4 None of these]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
# A button of the question before ends the suggestion, also for the same topic.
> {topic:HEA~1st}
< I have changed that.
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
> {topic:HOM~1st}
< I have changed that.
< My home: what is it about?
  [1 No place to sleep]
  [2 I may lose my home]
  [3 Find a home]
  [4 Repairs, heating]
  [5 Stairs, bath, ramps]
  [6 Rent or landlord]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Back]
< Your answer was: My home
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
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> (means MOB.ride_doctor) nobody drives me
< Thank you. I have written down your words.
< Is it about: Getting around – Ride to the doctor?
  [1 Yes]
  [2 No]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> yes
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> Heide
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
< Topic: Getting around
< About: Ride to the doctor
< Your words: the bus does not come any more
< 
< and the pharmacy is far
< 
< I cannot reach the doctor
< 
< nobody drives me
< Place: Heide
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Change]
< Which answer do you want to change?
  [1 Topic]
  [2 About]
  [3 Your words]
  [4 Place]
  [5 When]
  [Back]
  [Person]  [Help]  [Language]
> [About]
< Your answer was: Ride to the doctor
< Getting around: what is it about?
  [1 Ride to the doctor]
  [2 No bus, or wrong time]
  [3 Ride to shop or office]
  [4 Ride to school]
  [5 Ticket or fuel costs]
  [6 Hard to walk, wheelchair]
  [7 Something else]
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [No bus, or wrong time]
< Please check:
< Topic: Getting around
< About: No bus, or wrong time
< Your words: the bus does not come any more
< 
< and the pharmacy is far
< 
< I cannot reach the doctor
< 
< nobody drives me
< Place: Heide
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-6Q4 need en U2
= language: en
= consent: yes
= topic: MOB
= detail: MOB.no_bus
= story: the bus does not come any more\n\nand the pharmacy is far\n\nI cannot reach the doctor\n\nnobody drives me
= place: Heide
= urgency: week
< Thank you. Your number is N-7KM-6Q4. A person will write here by Thursday 7 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
