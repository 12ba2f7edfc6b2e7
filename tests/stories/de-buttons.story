# Every question by its number, in German.
device: de
> /start
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
> 1
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
> 2
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> Seit einem Monat kommt kein Bus mehr ins Dorf
< Wo wohnen Sie? Schreiben Sie den Namen von Ihrem Ort.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> Heide
< Wann brauchen Sie Hilfe?
  [1 Jetzt in Gefahr]
  [2 Heute oder morgen]
  [3 Diese Woche]
  [4 Diesen Monat]
  [5 Es kann warten]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 3
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: Seit einem Monat kommt kein Bus mehr ins Dorf
< Ort: Heide
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Submit N-7KM-5Q2 need de U2
= language: de
= consent: yes
= topic: MOB
= detail: MOB.no_bus
= story: Seit einem Monat kommt kein Bus mehr ins Dorf
= place: Heide
= urgency: week
< Danke. Ihre Nummer ist N-7KM-5Q2. Eine Person schreibt Ihnen hier bis Donnerstag, 7. Mai.
< Sie können jederzeit MENÜ schreiben.
< Darf ich noch ein paar Dinge fragen? Das hilft uns. Sie können nein sagen.
  [1 Ja, fragen Sie]
  [2 Nein, danke]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> /requests
< Nummer N-7KM-5Q2: wir haben es bekommen. Eine Person schreibt bis Donnerstag, 7. Mai.
< Was möchten Sie tun?
  [1 Etwas dazu schreiben]
  [2 Diese Anfrage beenden]
  [3 Mit einer Person reden]
  [4 Eine Antwort ändern]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
