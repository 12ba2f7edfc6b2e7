# Two people on one phone, and one of them goes on on a web page.
way: share page
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
> [Kyllä, tallenna]
! Consented help True fi tap
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
> joku muu
< Kuka kirjoittaa nyt?
  [1 Henkilö 1]
  [2 Uusi henkilö]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> [Uusi henkilö]
! person 2
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
  [Someone else writes]
> [Suomi]
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
  [Joku muu kirjoittaa]
> (staff 1) Sopiiko tiistai?
! person 1
< Tämän puhelimen henkilölle 1:
< Työntekijä (Heide Social Service) kirjoittaa sinulle:
< Sopiiko tiistai?
< Voit vastata omin sanoin tai lähettää ääniviestin.
  [Henkilö 1]
> [Joku muu kirjoittaa]
! person 2
< Kuka kirjoittaa nyt?
  [1 Henkilö 1]
  [2 Henkilö 2]
  [3 Uusi henkilö]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> [Henkilö 1]
! person 1
< Nyt kirjoittaa henkilö 1.
< Työntekijä (Heide Social Service) kirjoittaa sinulle:
< Sopiiko tiistai?
< Voit vastata omin sanoin tai lähettää ääniviestin.
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
  [Joku muu kirjoittaa]
> joku muu
< Kuka kirjoittaa nyt?
  [1 Henkilö 1]
  [2 Henkilö 2]
  [3 Uusi henkilö]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> [Henkilö 2]
! person 2
< Nyt kirjoittaa henkilö 2.
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
  [Joku muu kirjoittaa]
> [Kyllä, tallenna]
! Consented help True fi tap
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
  [Joku muu kirjoittaa]
> [Terveys]
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
  [Joku muu kirjoittaa]
> [Lääkärille pääsy]
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Kirjoita verkossa]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
  [Joku muu kirjoittaa]
> [Kirjoita verkossa]
< Avaa tämä linkki, niin kirjoitat verkkosivulla. Se toimii kerran, 15 minuuttia.
< Voit myös jatkaa tässä.
< Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
  [Kirjoita verkossa]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
  [Joku muu kirjoittaa]
! link before paragraph 2
> (move 2)
! HandOver
! there < Jatkamme tässä. Sovelluksesi ei näytä, mitä kirjoitat tähän.
! there < Kerro vähän lisää. Kirjoita omin sanoin tai lähetä ääniviesti.
! there   [Takaisin]  [Ohita]
! there   [Työntekijä]  [Ohje]  [Kieli]
< Selvä. Jatkamme siellä.
  [Avaa verkkosivu]
  [Valikko]
