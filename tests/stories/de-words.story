# Words of navigation and labels, in German.
> Guten Tag
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
> hilfe
< Ich stelle ein paar kurze Fragen. Tippen Sie auf einen Knopf, oder schreiben Sie seine Nummer. Eigene Worte gehen auch.
< Diese Wörter gehen immer: ZURÜCK, ÜBERSPRINGEN, MENÜ, PERSON, SPRACHE, STOPP, LÖSCHEN.
< Brauchen Sie sofort Hilfe, dann rufen Sie bitte an:
< Notruf: 112
< Gewalt zu Hause: 116 016 (Tag und Nacht)
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
> zurueck
< Ihre Antwort war: Ja, speichern
< Ich bin ein Computerprogramm. Ich arbeite für Heide Social Service.
< In Ihren Antworten kann es um Ihre Gesundheit gehen. Sie können jederzeit LÖSCHEN schreiben.
< Dürfen wir Ihre Antworten speichern, damit Personen bei Heide Social Service Ihnen helfen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [So lassen]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> ja
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
> gesundheit
< Gesundheit: Worum geht es?
  [1 Zum Arzt gehen]
  [2 Zähne]
  [3 Sehr niedergeschlagen]
  [4 Medikamente]
  [5 Brille, Hörgerät]
  [6 Alkohol oder Drogen]
  [7 Kein Geld für Medizin]
  [8 Etwas anderes]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> person
! Alarm person
< Eine Person von Heide Social Service schreibt Ihnen hier bis Dienstag, 5. Mai.
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> Ich brauche einen Termin beim Arzt
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
> überspringen
< Bitte prüfen Sie:
< Thema: Gesundheit
< Worum es geht: keine Antwort
< Ihre Worte: Ich brauche einen Termin beim Arzt
< Ort: Heide
< Wann: keine Antwort
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [Zurück]
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
> zurueck
< Bitte prüfen Sie:
< Thema: Gesundheit
< Worum es geht: keine Antwort
< Ihre Worte: Ich brauche einen Termin beim Arzt
< Ort: Heide
< Wann: keine Antwort
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Submit N-7KM-5Q8 need de U3
= language: de
= consent: yes
= topic: HEA
= detail: not answered
= story: Ich brauche einen Termin beim Arzt
= place: Heide
= urgency: not answered
< Danke. Ihre Nummer ist N-7KM-5Q8. Eine Person schreibt Ihnen hier bis Dienstag, 19. Mai.
< Sie können jederzeit MENÜ schreiben.
< Darf ich noch ein paar Dinge fragen? Das hilft uns. Sie können nein sagen.
  [1 Ja, fragen Sie]
  [2 Nein, danke]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> meine Anfragen
< Nummer N-7KM-5Q8: wir haben es bekommen. Eine Person schreibt bis Dienstag, 19. Mai.
< Was möchten Sie tun?
  [1 Etwas dazu schreiben]
  [2 Diese Anfrage beenden]
  [3 Mit einer Person reden]
  [4 Eine Antwort ändern]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
