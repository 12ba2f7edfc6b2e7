# The words of a consent have changed, in Arabic; then another language is chosen, and nothing is asked twice.
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
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
changed: need.consent.3
@ +3d
> مرحبا
< أهلًا بك من جديد! نتابع من حيث توقفنا.
< تغيّر كلامنا عن بياناتك. يرجى قراءته من جديد.
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟ (new)
  [1 نعم]
  [2 لا]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
> نعم
! Consented help True ar words
< شكرًا لك.
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
> /language
< يرجى اختيار لغتك.
  [1 English]
  [2 العربية]
  [رجوع]
  [شخص]  [مساعدة]
> [English]
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
> hello
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
