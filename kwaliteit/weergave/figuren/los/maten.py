"""De maten van een los beeld in pixels, en hoe de tekst eruitziet."""

from collections.abc import Iterable
from dataclasses import dataclass

from kwaliteit.weergave.figuren.letters import Letter
from kwaliteit.weergave.figuren.vormen import Stijl, Vorm

BREEDTE = 720
RAND = 24
LINKS, RECHTS = RAND, BREEDTE - RAND
RUIMTE = RECHTS - LINKS

TITEL = Stijl(grootte=23, hoogte=30, letter=Letter.KOP)
TEKST = Stijl(grootte=17, hoogte=23)
VET = Stijl(grootte=17, hoogte=23, letter=Letter.VET)
MERK = Stijl(grootte=17, hoogte=23, letter=Letter.VET, kleur="merk")
STIL = Stijl(grootte=16, hoogte=22, kleur="stil")
IN_VAK = Stijl(grootte=17, hoogte=23, letter=Letter.VET, kleur="papier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Romp:
    """Een getekende romp met de bovenkant op y = 0; `kern` zegt in woorden wat erin staat."""

    vormen: tuple[Vorm, ...]
    hoogte: float
    kern: tuple[str, ...]


def voeg_samen(*groepen: Iterable[Vorm]) -> tuple[Vorm, ...]:
    """Leg groepen vormen op elkaar, de laatste bovenop."""
    return tuple(vorm for groep in groepen for vorm in groep)
