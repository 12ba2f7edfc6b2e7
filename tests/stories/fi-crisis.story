# Words of crisis in Finnish, before and after consent.
> haluan kuolla
! Alarm die
< Olen pahoillani, että sinulla on näin vaikeaa. Sinun ei tarvitse olla yksin. Puhu jollekin heti:
< Hätänumero: 112
< Kerro heille, missä olet.
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Hei! Valitse kielesi.
< Olen tietokoneohjelma.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [Ei hätää, jatka]
  [1 Suomi]
  [2 English]
  [3 العربية]
  [Työntekijä]  [Ohje]
> [Suomi]
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> mieheni lyo minua joka paiva
! Alarm hurt
< Voiko joku muu lukea tätä puhelinta? Jos voi, lue tämä ja poista keskustelu. Saat apua ihmisiltä, joihin voit luottaa:
< Hätänumero: 112
< Väkivalta kotona: 116 016 (yötä päivää)
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Säilytän viestisi hetken. Tallennan sen vain, jos vastaat kyllä.
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [Ei hätää, jatka]
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> kyllä
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
> {!fine}
! Alarm hurt True
< Hyvä kuulla. Jatketaan.
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
> en haluu enaa elaa
! Alarm die
< Olen pahoillani, että sinulla on näin vaikeaa. Sinun ei tarvitse olla yksin. Puhu jollekin heti:
< Hätänumero: 112
< Kerro heille, missä olet.
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Kiitos. Tallensin viestisi.
< Liikkuminen: mistä on kyse?
  [Ei hätää, jatka]
  [1 Kyyti lääkäriin]
  [2 Ei bussia tai väärä aika]
  [3 Kyyti kauppaan, asioille]
  [4 Kyyti kouluun]
  [5 Lipun tai bensan hinta]
  [6 Kävely tai pyörätuoli]
  [7 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
