# Three different repairs in a row: said otherwise, buttons only, a person. Nothing told is lost.
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> klingon
< Please tap your language, or write its number.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> klingon
< Please tap one of the buttons.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> klingon
< This is not easy. A person can help you with it.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> klingon
< This is not easy. A person can help you with it.
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
> perhaps
< Please say yes or no. For example, write: yes.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> perhaps later when I know more
< I keep your words for now. They are saved only if you say yes.
< Please tap one of the buttons.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
> perhaps
< This is not easy. A person can help you with it.
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
> 99
< Which of these fits best? For example, tap “Health”.
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
> 99
< Please tap one of the buttons.
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
> 99
< This is not easy. A person can help you with it. Your answers so far are kept.
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
> hm
< Please tap what fits best, or write its number.
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
> 9
< Please tap one of the buttons.
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
> I do not know which it is
< Thank you. I have written down your words.
< This is not easy. A person can help you with it. Your answers so far are kept.
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
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> 123
< Please write only the name. For example: Liepa.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> ?!
< Please write the name of a town near you, or tap “Skip”.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> 5
< This is not easy. A person can help you with it. Your answers so far are kept.
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
> perhaps
< Please tap what fits, or write its number. For example, write: 3.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> well the doctor said it is my back
< Thank you. I have written down your words.
< Please tap one of the buttons.
< When do you need help?
  [1 Danger now]
  [2 Today or tomorrow]
  [3 This week]
  [4 This month]
  [5 It can wait]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> hm
< This is not easy. A person can help you with it. Your answers so far are kept.
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
< Topic: Health
< About: See a doctor
< Your words: perhaps later when I know more
< 
< I do not know which it is
< 
< well the doctor said it is my back
< Place: Liepa
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> hm
< Please tap “Send”, or write its number.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: perhaps later when I know more
< 
< I do not know which it is
< 
< well the doctor said it is my back
< Place: Liepa
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> hm
< Please tap one of the buttons.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: perhaps later when I know more
< 
< I do not know which it is
< 
< well the doctor said it is my back
< Place: Liepa
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> hm
< This is not easy. A person can help you with it. Your answers so far are kept.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: perhaps later when I know more
< 
< I do not know which it is
< 
< well the doctor said it is my back
< Place: Liepa
< When: not answered
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> [Send]
! Submit N-7KM-7Q5 need en U3
= language: en
= consent: yes
= topic: HEA
= detail: HEA.doctor
= story: perhaps later when I know more\n\nI do not know which it is\n\nwell the doctor said it is my back
= place: Liepa
= urgency: not answered
< Thank you. Your number is N-7KM-7Q5. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
