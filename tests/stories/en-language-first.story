# The name of a language as the very first word is its choice; a number is not.
> 1
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> العربية
< أنا برنامج حاسوب. أعمل لدى Heide Social Service.
< قد تكون في إجاباتك معلومات عن صحتك. يمكنك كتابة «احذف» في أي وقت.
< هل تسمح لنا بحفظها ليساعدك العاملون لدى Heide Social Service؟
  [1 نعم، احفظوها]
  [2 لا]
  [3 معلومات أكثر]
  [رجوع]
  [شخص]  [مساعدة]  [اللغة]
