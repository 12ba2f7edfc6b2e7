# Something sensitive need not be told in an app of others: the need goes on on a web page.
way: share page
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
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Write on a web page]
< Open this link to write on a web page. It works once, for 15 minutes.
< You can also go on here.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
! link before paragraph 2
# Nobody has to: the talk goes on here.
> [Back]
< Your answer was: See a doctor
< Health: what is it about?
  [1 See a doctor]
  [2 Teeth]
  [3 Feeling very low]
  [4 Medicine]
  [5 Glasses, hearing aid]
  [6 Alcohol or drugs]
  [7 Cannot pay for health]
  [8 Something else]
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Something else]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Write on a web page]
< Open this link to write on a web page. It works once, for 15 minutes.
< You can also go on here.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Write on a web page]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
! link before paragraph 2
# The link was opened: from now on it is told there, and nothing here says what.
> (move)
! HandOver
! there < We go on here. Your app does not show what you write here.
! there < Please tell us a little more. Write it in your own words, or send a voice message.
! there   [Back]  [Skip]
! there   [Person]  [Help]  [Language]
< OK. We go on there.
  [Open the web page]
  [Menu]
> (move)
! HandOver
! there < We go on here. Your app does not show what you write here.
! there < Please tell us a little more. Write it in your own words, or send a voice message.
! there   [Back]  [Skip]
! there   [Person]  [Help]  [Language]
# Staff write there; here it is only said that they did.
> (news)
< There is a message for you on the web page.
  [Open the web page]
  [Menu]
> [Open the web page]
< Open this link to write on a web page. It works once, for 15 minutes.
  [Menu]
! link before paragraph 2
# What is not sensitive is asked without it, and an old button gives a link to what is there.
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
> {!page}
< Open this link to write on a web page. It works once, for 15 minutes.
  [Menu]
! link before paragraph 2
# Where there is no web page it is never offered.
way: share
> /need
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [Back]
< Your answer was: No bus, or wrong time
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
> [Back]
< Your answer was: Getting around
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
  [Keep it]
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> [See a doctor]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
> {!page}
< This button is from an earlier talk.
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
