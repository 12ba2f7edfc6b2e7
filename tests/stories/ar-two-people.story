# Samir, and his wife on the same phone.
device: ar
> /start
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
< Hello! Please choose your language.
< I am a computer program.
  [1 العربية]
  [2 English]
  [شخص]  [مساعدة]
> [العربية]
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟
  [1 نعم، احفظوها]
  [2 لا]
  [3 معلومات أكثر]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
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
> شخص آخر
< من يكتب الآن؟
  [1 الشخص 1]
  [2 شخص جديد]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
> [شخص جديد]
! person 2
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
< Hello! Please choose your language.
< I am a computer program.
  [1 العربية]
  [2 English]
  [شخص]  [مساعدة]
  [شخص آخر يكتب]
> [English]
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
> [Someone else writes]
< Who is writing now?
  [1 Person 1]
  [2 Person 2]
  [3 A new person]
  [Back]
  [Person]  [Help]  [Language]
> [Person 1]
! person 1
< الآن يكتب الشخص 1.
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
> احذف
< سنحذف إجاباتك ورسائلك. لا يمكن التراجع عن ذلك.
< هل تريد ذلك؟
  [1 نعم، احذفوها]
  [2 لا، رجوع]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
  [شخص آخر يكتب]
> نعم
! Erase D-7KM-5Q3
< تم. لقد حذفنا بياناتك يوم الاثنين 4 أيار/مايو.
< هذا الرقم يثبت ذلك: D-7KM-5Q3. لا يدل على هويتك.
< قد تبقى هذه المحادثة في تطبيقك. يمكنك حذفها هناك.
  [أنا الشخص 2]
  [ابدأ من جديد]
> [أنا الشخص 2]
! person 2
< Person 2 is writing now.
< I am a computer program. I work for Heide Social Service.
< Your answers can be about your health. You can say DELETE at any time.
< May we save them so people at Heide Social Service can help you?
  [1 Yes, save them]
  [2 No]
  [3 Tell me more]
  [Back]
  [Person]  [Help]  [Language]
  [Someone else writes]
