# Did you get help, in German.
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
@ +7d
> (follow_up)
< Guten Tag, hier ist Heide Social Service. Es geht um die Nummer N-7KM-4QA.
< Haben Sie Hilfe bekommen?
  [1 Ja]
  [2 Ein wenig]
  [3 Nein]
  [4 Noch nicht]
  [5 Nicht mehr fragen]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 3
! Consented followup True de tap
! Complete N-7KM-4QA [{'question': 'helped', 'value': 'no', 'label': 'Nein', 'message': '11'}]
< Was war das Problem?
  [1 Das gibt es hier nicht]
  [2 Zu weit, keine Fahrt]
  [3 Zu lange warten]
  [4 Zu teuer]
  [5 Sprache]
  [6 Für mich nicht erlaubt]
  [7 Nicht das Richtige]
  [8 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
! Complete N-7KM-4QA [{'question': 'barrier', 'value': 'far', 'label': 'Zu weit, keine Fahrt', 'message': '12'}]
< Wie geht es Ihnen jetzt damit?
  [1 Besser]
  [2 Genauso]
  [3 Schlechter]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
! Complete N-7KM-4QA [{'question': 'now', 'value': 'same', 'label': 'Genauso', 'message': '13'}]
< Sollen wir das abschließen?
  [1 Abschließen]
  [2 Offen lassen]
  [3 Rufen Sie mich an]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
! Complete N-7KM-4QA [{'question': 'close', 'value': 'keep_open', 'label': 'Offen lassen', 'message': '14'}]
< Möchten Sie uns noch mehr sagen?
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Danke.
  [Menü]
