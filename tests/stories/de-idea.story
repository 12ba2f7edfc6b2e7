# An idea, in German.
> /idea
< Please choose your language.
< يرجى اختيار لغتك.
< Bitte wählen Sie Ihre Sprache.
  [1 English]
  [2 العربية]
  [3 Deutsch]
  [Person]  [Help]
> [Deutsch]
< Schön, dass Sie eine Idee haben!
< Dürfen wir sie speichern und dem Team vor Ort zeigen?
  [1 Ja, speichern]
  [2 Nein]
  [3 Mehr dazu]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Consented idea True de words
< Was ist schwer für die Menschen in Ihrem Ort?
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> Im Dorf gibt es keinen Laden mehr
< Wer hat dieses Problem? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 Ältere Menschen]
  [2 Neu in diesem Land]
  [3 Behinderung, lange krank]
  [4 Über 1 Jahr ohne Arbeit]
  [5 Alleinerziehende]
  [6 Pflegende Angehörige]
  [7 Jung, ohne Schule, Beruf]
  [8 Seelische Probleme]
  [9 Menschen weit draußen]
  [10 Alle]
  [11 Jemand anderes]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 1
< Wer hat dieses Problem? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 ✓ Ältere Menschen]
  [2 Neu in diesem Land]
  [3 Behinderung, lange krank]
  [4 Über 1 Jahr ohne Arbeit]
  [5 Alleinerziehende]
  [6 Pflegende Angehörige]
  [7 Jung, ohne Schule, Beruf]
  [8 Seelische Probleme]
  [9 Menschen weit draußen]
  [10 Alle]
  [11 Jemand anderes]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> fertig
< Für welchen Ort ist die Idee?
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> Heide
< Was möchten Sie ausprobieren?
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> Ein Auto, das sich die Nachbarn teilen
< Wer würde mitmachen?
  [1 Noch niemand]
  [2 1 oder 2 Personen]
  [3 Eine Gruppe]
  [4 Eine Organisation]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
< Was haben Sie schon? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 Zeit]
  [2 Wissen und Können]
  [3 Einen Raum]
  [4 Werkzeug]
  [5 Ein Auto]
  [6 Leute, die ich kenne]
  [7 Noch nichts]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 1
< Was haben Sie schon? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 ✓ Zeit]
  [2 Wissen und Können]
  [3 Einen Raum]
  [4 Werkzeug]
  [5 Ein Auto]
  [6 Leute, die ich kenne]
  [7 Noch nichts]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> fertig
< Welche Hilfe brauchen Sie zuerst? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 Jemanden zum Reden]
  [2 Mehr Menschen]
  [3 Einen Raum]
  [4 Geld]
  [5 Einen Kurs]
  [6 Eine Erlaubnis]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 4
< Welche Hilfe brauchen Sie zuerst? Sie können mehrere antippen. Tippen Sie dann auf „Fertig“.
  [1 Jemanden zum Reden]
  [2 Mehr Menschen]
  [3 Einen Raum]
  [4 ✓ Geld]
  [5 Einen Kurs]
  [6 Eine Erlaubnis]
  [Fertig]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> fertig
< Wie viel Geld könnte es kosten? Sie können schätzen.
  [1 Nichts]
  [2 Bis 500 €]
  [3 Bis 2.000 €]
  [4 Bis 10.000 €]
  [5 Mehr]
  [6 Ich weiß es nicht]
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> 2
< Woran würden Sie merken, dass es klappt?
  [Zurück]  [Überspringen]
  [Person]  [Hilfe]  [Sprache]
> überspringen
< Bitte prüfen Sie:
< Was schwer ist: Im Dorf gibt es keinen Laden mehr
< Für wen: Ältere Menschen
< Ort: Heide
< Ihre Idee: Ein Auto, das sich die Nachbarn teilen
< Mit wem: 1 oder 2 Personen
< Sie haben: Zeit
< Hilfe zuerst: Geld
< Geld: Bis 500 €
< Ein gutes Zeichen: keine Antwort
< Ist das richtig?
  [1 Senden]
  [2 Ändern]
  [3 Etwas dazu schreiben]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Submit M-7KM-5Q9 idea de U4
= consent: yes
= problem: Im Dorf gibt es keinen Laden mehr
= who: older65
= place: Heide
= idea: Ein Auto, das sich die Nachbarn teilen
= with: few
= have: time
= help: money
= money: up_500
= good: not answered
< Danke. Ihre Idee hat die Nummer M-7KM-5Q9. Eine Person von Heide Social Service schreibt Ihnen hier bis Mittwoch, 3. Juni.
< Sie können jederzeit MENÜ schreiben.
< Dürfen wir Ihre Idee Gruppen in anderen Orten zeigen? Ohne Ihren Namen.
  [1 Ja]
  [2 Nein]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 1
! Consented share-regional True de tap
! Complete M-7KM-5Q9 [{'question': 'regional', 'value': 'yes', 'label': 'Ja', 'message': '17'}]
< Dürfen wir Ihre Idee Gruppen in anderen Ländern zeigen? Ohne Ihren Namen.
  [1 Ja]
  [2 Nein]
  [Zurück]
  [Person]  [Hilfe]  [Sprache]
> 2
! Complete M-7KM-5Q9 [{'question': 'transnational', 'value': 'no', 'label': 'Nein', 'message': '18'}]
< Danke.
  [Menü]
