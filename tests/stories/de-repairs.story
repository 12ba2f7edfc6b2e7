# Three repairs.
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
> 99
< Was davon passt am besten? Tippen Sie zum Beispiel auf „Gesundheit“.
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
> 99
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
> 99
< Das ist nicht leicht. Eine Person kann Ihnen dabei helfen. Ihre Antworten bis jetzt sind noch da.
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
> 1
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
> 99
< Bitte tippen Sie an, was am besten passt. Oder schreiben Sie die Nummer.
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
> 99
< Bitte tippen Sie auf einen der Knöpfe.
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
> 99
< Das ist nicht leicht. Eine Person kann Ihnen dabei helfen. Ihre Antworten bis jetzt sind noch da.
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
