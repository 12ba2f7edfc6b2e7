# An idea, in Finnish.
> /idea
< Please choose your language.
< يرجى اختيار لغتك.
< Valitse kielesi.
  [1 English]
  [2 العربية]
  [3 Suomi]
  [Person]  [Help]
> [Suomi]
< Hienoa, että sinulla on idea!
< Saammeko tallentaa sen ja näyttää sen paikalliselle tiimille?
  [1 Kyllä, tallenna]
  [2 Ei]
  [3 Kerro lisää]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Consented idea True fi words
< Mikä on ihmisille vaikeaa siellä, missä asut?
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> Kylällä ei ole enää kauppaa
< Kenellä on tämä ongelma? Voit valita monta. Paina sitten ”Valmis”.
  [1 Iäkkäät ihmiset]
  [2 Uusi tässä maassa]
  [3 Vamma tai pitkä sairaus]
  [4 Yli vuosi ilman työtä]
  [5 Yksinhuoltajat]
  [6 Läheistään hoitavat]
  [7 Nuori, ei koulua, työtä]
  [8 Mielenterveysongelma]
  [9 Kaukana muista asuvat]
  [10 Kaikki]
  [11 Joku muu]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
< Kenellä on tämä ongelma? Voit valita monta. Paina sitten ”Valmis”.
  [1 ✓ Iäkkäät ihmiset]
  [2 Uusi tässä maassa]
  [3 Vamma tai pitkä sairaus]
  [4 Yli vuosi ilman työtä]
  [5 Yksinhuoltajat]
  [6 Läheistään hoitavat]
  [7 Nuori, ei koulua, työtä]
  [8 Mielenterveysongelma]
  [9 Kaukana muista asuvat]
  [10 Kaikki]
  [11 Joku muu]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valmis
< Mitä kuntaa tai kylää idea koskee?
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> Kihniö
< Mitä haluaisit kokeilla?
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> Naapureilla voisi olla yhteinen auto
< Kuka tekisi sen kanssasi?
  [1 Ei vielä kukaan]
  [2 1 tai 2 ihmistä]
  [3 Ryhmä]
  [4 Järjestö]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Mitä sinulla on jo? Voit valita monta. Paina sitten ”Valmis”.
  [1 Aikaa]
  [2 Taitoja]
  [3 Tila]
  [4 Työkaluja]
  [5 Auto]
  [6 Tuttuja ihmisiä]
  [7 Ei vielä mitään]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
< Mitä sinulla on jo? Voit valita monta. Paina sitten ”Valmis”.
  [1 ✓ Aikaa]
  [2 Taitoja]
  [3 Tila]
  [4 Työkaluja]
  [5 Auto]
  [6 Tuttuja ihmisiä]
  [7 Ei vielä mitään]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valmis
< Mitä apua tarvitset ensin? Voit valita monta. Paina sitten ”Valmis”.
  [1 Joku, jolle puhua]
  [2 Lisää ihmisiä]
  [3 Tila]
  [4 Rahaa]
  [5 Koulutusta]
  [6 Lupa]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 4
< Mitä apua tarvitset ensin? Voit valita monta. Paina sitten ”Valmis”.
  [1 Joku, jolle puhua]
  [2 Lisää ihmisiä]
  [3 Tila]
  [4 ✓ Rahaa]
  [5 Koulutusta]
  [6 Lupa]
  [Valmis]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> valmis
< Kuinka paljon se voisi maksaa? Arvio riittää.
  [1 Ei mitään]
  [2 Enintään 500 €]
  [3 Enintään 2 000 €]
  [4 Enintään 10 000 €]
  [5 Enemmän]
  [6 En tiedä]
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
< Mistä huomaisit, että idea toimii?
  [Takaisin]  [Ohita]
  [Työntekijä]  [Ohje]  [Kieli]
> ohita
< Tarkista:
< Mikä on vaikeaa: Kylällä ei ole enää kauppaa
< Kenelle: Iäkkäät ihmiset
< Paikka: Kihniö
< Ideasi: Naapureilla voisi olla yhteinen auto
< Kenen kanssa: 1 tai 2 ihmistä
< Sinulla on: Aikaa
< Tarvitset ensin: Rahaa
< Hinta: Enintään 500 €
< Hyvä merkki: ei vastausta
< Onko tämä oikein?
  [1 Lähetä]
  [2 Muuta]
  [3 Lisää tietoja]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Submit M-7KM-5Q9 idea fi U4
= consent: yes
= problem: Kylällä ei ole enää kauppaa
= who: older65
= place: Kihniö
= idea: Naapureilla voisi olla yhteinen auto
= with: few
= have: time
= help: money
= money: up_500
= good: not answered
< Kiitos. Ideasi numero on M-7KM-5Q9. Työntekijä (Heide Social Service) kirjoittaa sinulle tähän keskusteluun viimeistään keskiviikkona 3. kesäkuuta.
< Voit kirjoittaa VALIKKO milloin vain.
< Saammeko näyttää ideasi muiden kuntien ryhmille? Emme kerro nimeäsi.
  [1 Kyllä]
  [2 Ei]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 1
! Consented share-regional True fi tap
! Complete M-7KM-5Q9 [{'question': 'regional', 'value': 'yes', 'label': 'Kyllä', 'message': '17'}]
< Saammeko näyttää ideasi muiden maiden ryhmille? Emme kerro nimeäsi.
  [1 Kyllä]
  [2 Ei]
  [Takaisin]
  [Työntekijä]  [Ohje]  [Kieli]
> 2
! Complete M-7KM-5Q9 [{'question': 'transnational', 'value': 'no', 'label': 'Ei', 'message': '18'}]
< Kiitos.
  [Valikko]
