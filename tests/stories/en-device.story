# The device says which language comes first.
device: ar-EG
> /start
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
< Hello! Please choose your language.
< I am a computer program.
  [1 العربية]
  [2 English]
  [شخص]  [مساعدة]
> 1
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟
  [1 نعم، احفظوها]
  [2 لا]
  [3 معلومات أكثر]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
