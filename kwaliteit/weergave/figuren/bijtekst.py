"""De woorden in en naast een figuur waar geen balk, punt of teken staat."""

from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Spiegelrij
from kwaliteit.weergave.figuren.plaats import is_tekenbaar
from kwaliteit.weergave.woorden import NIET_GEMETEN, groepsnaam, in_woorden

GEEN_BALK = {
    Status.GETOOND: "verdeling niet getoond",
    Status.WEINIG: "weinig antwoorden: alleen het aantal",
    Status.BAND_LAAG: "geen balk: zo is niemand te herkennen",
    Status.BAND_HOOG: "geen balk: zo is niemand te herkennen",
}
_KORT = 9
"""Tot zoveel tekens passen de woorden bij een gat op één regel."""


def zegt_iets(cijfer: OpenbaarCijfer) -> bool:
    """Waar als er een getal of een grens staat."""
    return cijfer.status in GEEN_BALK


def geen_balk(cijfer: OpenbaarCijfer) -> str:
    """Waarom er bij een rij geen balk staat; zonder cijfer zijn dat de woorden van het cijfer zelf."""
    return GEEN_BALK[cijfer.status] if zegt_iets(cijfer) else in_woorden(cijfer)


def zonder_teken(rij: Spiegelrij) -> tuple[tuple[str, str], ...]:
    """De groepen zonder teken in de spiegel, met hun woorden."""
    return tuple(
        (groepsnaam(groep), in_woorden(cijfer))
        for groep, cijfer in rij.cijfers
        if cijfer is not None and not is_tekenbaar(cijfer)
    )


def splits(cijfer: OpenbaarCijfer | None) -> tuple[str, ...]:
    """De woorden bij een gat in de trend, over hoogstens twee regels."""
    tekst = NIET_GEMETEN if cijfer is None else in_woorden(cijfer)
    delen = tekst.split(" ")
    if len(tekst) <= _KORT or len(delen) == 1:
        return (tekst,)
    grens = min(range(1, len(delen)), key=lambda rang: abs(len(" ".join(delen[:rang])) - len(" ".join(delen[rang:]))))
    return " ".join(delen[:grens]), " ".join(delen[grens:])
