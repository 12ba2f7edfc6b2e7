# Danger written in a language that is not offered is heard, and answered in the language that was chosen (G1, G2).
device: de
> hallo
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
> deutsch
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> mi marido me pega
! Alarm hurt
< Kann jemand anderes dieses Telefon lesen? Dann löschen Sie diesen Chat nach dem Lesen. Hilfe bekommen Sie von Menschen, denen Sie vertrauen können:
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Ich behalte Ihre Worte für kurze Zeit. Ich speichere sie nur, wenn Sie ja sagen.
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [Alles gut, weiter]
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Alles gut, weiter]
! Alarm hurt True
< Das ist gut zu hören. Machen wir weiter.
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> чоловік мене б'є
! Alarm hurt
< Kann jemand anderes dieses Telefon lesen? Dann löschen Sie diesen Chat nach dem Lesen. Hilfe bekommen Sie von Menschen, denen Sie vertrauen können:
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [Alles gut, weiter]
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
