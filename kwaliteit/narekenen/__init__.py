"""Narekenen: één methode met de hand (`reken`), en een eerder verslag nog eens (`terug`).

- `methoden/`  het register: per methode de invoer, de som, de formule in woorden en de bron;
- `reken`      leest `naam=waarde`, keurt alles tegelijk en rekent;
- `terug`      legt een eerder verslag naast wat er nu uit komt.

`reken` heeft geen pandas nodig. Daarom importeert dit bestand `terug` niet, en importeert de cli dit bestand zelf.
"""

from kwaliteit.narekenen.methoden import METHODEN
from kwaliteit.narekenen.reken import beschrijf_methoden, reken

__all__ = ["METHODEN", "beschrijf_methoden", "reken"]
