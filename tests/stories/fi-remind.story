# A reminder, only if wished.
> /start
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
< Hei! Valitse kielesi.
< Olen tietokoneohjelma.
  [1 English]
  [2 العربية]
  [3 Suomi]
  [Person]  [Help]
> [Suomi]
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Consented help True fi words
< Mihin tarvitset apua? Valitse yksi, kirjoita tai lähetä ääniviesti.
< Jos haluat aloittaa jotakin uutta, paina ”Minulla on idea”.
  [1 Terveys]
  [2 Apu kotona]
  [3 Liikkuminen]
  [4 Raha ja ruoka]
  [5 Asuminen]
  [6 Olen yksinäinen]
  [7 En ole turvassa]
  [8 Työ]
  [9 Oppiminen, internet]
  [10 Perhe, lapset]
  [11 Paperit ja oikeudet]
  [12 Jokin muu]
  [Minulla on idea]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Liikkuminen: mistä on kyse?
  [1 Kyyti lääkäriin]
  [2 Ei bussia tai väärä aika]
  [3 Kyyti kauppaan, asioille]
  [4 Kyyti kouluun]
  [5 Lipun tai bensan hinta]
  [6 Kävely tai pyörätuoli]
  [7 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valikko
< Mitä haluat tehdä?
  [1 Pyydä apua]
  [2 Kerro idea]
  [3 Näytä pyyntöni]
  [4 Puhu työntekijälle]
  [5 Ohje]
  [6 Muistuta myöhemmin]
  [7 Vaihda kieli]
  [8 Lopeta viestit]
  [9 Antamani luvat]
  [10 Hae tietoni]
  [11 Poista tietoni]
  [12 Joku muu kirjoittaa]
  [Takaisin]
> [Muistuta myöhemmin]
! Remind 1777881600 2026-05-06T08:00:00+00:00
< Selvä. Vastauksesi ovat tallessa, viimeinen päivä on sunnuntai 2. elokuuta. Muistutan sinua kerran, keskiviikkona 6. toukokuuta.
  [Valikko]
@ +2d
> (remind) 1777881600
< Pyysit muistutusta. Jatkamme siitä, mihin jäit.
< Liikkuminen: mistä on kyse?
  [1 Kyyti lääkäriin]
  [2 Ei bussia tai väärä aika]
  [3 Kyyti kauppaan, asioille]
  [4 Kyyti kouluun]
  [5 Lipun tai bensan hinta]
  [6 Kävely tai pyörätuoli]
  [7 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
