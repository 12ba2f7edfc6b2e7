# No, and the numbers.
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
> nein
! Refused
< Gut. Ich speichere nichts. Ich kann Telefonnummern zeigen.
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
< Opfer von Straftaten: 116 006
< Sie können jederzeit START schreiben. Dann fangen wir neu an.
  [Neu anfangen]
