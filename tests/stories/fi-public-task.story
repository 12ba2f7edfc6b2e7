# A municipality informs.
basis: public-task
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
< Tallennamme vastauksesi, jotta voimme auttaa sinua. Voit pyytää meitä poistamaan ne.
< Jatkammeko?
  [1 Jatka]
  [2 Lopeta]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Keitä olemme: tästä palvelusta vastaa Heide Social Service. Sen työntekijät lukevat vastauksesi. Minä vain kysyn ja välitän vastaukset.
< Jatkammeko?
  [1 Jatka]
  [2 Lopeta]
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
