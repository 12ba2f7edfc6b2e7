# Delete before anything was told.
> /delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> yes
! Erase D-7KM-4Q4
< Done. We deleted your data on Monday 4 May.
< This number proves it: D-7KM-4Q4. It does not say who you are.
< Your app may still keep this chat. You can delete it there.
  [Start again]
> /delete
< We will delete your answers and messages. This cannot be undone.
< Do you want that?
  [1 Yes, delete]
  [2 No, go back]
  [Back]
  [Person]  [Help]  [Language]
> no
< OK. Nothing was deleted.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 English]
  [2 العربية]
  [Person]  [Help]
