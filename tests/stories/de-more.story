# Tell me more.
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
> 3
< Wer wir sind: Dieser Dienst gehört zu Heide Social Service. Personen von Heide Social Service lesen Ihre Antworten. Ich frage nur und gebe weiter.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Was und warum: Wir speichern, was Sie brauchen, wo und wann. So finden wir Hilfe für Sie. Wir zählen auch, welche Hilfe hier fehlt.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Wer es sieht: nur Personen bei Heide Social Service, die Ihnen helfen. Sie dürfen es nicht weitersagen. Wir verkaufen nichts davon.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Wie lange: Wir behalten offene Anfragen 24 Monate nach unserem letzten Gespräch. Fertige 12 Monate; nicht gesendet, beendet oder ohne Ihre Antwort: 90 Tage. Schreiben Sie LÖSCHEN, dann löschen wir sie sofort.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Die App: Gehört sie einer anderen Firma, sieht diese unseren Chat. Bitte schreiben Sie dort nichts, was sie nicht sehen darf.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Ihre Rechte: Sie können Ihre Antworten sehen, ändern oder löschen. Sie können jederzeit aufhören. Sie können sich bei der Datenschutz-Behörde Ihres Landes beschweren.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 2
! Refused
< Gut. Ich speichere nichts. Ich kann Telefonnummern zeigen.
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
< Opfer von Straftaten: 116 006
< Sie können jederzeit START schreiben. Dann fangen wir neu an.
  [Neu anfangen]
