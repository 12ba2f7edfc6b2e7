# Details that speak of danger: some ring at staff, some only show numbers.
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
> [I am not safe]
< I am not safe: what is it about?
  [1 Danger right now]
  [2 Someone hurts me]
  [3 Thoughts of dying]
  [4 A child is in danger]
  [5 Forced or unpaid work]
  [6 Cheated or threatened]
  [7 Something else]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Someone hurts me]
! Alarm hurt
< Can someone else read this phone? If so, delete this chat when you have read it. You can get help from people you can trust:
< Emergency: 112
< Violence at home: 116 016 (day and night)
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [I am fine, go on]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Back]
< Your answer was: Someone hurts me
< I am not safe: what is it about?
  [1 Danger right now]
  [2 Someone hurts me]
  [3 Thoughts of dying]
  [4 A child is in danger]
  [5 Forced or unpaid work]
  [6 Cheated or threatened]
  [7 Something else]
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Danger right now]
! Alarm now
< Please call for help now. Go to a safe place if you can.
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [I am fine, go on]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> {detail:SAF.child~1st}
! Alarm child
< A child must be safe. Please call now:
< Emergency: 112
< Tell them where you are.
< I am a computer program. I cannot call for you.
< I have told the people at Heide Social Service. They may not see it at once.
< I have changed that.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [I am fine, go on]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
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
> [Feeling very low]
< I am sorry that you feel so bad. You do not have to be alone with this. Please talk to someone now:
< Emergency: 112
< Tell them where you are.
< Please tell us a little more. Write it in your own words, or send a voice message.
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
> [No place to sleep]
< Please call for help now. Go to a safe place if you can.
< Emergency: 112
< Tell them where you are.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Skip]
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
> [Skip]
< Please check:
< Topic: My home
< About: No place to sleep
< Your words: not answered
< Place: Liepa
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-5Q9 need en U0
= language: en
= consent: yes
= topic: HOM
= detail: HOM.none
= story: not answered
= place: Liepa
= urgency: not answered
< Thank you. Your number is N-7KM-5Q9. A person will write here by Tuesday 5 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
