# The place that is meant is shown at the check, beside the own words; another of that name is one tap away.
places: DE
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
> 2
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Wo wohnen Sie? Schreiben Sie den Namen von Ihrem Ort.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> husum
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
< Ihre Worte: keine Antwort
< Ort: Husum, Schleswig-Holstein
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Niedersachsen]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Ort: Husum, Niedersachsen]
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: keine Antwort
< Ort: Husum, Niedersachsen
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Schleswig-Holstein]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Ändern]
< Welche Antwort möchten Sie ändern?
  [1 Thema]
  [2 Worum es geht]
  [3 Ihre Worte]
  [4 Ort]
  [5 Wann]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> [Ort]
< Ihre Antwort war: Husum, Niedersachsen
< Wo wohnen Sie? Schreiben Sie den Namen von Ihrem Ort.
  [1 Husum, Niedersachsen]
  [2 Husum, Schleswig-Holstein]
  [So lassen]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: keine Antwort
< Ort: Husum, Schleswig-Holstein
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Niedersachsen]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> {place:DE-2897132~1st}
< Das habe ich geändert.
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: keine Antwort
< Ort: Husum, Schleswig-Holstein
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Niedersachsen]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 4
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: keine Antwort
< Ort: Husum, Niedersachsen
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Schleswig-Holstein]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> wohne in einem dorf bei Heide
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Bitte tippen Sie auf „Senden“. Oder schreiben Sie die Nummer.
< Bitte prüfen Sie:
< Thema: Wege und Fahrten
< Worum es geht: Kein Bus, falsche Zeit
< Ihre Worte: wohne in einem dorf bei Heide
< Ort: Husum, Niedersachsen
< Wann: Diese Woche
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [4 Ort: Husum, Schleswig-Holstein]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> zurück
< Ihre Antwort war: Diese Woche
< Wann brauchen Sie Hilfe?
  [1 Jetzt in Gefahr]
  [2 Heute oder morgen]
  [3 Diese Woche]
  [4 Diesen Monat]
  [5 Es kann warten]
  [So lassen]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
