# A few more things, in Finnish.
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
> 1
< Tarvitsetko apua itsellesi vai jollekin toiselle?
  [1 Itselleni]
  [2 Perheelleni]
  [3 Ihmiselle, jota autan]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Complete N-7KM-4QA [{'question': 'for_whom', 'value': 'me', 'label': 'Itselleni', 'message': '10'}]
< Sopiiko jokin näistä sinuun? Sinun ei tarvitse vastata.
< Kun painat ”Valmis”, annat luvan tallentaa vastauksesi.
  [1 65 vuotta tai enemmän]
  [2 Uusi tässä maassa]
  [3 Vamma tai pitkä sairaus]
  [4 Yli vuosi ilman työtä]
  [5 Olen yksinhuoltaja]
  [6 Hoidan läheistäni]
  [7 Nuori, ei koulua, työtä]
  [8 Mielenterveysongelma]
  [9 Asun kaukana muista]
  [10 Jokin muu]
  [11 En halua kertoa]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Sopiiko jokin näistä sinuun? Sinun ei tarvitse vastata.
< Kun painat ”Valmis”, annat luvan tallentaa vastauksesi.
  [1 65 vuotta tai enemmän]
  [2 ✓ Uusi tässä maassa]
  [3 Vamma tai pitkä sairaus]
  [4 Yli vuosi ilman työtä]
  [5 Olen yksinhuoltaja]
  [6 Hoidan läheistäni]
  [7 Nuori, ei koulua, työtä]
  [8 Mielenterveysongelma]
  [9 Asun kaukana muista]
  [10 Jokin muu]
  [11 En halua kertoa]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valmis
! Consented group True fi tap
! Complete N-7KM-4QA [{'question': 'group', 'value': 'migrant'}]
< Miten työntekijä saa sinuun yhteyden?
  [1 Tässä keskustelussa]
  [2 Puhelimella]
  [3 Hän käy luonani]
  [4 Toimistossa]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Complete N-7KM-4QA [{'question': 'contact', 'value': 'here', 'label': 'Tässä keskustelussa', 'message': '13'}]
< Tarvitsetko jotakin näistä? Voit valita monta. Paina sitten ”Valmis”.
  [1 Tulkki]
  [2 Iso teksti]
  [3 Ääniviestit]
  [4 Viittomakieli]
  [5 Ei mitään]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
< Tarvitsetko jotakin näistä? Voit valita monta. Paina sitten ”Valmis”.
  [1 ✓ Tulkki]
  [2 Iso teksti]
  [3 Ääniviestit]
  [4 Viittomakieli]
  [5 Ei mitään]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valmis
! Complete N-7KM-4QA [{'question': 'support', 'value': 'interpreter'}]
< Kiitos.
  [Valikko]
