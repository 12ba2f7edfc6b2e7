# Words of navigation and labels, in Finnish.
> Hyvää päivää
< Hei! Valitse kielesi.
< Olen tietokoneohjelma.
< Hello! Please choose your language.
< I am a computer program.
< مرحبًا! يرجى اختيار لغتك.
< أنا برنامج حاسوب.
  [1 Suomi]
  [2 English]
  [3 العربية]
  [Työntekijä]  [Ohje]
> suomi
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
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
> apua
< Kysyn muutaman lyhyen kysymyksen. Paina nappia, kirjoita sen numero tai vastaa omin sanoin.
< Voit aina kirjoittaa: TAKAISIN, OHITA, VALIKKO, TYÖNTEKIJÄ, KIELI, LOPETA, POISTA.
< Jos tarvitset apua heti, soita:
< Hätänumero: 112
< Väkivalta kotona: 116 016 (yötä päivää)
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
> takaisin
< Vastauksesi oli: Kyllä, tallenna
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Pidä vastaus]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> kyllä
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
> terveys
< Terveys: mistä on kyse?
  [1 Lääkärille pääsy]
  [2 Hampaat]
  [3 Voin henkisesti huonosti]
  [4 Lääkkeet]
  [5 Silmälasit, kuulolaite]
  [6 Alkoholi tai huumeet]
  [7 Ei rahaa hoitoon]
  [8 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> työntekijä
! Alarm person
< Työntekijä (Heide Social Service) kirjoittaa sinulle tähän keskusteluun viimeistään tiistaina 5. toukokuuta.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Tarvitsen ajan lääkärille
< Missä asut? Kirjoita kuntasi tai kyläsi nimi.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Kihniö
< Milloin tarvitset apua?
  [1 Vaara juuri nyt]
  [2 Tänään tai huomenna]
  [3 Tällä viikolla]
  [4 Tässä kuussa]
  [5 Asia voi odottaa]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
< Tarkista:
< Aihe: Terveys
< Mistä on kyse: ei vastausta
< Viestisi: Tarvitsen ajan lääkärille
< Paikka: Kihniö
< Milloin: ei vastausta
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
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
> takaisin
< Tarkista:
< Aihe: Terveys
< Mistä on kyse: ei vastausta
< Viestisi: Tarvitsen ajan lääkärille
< Paikka: Kihniö
< Milloin: ei vastausta
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Submit N-7KM-5Q8 need fi U3
= language: fi
= consent: yes
= topic: HEA
= detail: not answered
= story: Tarvitsen ajan lääkärille
= place: Kihniö
= urgency: not answered
< Kiitos. Numerosi on N-7KM-5Q8. Työntekijä kirjoittaa sinulle tähän keskusteluun viimeistään tiistaina 19. toukokuuta.
< Voit kirjoittaa VALIKKO milloin vain.
< Saanko kysyä vielä muutaman asian? Se auttaa meitä. Voit sanoa ei.
  [1 Kyllä, kysy]
  [2 Ei kiitos]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> pyyntöni
< Numero N-7KM-5Q8: saimme sen. Työntekijä kirjoittaa viimeistään tiistaina 19. toukokuuta.
< Mitä haluat tehdä?
  [1 Lisää tietoja]
  [2 Lopeta tämä pyyntö]
  [3 Puhu työntekijälle]
  [4 Muuta vastausta]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
