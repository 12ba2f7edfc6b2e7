# Details that speak of danger.
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
> 7
< Nicht in Sicherheit: Worum geht es?
  [1 Jetzt in Gefahr]
  [2 Jemand tut mir weh]
  [3 Gedanken ans Sterben]
  [4 Ein Kind ist in Gefahr]
  [5 Zwang, Arbeit ohne Lohn]
  [6 Betrogen oder bedroht]
  [7 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
! Alarm hurt
< Kann jemand anderes dieses Telefon lesen? Dann löschen Sie diesen Chat nach dem Lesen. Hilfe bekommen Sie von Menschen, denen Sie vertrauen können:
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Alles gut, weiter]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> {detail:SAF.die~1st}
! Alarm die
< Es tut mir leid, dass es Ihnen so schlecht geht. Sie müssen damit nicht allein sein. Bitte sprechen Sie jetzt mit jemandem:
< Notruf: 112
< Sagen Sie dort, wo Sie sind.
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Das habe ich geändert.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Alles gut, weiter]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> {detail:SAF.child~1st}
! Alarm child
< Ein Kind muss sicher sein. Bitte rufen Sie jetzt an:
< Notruf: 112
< Sagen Sie dort, wo Sie sind.
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Das habe ich geändert.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Alles gut, weiter]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> {urgency:now~1st}
! Alarm now
< Bitte rufen Sie jetzt Hilfe. Gehen Sie an einen sicheren Ort, wenn Sie können.
< Notruf: 112
< Sagen Sie dort, wo Sie sind.
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Das habe ich geändert.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Alles gut, weiter]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
