# Two people behind one phone, and then a third: nothing of theirs mixes.
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
# She takes the phone. Nobody asks for a name.
> someone else
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 1]
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
> someone else
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
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
> menu
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
> [Someone else writes]
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> 7
< Please tap one, or write its number.
< Who is writing now?
  [1 Person 1]
  [2 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [A new person]
! person 2
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
# A second tap makes nobody, and a button of the first one's question is not hers.
> {speaker:new~1st}
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> {detail:MOB.no_bus~3rd}
< This button is from an earlier talk.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> [العربية]
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟
  [1 نعم، احفظوها]
  [2 لا]
  [3 معلومات أكثر]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> [نعم، احفظوها]
! Consented help True ar tap
< في أي شيء تحتاج إلى مساعدة؟ اضغط على خيار، أو اكتب، أو أرسل رسالة صوتية.
< إن أردت أن تبدأ شيئًا، اضغط على «لدي فكرة».
  [1 الصحة]
  [2 مساعدة في البيت]
  [3 التنقل والمواصلات]
  [4 المال والطعام]
  [5 بيتي]
  [6 أشعر بالوحدة]
  [7 لست في أمان]
  [8 العمل]
  [9 التعلّم والإنترنت]
  [10 العائلة والأطفال]
  [11 الأوراق والحقوق]
  [12 شيء آخر]
  [لدي فكرة]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> [الصحة]
< الصحة: ما الأمر بالتحديد؟
  [1 زيارة الطبيب]
  [2 الأسنان]
  [3 حزن وضيق شديد]
  [4 الأدوية]
  [5 نظارة أو سماعة أذن]
  [6 الكحول أو المخدرات]
  [7 لا أقدر على دفع العلاج]
  [8 شيء آخر]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> [زيارة الطبيب]
< يرجى أن تخبرنا بالمزيد قليلًا. اكتب بكلماتك، أو أرسل رسالة صوتية.
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
# Back to the first, whose question stands where it stood.
> [شخص آخر يكتب]
< من يكتب الآن؟
  [1 الشخص 1]
  [2 الشخص 2]
  [3 شخص جديد]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
> [الشخص 1]
! person 1
< Person 1 is writing now.
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
  [Someone else writes]
> [No bus, or wrong time]
< Please tell us a little more. Write it in your own words, or send a voice message.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
  [Someone else writes]
> There is no bus on Sundays.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
  [Someone else writes]
# Words of danger reach whoever writes.
> [Someone else writes]
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> Person 2
! person 2
< الآن يكتب الشخص 2.
< يرجى أن تخبرنا بالمزيد قليلًا. اكتب بكلماتك، أو أرسل رسالة صوتية.
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> أريد أن أموت
! Alarm die
< يؤسفني أنك تشعر بهذا الألم. ليس عليك أن تواجه هذا وحدك. يرجى التحدث مع أحد الآن:
< الطوارئ: 112
< قل لهم أين أنت.
< أنا برنامج حاسوب. لا أستطيع الاتصال بدلًا عنك.
< لقد أخبرت العاملين لدى Heide Social Service. قد لا يرون ذلك فورًا.
< أين تسكن؟ اكتب اسم مدينتك أو قريتك.
  [أنا بخير، لنتابع]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
# An edited message is its writer's, and so is a reply; who did either goes on.
> (edit 99) Nobody knows whose words these are.
< رأيت أنك عدّلت رسالة. يرجى كتابتها من جديد إن كانت مهمة.
< أين تسكن؟ اكتب اسم مدينتك أو قريتك.
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> (edit 20) There is no bus on Sundays and Mondays.
< رأيت أنك عدّلت رسالة. يرجى كتابتها من جديد إن كانت مهمة.
< أين تسكن؟ اكتب اسم مدينتك أو قريتك.
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> (reply 14) ليس عندنا طبيب في القرية
< متى تحتاج إلى المساعدة؟
  [1 أنا في خطر الآن]
  [2 اليوم أو غدًا]
  [3 هذا الأسبوع]
  [4 هذا الشهر]
  [5 يمكنني الانتظار]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
# The one who writes may be chosen again, and a forged number is nobody's.
> {speaker:p2}
< متى تحتاج إلى المساعدة؟
  [1 أنا في خطر الآن]
  [2 اليوم أو غدًا]
  [3 هذا الأسبوع]
  [4 هذا الشهر]
  [5 يمكنني الانتظار]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> {speaker:p4}
< هذا الزر من محادثة سابقة.
< متى تحتاج إلى المساعدة؟
  [1 أنا في خطر الآن]
  [2 اليوم أو غدًا]
  [3 هذا الأسبوع]
  [4 هذا الشهر]
  [5 يمكنني الانتظار]
  [رجوع]  [تخطي]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
# A third one, who looks around and hands it back.
> شخص آخر
< من يكتب الآن؟
  [1 الشخص 1]
  [2 الشخص 2]
  [3 شخص جديد]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
> [شخص جديد]
! person 3
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> (late) hello
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
  [Someone else writes]
> [Someone else writes]
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 Person 3]
  [4 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 1]
! person 1
< Person 1 is writing now.
< Where do you live? Write the name of your town or village.
  [Back]  [Skip]
  [Person]  [Help]  [Language]
  [Someone else writes]
