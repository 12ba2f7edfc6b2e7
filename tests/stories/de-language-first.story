# The name of a language as the very first word.
> deutsch
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
