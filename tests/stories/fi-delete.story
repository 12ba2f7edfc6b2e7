# Delete.
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
> poista
< Poistamme vastauksesi ja viestisi. Niitä ei saa takaisin.
< Haluatko tehdä niin?
  [1 Kyllä, poista]
  [2 Ei, palaa takaisin]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> ei
< Selvä. Mitään ei poistettu.
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
> POISTA
< Poistamme vastauksesi ja viestisi. Niitä ei saa takaisin.
< Haluatko tehdä niin?
  [1 Kyllä, poista]
  [2 Ei, palaa takaisin]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> kyllä
! Erase D-7KM-4Q9
< Valmis. Poistimme tietosi maanantaina 4. toukokuuta.
< Tämä numero todistaa sen: D-7KM-4Q9. Se ei kerro, kuka olet.
< Keskustelu voi vielä näkyä sovelluksessasi. Voit poistaa sen siellä.
  [Aloita alusta]
