# No, and the numbers.
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
> ei
! Refused
< Selvä. En tallenna mitään. Voin näyttää puhelinnumeroita.
< Hätänumero: 112
< Väkivalta kotona: 116 016 (yötä päivää)
< Rikosten uhrit: 116 006
< Voit kirjoittaa ALOITA milloin vain. Sitten aloitamme alusta.
  [Aloita alusta]
