# The same as the very first message.
> (sticker)
< Thank you! I can only read words.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
> (contact)
< I do not keep contacts of other people. I did not save it.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
