# Did you get help, in Finnish.
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
@ +7d
> (follow_up)
< Hei, täällä on Heide Social Service. Asia koskee numeroa N-7KM-4QA.
< Saitko apua?
  [1 Kyllä]
  [2 Vähän]
  [3 Ei]
  [4 Ei vielä]
  [5 Älä kysy enää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
! Consented followup True fi tap
! Complete N-7KM-4QA [{'question': 'helped', 'value': 'no', 'label': 'Ei', 'message': '11'}]
< Mikä oli ongelma?
  [1 Palvelua ei ole]
  [2 Liian kaukana, ei kyytiä]
  [3 Liian pitkä odotus]
  [4 Liian kallis]
  [5 Kieli]
  [6 Minulla ei ole oikeutta]
  [7 Ei sitä, mitä tarvitsen]
  [8 Jokin muu]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Complete N-7KM-4QA [{'question': 'barrier', 'value': 'far', 'label': 'Liian kaukana, ei kyytiä', 'message': '12'}]
< Millainen tilanteesi on nyt?
  [1 Parempi]
  [2 Sama kuin ennen]
  [3 Huonompi]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Complete N-7KM-4QA [{'question': 'now', 'value': 'same', 'label': 'Sama kuin ennen', 'message': '13'}]
< Suljemmeko tämän asian?
  [1 Sulje asia]
  [2 Jätä avoimeksi]
  [3 Soita minulle]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Complete N-7KM-4QA [{'question': 'close', 'value': 'keep_open', 'label': 'Jätä avoimeksi', 'message': '14'}]
< Haluatko kertoa lisää?
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
< Kiitos.
  [Valikko]
