# Details that speak of danger.
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
> 7
< En ole turvassa: mistä on kyse?
  [1 Vaara juuri nyt]
  [2 Joku satuttaa minua]
  [3 Ajattelen kuolemaa]
  [4 Lapsi on vaarassa]
  [5 Pakkotyö, palkaton työ]
  [6 Huijattu tai uhkailtu]
  [7 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Alarm hurt
< Voiko joku muu lukea tätä puhelinta? Jos voi, lue tämä ja poista keskustelu. Saat apua ihmisiltä, joihin voit luottaa:
< Hätänumero: 112
< Väkivalta kotona: 116 016 (yötä päivää)
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Ei hätää, jatka]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> {detail:SAF.die~1st}
! Alarm die
< Olen pahoillani, että sinulla on näin vaikeaa. Sinun ei tarvitse olla yksin. Puhu jollekin heti:
< Hätänumero: 112
< Kerro heille, missä olet.
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Muutin sen.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Ei hätää, jatka]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> {detail:SAF.child~1st}
! Alarm child
< Lapsen pitää olla turvassa. Soita heti:
< Hätänumero: 112
< Kerro heille, missä olet.
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Muutin sen.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Ei hätää, jatka]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> {urgency:now~1st}
! Alarm now
< Soita apua heti. Mene turvalliseen paikkaan, jos voit.
< Hätänumero: 112
< Kerro heille, missä olet.
< Olen tietokoneohjelma. En voi soittaa puolestasi.
< Kerroin asiasta työntekijöille (Heide Social Service). He eivät ehkä näe sitä heti.
< Muutin sen.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Ei hätää, jatka]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
