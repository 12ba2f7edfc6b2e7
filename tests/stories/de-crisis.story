# Words of crisis in German, before and after consent.
> ich will sterben
! Alarm die
< Es tut mir leid, dass es Ihnen so schlecht geht. Sie müssen damit nicht allein sein. Bitte sprechen Sie jetzt mit jemandem:
< Notruf: 112
< Sagen Sie dort, wo Sie sind.
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Guten Tag! Bitte wählen Sie Ihre Sprache.
< Ich bin ein Computerprogramm.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [Alles gut, weiter]
  [1 Deutsch]
  [2 English]
  [3 العربية]
  [Person]  [Hilfe]
> [Deutsch]
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> mein mann schlaegt mich jeden tag
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
> ja
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
> {!fine}
! Alarm hurt True
< Das ist gut zu hören. Machen wir weiter.
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
> ich mag nimmer leben
! Alarm die
< Es tut mir leid, dass es Ihnen so schlecht geht. Sie müssen damit nicht allein sein. Bitte sprechen Sie jetzt mit jemandem:
< Notruf: 112
< Sagen Sie dort, wo Sie sind.
< Ich bin ein Computerprogramm. Ich kann nicht für Sie anrufen.
< Ich habe es den Personen bei Heide Social Service gesagt. Vielleicht sehen sie es nicht sofort.
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Wege und Fahrten: Worum geht es?
  [Alles gut, weiter]
  [1 Fahrt zum Arzt]
  [2 Kein Bus, falsche Zeit]
  [3 Fahrt zum Laden, Amt]
  [4 Fahrt zur Schule]
  [5 Fahrkarte, Benzin teuer]
  [6 Schwer gehen, Rollstuhl]
  [7 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
