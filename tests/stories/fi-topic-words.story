# One of several is chosen by its label.
> hei
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
> (means HEA.dentist MON.bills) hammas särkee
< Kiitos. Tallensin viestisi.
< Onko kyse jostakin näistä?
  [1 Hampaat]
  [2 Laskut, lämmitys, velat]
  [3 Ei mikään näistä]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Hampaat
< Missä asut? Kirjoita kuntasi tai kyläsi nimi.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Heide
< Milloin tarvitset apua?
  [1 Vaara juuri nyt]
  [2 Tänään tai huomenna]
  [3 Tällä viikolla]
  [4 Tässä kuussa]
  [5 Asia voi odottaa]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
# A pause at a suggestion: what nobody confirmed is not told as said. A skip there is a no.
> 3
< Tarkista:
< Aihe: Terveys
< Mistä on kyse: Hampaat
< Viestisi: hammas särkee
< Paikka: Heide
< Milloin: Tällä viikolla
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Minkä vastauksen haluat muuttaa?
  [1 Aihe]
  [2 Mistä on kyse]
  [3 Viestisi]
  [4 Paikka]
  [5 Milloin]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
< Vastauksesi oli: Terveys
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
  [Pidä vastaus]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> (means HEA.dentist) hammaslääkäriin
< Kiitos. Tallensin viestisi.
< Onko kyse tästä: Terveys – Hampaat?
  [1 Kyllä]
  [2 Ei]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
@ +2d
> (voice)
! Keep [{'ref': 'file11', 'media': 'voice'}]
< Tervetuloa takaisin! Jatkamme siitä, mihin jäit.
< Tähän mennessä: Viestisi: hammas särkee
< 
< hammaslääkäriin; Paikka: Heide; Milloin: Tällä viikolla
< Kiitos. Tallensin sen. Työntekijä katsoo sen.
< Valitse sopivin tai kirjoita sen numero.
< Onko kyse tästä: Terveys – Hampaat?
  [1 Kyllä]
  [2 Ei]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> [Ohita]
< Tarkista:
< Aihe: Jokin muu
< Viestisi: hammas särkee
< 
< hammaslääkäriin, ääniviesti
< Paikka: Heide
< Milloin: Tällä viikolla
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> [Lähetä]
! Submit N-7KM-5Q6 need fi U2
= language: fi
= consent: yes
= topic: OTH
= story: hammas särkee\n\nhammaslääkäriin + voice
= place: Heide
= urgency: week
< Kiitos. Numerosi on N-7KM-5Q6. Työntekijä kirjoittaa sinulle tähän keskusteluun viimeistään maanantaina 11. toukokuuta.
< Voit kirjoittaa VALIKKO milloin vain.
< Saanko kysyä vielä muutaman asian? Se auttaa meitä. Voit sanoa ei.
  [1 Kyllä, kysy]
  [2 Ei kiitos]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
