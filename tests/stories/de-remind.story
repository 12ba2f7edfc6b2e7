# A reminder, only if wished.
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
> 3
< Wege und Fahrten: Worum geht es?
  [1 Fahrt zum Arzt]
  [2 Kein Bus, falsche Zeit]
  [3 Fahrt zum Laden, Amt]
  [4 Fahrt zur Schule]
  [5 Fahrkarte, Benzin teuer]
  [6 Schwer gehen, Rollstuhl]
  [7 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> menue
< Was möchten Sie tun?
  [1 Sagen, was ich brauche]
  [2 Eine Idee erzählen]
  [3 Meine Anfragen sehen]
  [4 Mit einer Person reden]
  [5 Hilfe]
  [6 Später erinnern]
  [7 Andere Sprache]
  [8 Nachrichten stoppen]
  [9 Meine Erlaubnisse]
  [10 Meine Daten bekommen]
  [11 Meine Daten löschen]
  [12 Jemand anderes schreibt]
  [Zurück]
> [Später erinnern]
! Remind 1777881600 2026-05-06T08:00:00+00:00
< Gut. Ihre Antworten behalte ich bis Sonntag, 2. August. Ich erinnere Sie einmal, am Mittwoch, 6. Mai.
  [Menü]
@ +2d
> (remind) 1777881600
< Sie wollten erinnert werden. Hier machen wir weiter.
< Wege und Fahrten: Worum geht es?
  [1 Fahrt zum Arzt]
  [2 Kein Bus, falsche Zeit]
  [3 Fahrt zum Laden, Amt]
  [4 Fahrt zur Schule]
  [5 Fahrkarte, Benzin teuer]
  [6 Schwer gehen, Rollstuhl]
  [7 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
