"""De openbaarheidstoets: volgt er uit de gemaakte bestanden iets over een groep die te klein is?

Staat los van `geheimhouding` en deelt alleen formules en begrippen: wie verbergt, keurt niet zijn eigen werk. Lees in
deze volgorde:

- `rijen`      de csv's en het register, met eigen lezers;
- `rijregels`  wat in één rij al niet mag;
- `rang`       welke sommen een lezer met optellen en aftrekken kent, exact over breuken;
- `kennis`     van rijen naar feiten over aantallen per blad en per vak;
- `veld`, `zoeker`, `werelden`  ligt een aantal vast in elke gehele wereld die bij de feiten past? (`toeval` kiest);
- `vraagtoets`, `versies`, `toetsen`  alles bij elkaar, per vraag, per versie, per organisatie;
- `oordelen`   de tabel met verschillen;
- `teksten`, `stuk`, `figuurtekst`, `word`  alle tekst: de pagina's, de Markdown, de figuren en Word;
- `geheimen`, `lezen`, `bestanden`, `maptoets`  de interne waarheid, de tabellen, welke bestanden er staan, en de hele
  map.

Wat niet is afgedekt staat in docs/handleiding/privacy.md.
"""

from kwaliteit.openbaarheidstoets.maptoets import toets_map

__all__ = ["toets_map"]
