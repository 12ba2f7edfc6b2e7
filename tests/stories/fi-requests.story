# My requests, in Finnish.
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
> ohita
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
< Missä asut? Kirjoita kuntasi tai kyläsi nimi.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
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
< Aihe: ei vastausta
< Viestisi: ei vastausta
< Paikka: ei vastausta
< Milloin: ei vastausta
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Submit N-7KM-4QA need fi U3
= language: fi
= consent: yes
= topic: not answered
= story: not answered
= place: not answered
= urgency: not answered
< Kiitos. Numerosi on N-7KM-4QA. Työntekijä kirjoittaa sinulle tähän keskusteluun viimeistään tiistaina 19. toukokuuta.
< Voit kirjoittaa VALIKKO milloin vain.
< Saanko kysyä vielä muutaman asian? Se auttaa meitä. Voit sanoa ei.
  [1 Kyllä, kysy]
  [2 Ei kiitos]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Kiitos.
  [Valikko]
> /requests
< Numero N-7KM-4QA: saimme sen. Työntekijä kirjoittaa viimeistään tiistaina 19. toukokuuta.
< Mitä haluat tehdä?
  [1 Lisää tietoja]
  [2 Lopeta tämä pyyntö]
  [3 Puhu työntekijälle]
  [4 Muuta vastausta]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
< Kirjoita, mitä haluat lisätä, tai lähetä ääniviesti.
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> Tarvitsen myös tulkin
! Amend N-7KM-4QA Tarvitsen myös tulkin
< Kiitos. Lisäsin viestisi numeroon N-7KM-4QA.
  [Valikko]
> pyyntöni
< Numero N-7KM-4QA: saimme sen. Työntekijä kirjoittaa viimeistään tiistaina 19. toukokuuta.
< Mitä haluat tehdä?
  [1 Lisää tietoja]
  [2 Lopeta tämä pyyntö]
  [3 Puhu työntekijälle]
  [4 Muuta vastausta]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Emme enää käytä vastauksiasi numerolla N-7KM-4QA. Apu tähän asiaan voi loppua.
< Haluatko tehdä niin?
  [1 Kyllä, lopeta]
  [2 Ei, palaa takaisin]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> kyllä
! Withdraw N-7KM-4QA
< Selvä. Lopetimme pyynnön N-7KM-4QA. Voit pyytää apua uudestaan milloin vain.
  [Valikko]
> /requests
< Numero N-7KM-4QA: sinä lopetit tämän.
< Mitä haluat tehdä?
  [1 Lisää tietoja]
  [2 Lopeta tämä pyyntö]
  [3 Puhu työntekijälle]
  [4 Muuta vastausta]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
