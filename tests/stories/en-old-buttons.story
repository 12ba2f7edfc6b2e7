# An old button changes that answer of a draft, or is explained; it never changes what was sent.
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
> The bus is gone
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Health]
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
> [See a doctor]
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> {detail:MOB.no_bus~1st}
< This button is from an earlier talk.
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
> {urgency:nonsense~1st}
< Please tap what fits, or write its number. For example, write: 3.
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
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This week
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {urgency:month~1st}
< I have changed that.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {consent:yes~1st}
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {consent:more~1st}
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {consent:no~1st}
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> [No, go back]
< OK. Nothing was deleted.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {nonsense:x~1st}
< This button is from an earlier talk.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {topic:MOB~zzz}
< This button is from an earlier talk.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> rubbish
< Please tap “Send”, or write its number.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {rubbish}
< This button is from an earlier talk.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {change:nothing~1st}
< This button is from an earlier talk.
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
< Is this right?
  [1 Send]
  [2 Change]
  [3 Add words]
  [Back]
  [Person]  [Help]  [Language]
> {change:place~1st}
< Your answer was: Liepa
< Where do you live? Write the name of your town or village.
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> {check:send~1st}
< This button is from an earlier talk.
< Where do you live? Write the name of your town or village.
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Keep it]
< Please check:
< Topic: Health
< About: See a doctor
< Your words: The bus is gone
< Place: Liepa
< When: This month
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
> {check:add~1st}
< Please write what you want to add, or send a voice message.
  [Back]
  [Person]  [Help]  [Language]
> {check:send~1st}
! Submit N-7KM-7Q3 need en U3
= language: en
= consent: yes
= topic: HEA
= detail: HEA.doctor
= story: The bus is gone
= place: Liepa
= urgency: month
< Thank you. Your number is N-7KM-7Q3. A person will write here by Tuesday 19 May.
< You can write MENU at any time.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> {check:send~1st}
< We have it already. Your number is N-7KM-7Q3.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> {topic:HEA~1st}
< This was sent under the number N-7KM-7Q3. You can write to add words.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
> {place!back~1st}
< This was sent under the number N-7KM-7Q3. You can write to add words.
< May I ask a few more things? It helps us. You can say no.
  [1 Yes, ask]
  [2 No, thank you]
  [Back]
  [Person]  [Help]  [Language]
