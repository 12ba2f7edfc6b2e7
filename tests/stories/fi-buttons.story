# Every question by its number, in Finnish.
device: fi
> /start
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
> 1
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
> 2
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Bussi ei ole kulkenut kylään kuukauteen
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
> 3
< Tarkista:
< Aihe: Liikkuminen
< Mistä on kyse: Ei bussia tai väärä aika
< Viestisi: Bussi ei ole kulkenut kylään kuukauteen
< Paikka: Kihniö
< Milloin: Tällä viikolla
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Submit N-7KM-5Q2 need fi U2
= language: fi
= consent: yes
= topic: MOB
= detail: MOB.no_bus
= story: Bussi ei ole kulkenut kylään kuukauteen
= place: Kihniö
= urgency: week
< Kiitos. Numerosi on N-7KM-5Q2. Työntekijä kirjoittaa sinulle tähän keskusteluun viimeistään torstaina 7. toukokuuta.
< Voit kirjoittaa VALIKKO milloin vain.
< Saanko kysyä vielä muutaman asian? Se auttaa meitä. Voit sanoa ei.
  [1 Kyllä, kysy]
  [2 Ei kiitos]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> /requests
< Numero N-7KM-5Q2: saimme sen. Työntekijä kirjoittaa viimeistään torstaina 7. toukokuuta.
< Mitä haluat tehdä?
  [1 Lisää tietoja]
  [2 Lopeta tämä pyyntö]
  [3 Puhu työntekijälle]
  [4 Muuta vastausta]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
