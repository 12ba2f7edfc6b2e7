# Two people on one phone, and one of them goes on on a web page.
way: share page
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
> jemand anderes
< Wer schreibt jetzt?
  [1 Person 1]
  [2 Eine neue Person]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Eine neue Person]
! person 2
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
  [Someone else writes]
> [Deutsch]
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
> (staff 1) Kann ich am Dienstag kommen?
! person 1
< Für Person 1 an diesem Telefon:
< Eine Person von Heide Social Service schreibt Ihnen:
< Kann ich am Dienstag kommen?
< Antworten Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Person 1]
> [Jemand anderes]
! person 2
< Wer schreibt jetzt?
  [1 Person 1]
  [2 Person 2]
  [3 Eine neue Person]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Person 1]
! person 1
< Jetzt schreibt Person 1.
< Eine Person von Heide Social Service schreibt Ihnen:
< Kann ich am Dienstag kommen?
< Antworten Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
> jemand anderes
< Wer schreibt jetzt?
  [1 Person 1]
  [2 Person 2]
  [3 Eine neue Person]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Person 2]
! person 2
< Jetzt schreibt Person 2.
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
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
  [Jemand anderes]
> [Gesundheit]
< Gesundheit: Worum geht es?
  [1 Zum Arzt gehen]
  [2 Zähne]
  [3 Sehr niedergeschlagen]
  [4 Medikamente]
  [5 Brille, Hörgerät]
  [6 Alkohol oder Drogen]
  [7 Kein Geld für Medizin]
  [8 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
> [Zum Arzt gehen]
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Auf einer Webseite]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
> [Auf einer Webseite]
< Öffnen Sie diesen Link. Dann schreiben Sie auf einer Webseite. Er gilt einmal, 15 Minuten lang.
< Sie können auch hier weitermachen.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Auf einer Webseite]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
  [Jemand anderes]
! link before paragraph 2
> (move 2)
! HandOver
! there < Wir machen hier weiter. Ihre App zeigt nicht, was Sie hier schreiben.
! there < Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
! there   [Zurück]  [Überspringen]
! there   [Person]  [Hilfe]  [Sprache]
< Gut. Wir machen dort weiter.
  [Webseite öffnen]
  [Menü]
