# After sending.
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
> überspringen
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Wo wohnen Sie? Schreiben Sie den Namen von Ihrem Ort.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Wann brauchen Sie Hilfe?
  [1 Jetzt in Gefahr]
  [2 Heute oder morgen]
  [3 Diese Woche]
  [4 Diesen Monat]
  [5 Es kann warten]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Bitte prüfen Sie:
< Thema: keine Antwort
< Ihre Worte: keine Antwort
< Ort: keine Antwort
< Wann: keine Antwort
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Submit N-7KM-4QA need de U3
= language: de
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: not answered
< Danke. Ihre Nummer ist N-7KM-4QA. Eine Person schreibt Ihnen hier bis Dienstag, 19. Mai.
< Sie können jederzeit MENÜ schreiben.
< Darf ich noch ein paar Dinge fragen? Das hilft uns. Sie können nein sagen.
  [1 Ja, fragen Sie]
  [2 Nein, danke]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 2
< Danke.
  [Menü]
> danke
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
> Der Bus hält auch nicht mehr an der Schule
< Danke. Gehört das zu Ihrer Anfrage N-7KM-4QA?
  [1 Ja, es gehört dazu]
  [2 Nein, es ist neu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Amend N-7KM-4QA Der Bus hält auch nicht mehr an der Schule
< Danke. Ihre Worte stehen jetzt bei der Nummer N-7KM-4QA.
  [Menü]
> stopp
< Gut. Ich schreibe Ihnen nicht mehr von selbst. Schreiben Sie START zum Weitermachen oder LÖSCHEN zum Löschen Ihrer Daten.
  [Neu anfangen]
> start
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
