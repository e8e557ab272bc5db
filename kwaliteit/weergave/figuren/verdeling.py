"""Geometrie van een gestapelde balk van 100%."""

from dataclasses import dataclass
from itertools import accumulate

from kwaliteit.begrippen.verslag import Categorie, Verdelingsrij
from kwaliteit.weergave.figuren.plaats import is_tekenbaar

REST = "l6"
"""Het vak met alle andere antwoorden: zonder getal erin, want dat is wat er van de 100 overblijft."""
KANTKLEUREN = (("l1", "l2"), ("l3",), ("l4", "l5"), (REST,))
"""De kleurtrappen die samen een kant zijn, in de volgorde van de legenda."""
LABEL_VANAF = 7
"""Vanaf dit percentage past het getal in het vak, ook op een smal scherm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """Eén deel van de balk, in procenten van de breedte; `plaats` is het index van het cijfer in de verdeling."""

    plaats: int
    kleur: str
    x: float
    breedte: float
    heeft_label: bool

    @property
    def midden(self) -> float:
        """Waar het label staat."""
        return self.x + self.breedte / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Legendapunt:
    """Een regel in de legenda: een naam met de vakjes die erbij horen."""

    naam: str
    kleuren: tuple[str, ...]


def kies_kleur(rij: Verdelingsrij, categorie: Categorie) -> str:
    """Geef de kleurtrap: l1 (gunstig, sterk), l2, l3 (midden), l4, l5 (ongunstig, sterk).

    Een middenvak in een balk van twee is de rest, met de ongunstige kant erin; dat krijgt een eigen kleur, l6.
    """
    if categorie.kant == "midden":
        return REST if len(rij.categorieen) == 2 else "l3"
    if categorie.kant == "gunstig":
        return "l1" if categorie.sterk else "l2"
    return "l5" if categorie.sterk else "l4"


def deel_in(rij: Verdelingsrij) -> tuple[Vak, ...]:
    """Verdeel de balk in vakken die samen 100 zijn; leeg als een deel van de verdeling niet getoond mag worden."""
    aandelen = [cijfer.waarde for cijfer in rij.verdeling if is_tekenbaar(cijfer) and cijfer.waarde is not None]
    if not aandelen or len(aandelen) != len(rij.verdeling) or sum(aandelen) <= 0:
        return ()
    totaal = sum(aandelen)
    grenzen = [0.0, *(round(100 * som / totaal, 1) for som in accumulate(aandelen))]
    return tuple(
        Vak(
            plaats=plaats,
            kleur=kies_kleur(rij, categorie),
            x=grenzen[plaats],
            breedte=round(grenzen[plaats + 1] - grenzen[plaats], 1),
            heeft_label=kies_kleur(rij, categorie) != REST and grenzen[plaats + 1] - grenzen[plaats] >= LABEL_VANAF,
        )
        for plaats, categorie in enumerate(rij.categorieen)
        if grenzen[plaats + 1] > grenzen[plaats]
    )


def labelkleur(vak: Vak) -> str:
    """Geef de kleur van het getal in een vak: op het lichte midden donker, anders die van het papier."""
    return "inkt" if vak.kleur == "l3" else "papier"


def legenda(rijen: tuple[Verdelingsrij, ...]) -> tuple[Legendapunt, ...]:
    """Geef per kant één punt, van gunstig naar ongunstig, ook als de rijen verschillende trappen hebben.

    Staan er ergens twee vakken aan een kant, dan noemt het punt ook het buitenste vak.
    """
    vakken = [(kies_kleur(rij, categorie), categorie) for rij in rijen if deel_in(rij) for categorie in rij.categorieen]
    punten = []
    for kleuren in KANTKLEUREN:
        aanwezig = [(kleur, categorie) for kleur, categorie in vakken if kleur in kleuren]
        if aanwezig:
            gebruikt = {kleur for kleur, _ in aanwezig}
            punten.append(
                Legendapunt(
                    naam=_noem_kant([categorie for _, categorie in aanwezig]),
                    kleuren=tuple(kleur for kleur in kleuren if kleur in gebruikt),
                )
            )
    return tuple(punten)


def _noem_kant(categorieen: list[Categorie]) -> str:
    """De naam van een kant: "Eens (buitenste vak: helemaal eens)"; een samengevoegd vak is dan al genoemd."""
    sterk = dict.fromkeys(categorie.naam for categorie in categorieen if categorie.sterk)
    gewoon = dict.fromkeys(categorie.naam for categorie in categorieen if not categorie.sterk)
    enkel = [naam for naam in gewoon if not any(buiten.lower() in naam.lower() for buiten in sterk)]
    if not sterk or not enkel:
        return ", ".join((*enkel, *sterk))
    return f"{', '.join(enkel)} (buitenste vak: {', '.join(naam.lower() for naam in sterk)})"
