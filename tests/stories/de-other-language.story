# Somebody who writes four words or more in another language than the chosen one is asked in both, and never switched silently.
> guten Tag
< Guten Tag! Bitte wählen Sie Ihre Sprache.
< Ich bin ein Computerprogramm.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 Deutsch]
  [2 English]
  [3 العربية]
  [Person]  [Hilfe]
> [Deutsch]
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Ja, speichern]
! Consented help True de tap
< Wobei brauchen Sie Hilfe? Tippen Sie etwas an oder schreiben Sie. Oder senden Sie eine Sprachnachricht.
< Wenn Sie etwas anfangen möchten, tippen Sie auf „Ich habe eine Idee“.
  [1 Gesundheit]
  [2 Hilfe zu Hause]
  [3 Wege und Fahrten]
  [4 Geld und Essen]
  [5 Meine Wohnung]
  [6 Ich fühle mich allein]
  [7 Nicht in Sicherheit]
  [8 Arbeit]
  [9 Lernen, Internet]
  [10 Familie, Kinder]
  [11 Papiere und Rechte]
  [12 Etwas anderes]
  [Ich habe eine Idee]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> there is no bus to the doctor any more
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Was davon passt am besten? Tippen Sie zum Beispiel auf „Gesundheit“.
< Shall we go on in English?
< Sollen wir auf English weitermachen?
< Wobei brauchen Sie Hilfe? Tippen Sie etwas an oder schreiben Sie. Oder senden Sie eine Sprachnachricht.
< Wenn Sie etwas anfangen möchten, tippen Sie auf „Ich habe eine Idee“.
  [1 Gesundheit]
  [2 Hilfe zu Hause]
  [3 Wege und Fahrten]
  [4 Geld und Essen]
  [5 Meine Wohnung]
  [6 Ich fühle mich allein]
  [7 Nicht in Sicherheit]
  [8 Arbeit]
  [9 Lernen, Internet]
  [10 Familie, Kinder]
  [11 Papiere und Rechte]
  [12 Etwas anderes]
  [Ich habe eine Idee]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [English]
# Asked once for each language: whoever goes on, goes on as before.
> I live in the village and have no car
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Bitte tippen Sie auf einen der Knöpfe.
< Wobei brauchen Sie Hilfe? Tippen Sie etwas an oder schreiben Sie. Oder senden Sie eine Sprachnachricht.
< Wenn Sie etwas anfangen möchten, tippen Sie auf „Ich habe eine Idee“.
  [1 Gesundheit]
  [2 Hilfe zu Hause]
  [3 Wege und Fahrten]
  [4 Geld und Essen]
  [5 Meine Wohnung]
  [6 Ich fühle mich allein]
  [7 Nicht in Sicherheit]
  [8 Arbeit]
  [9 Lernen, Internet]
  [10 Familie, Kinder]
  [11 Papiere und Rechte]
  [12 Etwas anderes]
  [Ich habe eine Idee]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
# One tap, and the same question stands in that language.
> موعد الطبيب بعيد ولا توجد حافلة
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Das ist nicht leicht. Eine Person kann Ihnen dabei helfen. Ihre Antworten bis jetzt sind noch da.
< هل نتابع بهذه اللغة: العربية؟
< Sollen wir auf العربية weitermachen?
< Wobei brauchen Sie Hilfe? Tippen Sie etwas an oder schreiben Sie. Oder senden Sie eine Sprachnachricht.
< Wenn Sie etwas anfangen möchten, tippen Sie auf „Ich habe eine Idee“.
  [1 Gesundheit]
  [2 Hilfe zu Hause]
  [3 Wege und Fahrten]
  [4 Geld und Essen]
  [5 Meine Wohnung]
  [6 Ich fühle mich allein]
  [7 Nicht in Sicherheit]
  [8 Arbeit]
  [9 Lernen, Internet]
  [10 Familie, Kinder]
  [11 Papiere und Rechte]
  [12 Etwas anderes]
  [Ich habe eine Idee]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [العربية]
> [العربية]
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
# Three words, or a language that is not offered: nothing is asked.
> ich brauche Hilfe
< سأسألك بضعة أسئلة قصيرة. اضغط على زر، أو اكتب رقمه، أو اكتب بكلماتك.
< هذه الكلمات تعمل دائمًا: رجوع، تخطي، القائمة، شخص، اللغة، توقف، احذف.
< إن كنت تحتاج إلى مساعدة فورًا، يرجى الاتصال بأحد هذه الأرقام:
< الطوارئ: 112
< العنف في البيت: 116 016 (ليلًا ونهارًا)
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
> Jag behöver hjälp med min mamma
< شكرًا لك. لقد سجلت كلماتك.
< هذا ليس سهلًا. يمكن لشخص أن يساعدك في ذلك. إجاباتك حتى الآن محفوظة.
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
