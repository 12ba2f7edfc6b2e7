# Another language, from anywhere; the question is put again in it.
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
> [Language]
< Please choose your language.
  [1 English]
  [2 العربية]
  [Back]
  [Person]  [Help]
> [العربية]
< التنقل والمواصلات: ما الأمر بالتحديد؟
  [1 توصيل إلى الطبيب]
  [2 لا حافلة، أو وقت غير جيد]
  [3 توصيل إلى متجر أو دائرة]
  [4 توصيل إلى المدرسة]
  [5 ثمن التذاكر أو الوقود]
  [6 صعوبة المشي، كرسي متحرك]
  [7 شيء آخر]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
> {language:en}
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
> language
< Please choose your language.
  [1 English]
  [2 العربية]
  [Back]
  [Person]  [Help]
> nonsense
< Please tap your language, or write its number.
< Please choose your language.
  [1 English]
  [2 العربية]
  [Back]
  [Person]  [Help]
> 2
< التنقل والمواصلات: ما الأمر بالتحديد؟
  [1 توصيل إلى الطبيب]
  [2 لا حافلة، أو وقت غير جيد]
  [3 توصيل إلى متجر أو دائرة]
  [4 توصيل إلى المدرسة]
  [5 ثمن التذاكر أو الوقود]
  [6 صعوبة المشي، كرسي متحرك]
  [7 شيء آخر]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
> {language:en~1st}
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
> {language:xx}
< This button is from an earlier talk.
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
> language
< Please choose your language.
  [1 English]
  [2 العربية]
  [Back]
  [Person]  [Help]
> The bus does not come to our village
< Thank you. I have written down your words.
< Please tap what fits best, or write its number.
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
> language
< Please choose your language.
  [1 English]
  [2 العربية]
  [Back]
  [Person]  [Help]
> [Back]
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
