# A few more things, in German.
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
> 1
< Ist das für Sie oder für jemand anderen?
  [1 Für mich]
  [2 Für meine Familie]
  [3 Für eine andere Person]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 1
! Complete N-7KM-4QA [{'question': 'for_whom', 'value': 'me', 'label': 'Für mich', 'message': '10'}]
< Passt etwas davon zu Ihnen? Sie müssen es nicht sagen.
< Mit „Fertig“ erlauben Sie uns, es zu speichern.
  [1 Älter (65 oder mehr)]
  [2 Neu in diesem Land]
  [3 Behinderung, lange krank]
  [4 Über 1 Jahr ohne Arbeit]
  [5 Ich bin alleinerziehend]
  [6 Ich pflege jemanden]
  [7 Jung, ohne Schule, Beruf]
  [8 Seelische Probleme]
  [9 Ich wohne weit draußen]
  [10 Etwas anderes]
  [11 Möchte ich nicht sagen]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
< Passt etwas davon zu Ihnen? Sie müssen es nicht sagen.
< Mit „Fertig“ erlauben Sie uns, es zu speichern.
  [1 Älter (65 oder mehr)]
  [2 ✓ Neu in diesem Land]
  [3 Behinderung, lange krank]
  [4 Über 1 Jahr ohne Arbeit]
  [5 Ich bin alleinerziehend]
  [6 Ich pflege jemanden]
  [7 Jung, ohne Schule, Beruf]
  [8 Seelische Probleme]
  [9 Ich wohne weit draußen]
  [10 Etwas anderes]
  [11 Möchte ich nicht sagen]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> fertig
! Consented group True de tap
! Complete N-7KM-4QA [{'question': 'group', 'value': 'migrant'}]
< Wie kann eine Person Sie erreichen?
  [1 Hier in diesem Chat]
  [2 Am Telefon]
  [3 Mit einem Besuch]
  [4 Im Büro]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 1
! Complete N-7KM-4QA [{'question': 'contact', 'value': 'here', 'label': 'Hier in diesem Chat', 'message': '13'}]
< Brauchen Sie etwas davon? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 Dolmetschen]
  [2 Große Schrift]
  [3 Sprachnachrichten]
  [4 Gebärdensprache]
  [5 Nichts]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 1
< Brauchen Sie etwas davon? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 ✓ Dolmetschen]
  [2 Große Schrift]
  [3 Sprachnachrichten]
  [4 Gebärdensprache]
  [5 Nichts]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> fertig
! Complete N-7KM-4QA [{'question': 'support', 'value': 'interpreter'}]
< Danke.
  [Menü]
