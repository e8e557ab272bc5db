"""De halte vergelijken: wat er over een verschil gezegd mag worden (rekenregels 6).

Zij vergelijkt alleen wat openbaar is: een kant telt mee als haar openbare cijfer getoond is en op genoeg antwoorden
rust. Een verborgen cijfer of een band doet nergens in mee. Aandelen komen uit de openbare aantallen; alleen bij een
gemiddelde, score of nps zijn het interne cijfer en zijn spreiding nodig. Lees in deze volgorde:

- `kanten`    welke getallen van één kant meetellen;
- `paren`     wat er naast elkaar staat: jaren, groepen, en een locatie naast de rest;
- `toetsen`   het verschil, de marge en de kans van één paar;
- `oordelen`  de correctie over alles samen, en de woorden.
"""

from kwaliteit.vergelijken.oordelen import vergelijk

__all__ = ["vergelijk"]
