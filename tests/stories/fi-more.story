# Tell me more.
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
> 3
< Keitä olemme: tästä palvelusta vastaa Heide Social Service. Sen työntekijät lukevat vastauksesi. Minä vain kysyn ja välitän vastaukset.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Mitä ja miksi: tallennamme, mitä tarvitset, missä ja milloin. Näin voimme etsiä sinulle apua. Laskemme myös pyyntöjä, jotta näemme, mitä apua puuttuu.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Kuka tiedot näkee: vain työntekijät, jotka auttavat sinua (Heide Social Service). He eivät saa kertoa niitä muille. Emme myy tietojasi.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Kuinka kauan: avoin pyyntö säilyy 24 kuukautta viimeisestä keskustelustamme. Valmis: 12 kuukautta; lähettämätön, lopetettu tai ilman vastaustasi: 90 päivää. Kirjoita POISTA, niin poistamme sen heti.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Sovellus: jos sovellus on toisen yrityksen, yritys voi nähdä keskustelun. Älä kirjoita siellä mitään, mitä se ei saa nähdä.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Oikeutesi: voit nähdä, muuttaa tai poistaa vastauksesi. Voit lopettaa milloin vain. Voit valittaa maasi tietosuojaviranomaiselle.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 3
< Olen tietokoneohjelma. Palvelusta vastaa Heide Social Service.
< Vastauksesi voivat koskea terveyttäsi. Voit kirjoittaa POISTA milloin vain.
< Saammeko tallentaa vastauksesi, jotta Heide Social Service voi auttaa sinua?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Refused
< Selvä. En tallenna mitään. Voin näyttää puhelinnumeroita.
< Hätänumero: 112
< Väkivalta kotona: 116 016 (yötä päivää)
< Rikosten uhrit: 116 006
< Voit kirjoittaa ALOITA milloin vain. Sitten aloitamme alusta.
  [Aloita alusta]
