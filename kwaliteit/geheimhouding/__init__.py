"""De openbaarheidsgrens: van interne tellingen naar cijfers die iedereen mag zien.

Deze kamer is de enige die `OpenbaarCijfer`, `Pijlertelling` en `OpenbareIndicatoren` maakt. Zij rekent met wat een
lezer kan uitrekenen, niet alleen met wat er staat (rekenregels, hoofdstuk 7). Lees in deze volgorde:

- `blokken`     wat een lezer krijgt door getoonde onderdelen van elkaar af te trekken: restblokken;
- `patroon`     stap A: welke onderdelen van een groep verschijnen, voor alle vragen tegelijk;
- `waarden`     stap B: welke waarden van één indicator verschijnen, zonder dat een restblok iets verraadt;
- `grenzen`     stap C: wat banden en totalen samen nog zouden verraden;
- `keuze`       B en C achter elkaar, met de reden per onderdeel;
- `verdeling`   in hoeveel vakken de antwoorden op een vraag mogen staan;
- `doorsnede`   ervaringsdeskundigen, een groep binnen een andere groep;
- `register`    wat eerder gepubliceerd is; `versies` zegt of twee versies naast elkaar mogen, `correcties` wat er
                anders gebeurt, `bekend` wat er naast een oud cijfer weg moet, `registermeldingen` wat te melden is;
- `besluit`     wat er van één vraag verschijnt;
- `midden`, `marge`  een gemiddelde, en of het met zijn marge niet vastlegt wat één mens gaf;
- `schaalscore`, `meerkeuze`  een score naast haar vragen, en meer antwoorden per mens;
- `ladder`      de woorden en de status van elk cijfer;
- `groep`, `stuk`, `vragen`, `respons`, `kengetallen`, `pijlers`, `rijen`  van metingen naar rijen;
- `beveiligen`  alles bij elkaar.

Niet gedekt: een lezer die een aantal tot op enkele mensen na kent zonder het precies te weten; kennis van buiten;
mensen die elkaar hun antwoord vertellen; twee vragen of kengetallen die elkaars spiegelbeeld zijn; wie er tussen twee
publicaties precies bij kwam (het register kent alleen aantallen); en wie uit het verbergen zelf iets afleidt. De
marge verraadt hoe groot een groep is (de populatie), niet wat mensen antwoordden.
"""

from kwaliteit.geheimhouding.beveiligen import beveilig

__all__ = ["beveilig"]
