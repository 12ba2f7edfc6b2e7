# Three repairs.
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
> 99
< Mikä näistä sopii parhaiten? Paina esimerkiksi ”Terveys”.
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
> 99
< Paina jotakin nappia.
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
> 99
< Tämä ei ole helppoa. Työntekijä voi auttaa sinua. Vastauksesi ovat tallessa.
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
> 1
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
> 99
< Valitse sopivin tai kirjoita sen numero.
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
> 99
< Paina jotakin nappia.
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
> 99
< Tämä ei ole helppoa. Työntekijä voi auttaa sinua. Vastauksesi ovat tallessa.
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
