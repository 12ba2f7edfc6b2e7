# Who is known tells something new: the words are kept, and asked about at once.
> hallo
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
> [Gesundheit]
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
> 2
< Bitte erzählen Sie etwas mehr. Schreiben Sie in Ihren eigenen Worten. Oder senden Sie eine Sprachnachricht.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> zahn tut weh
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
< Thema: Gesundheit
< Worum es geht: Zähne
< Ihre Worte: zahn tut weh
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
= topic: HEA
= detail: HEA.dentist
= story: zahn tut weh
= place: Heide
= urgency: week
< Danke. Ihre Nummer ist N-7KM-5Q2. Eine Person schreibt Ihnen hier bis Donnerstag, 7. Mai.
< Sie können jederzeit MENÜ schreiben.
< Darf ich noch ein paar Dinge fragen? Das hilft uns. Sie können nein sagen.
  [1 Ja, fragen Sie]
  [2 Nein, danke]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 2
< Danke.
  [Menü]
> (means HOM.repair) die Heizung geht auch nicht mehr
< Danke. Gehört das zu Ihrer Anfrage N-7KM-5Q2?
  [1 Ja, es gehört dazu]
  [2 Nein, es ist neu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 2
< Danke. Ich habe Ihre Worte aufgeschrieben.
< Geht es um: Meine Wohnung – Reparatur, Heizung?
  [1 Ja]
  [2 Nein]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> ja
< Wo wohnen Sie? Schreiben Sie den Namen von Ihrem Ort.
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> nein
< Wann brauchen Sie Hilfe?
  [1 Jetzt in Gefahr]
  [2 Heute oder morgen]
  [3 Diese Woche]
  [4 Diesen Monat]
  [5 Es kann warten]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
