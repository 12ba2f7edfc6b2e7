# A municipality informs.
basis: public-task
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
< Guten Tag! Bitte wählen Sie Ihre Sprache.
< Ich bin ein Computerprogramm.
  [1 English]
  [2 العربية]
  [3 Deutsch]
  [Person]  [Help]
> [Deutsch]
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< Wir speichern Ihre Antworten, damit wir Ihnen helfen können. Sie können uns bitten, alles zu löschen.
< Sollen wir weitermachen?
  [1 Weiter]
  [2 Aufhören]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Wer wir sind: Dieser Dienst gehört zu Heide Social Service. Personen von Heide Social Service lesen Ihre Antworten. Ich frage nur und gebe weiter.
< Sollen wir weitermachen?
  [1 Weiter]
  [2 Aufhören]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Consented help True de words
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
