"""De alternatieve tekst van een figuur: soort, kern en de verwijzing naar de tabel, in hoogstens 300 tekens."""

from collections.abc import Iterable

from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Spiegelfiguur, Spiegelrij, Trendfiguur, Verdelingsfiguur
from kwaliteit.weergave.figuren.plaats import is_tekenbaar
from kwaliteit.weergave.figuren.trend import heeft_marges, vul_aan
from kwaliteit.weergave.woorden import NIET_GEMETEN, Vorm, in_woorden, punten

LENGTE = 300
SLOT = "Alle cijfers staan in de tabel hieronder."
SLOT_ELDERS = "Alle cijfers staan in {}."
_VRAAGLENGTE = 60


def alternatief(blok: Verdelingsfiguur | Trendfiguur | Spiegelfiguur) -> str:
    """Geef de tekst voor `aria-label`."""
    match blok:
        case Verdelingsfiguur():
            begin, kern = _verdeling(blok)
        case Trendfiguur():
            begin, kern = _trend(blok)
        case Spiegelfiguur():
            begin, kern = _spiegel(blok)
    slot = SLOT_ELDERS.format(blok.tabel_naam) if isinstance(blok, Trendfiguur) and blok.tabel_bij else SLOT
    return f"{_vul(begin, kern, LENGTE - len(slot) - 1)} {slot}"


def _vul(begin: str, kern: Iterable[str], lengte: int) -> str:
    """Zet zoveel delen van de kern achter het begin als er passen, en zeg het als er meer zijn."""
    delen = list(kern)
    rest = " en meer."
    tekst = begin
    for rang, deel in enumerate(delen):
        teken = " " if rang == 0 else "; "
        ruimte = lengte - (0 if rang == len(delen) - 1 else len(rest))
        if len(tekst) + len(teken) + len(deel) + 1 > ruimte:
            return f"{tekst}{rest}" if rang else tekst
        tekst = f"{tekst}{teken}{deel}"
    return f"{tekst}." if delen else tekst


def _verdeling(blok: Verdelingsfiguur) -> tuple[str, list[str]]:
    begin = f"Gestapelde balken, {_aantal(len(blok.rijen), 'rij', 'rijen')}."
    if len({rij.vraagtekst for rij in blok.rijen}) == 1:
        return begin, [f"{rij.doelgroep.naam} {in_woorden(rij.gunstig, Vorm.ALT)}" for rij in blok.rijen]
    getoond = sorted(
        (rij for rij in blok.rijen if is_tekenbaar(rij.gunstig)),
        key=lambda rij: -(rij.gunstig.waarde or 0),
    )
    if len(getoond) < 2:
        return begin, [f"{_knip(rij.vraagtekst)}: {in_woorden(rij.gunstig, Vorm.ALT)}" for rij in blok.rijen]
    uitersten = (("Hoogste", getoond[0]), ("laagste", getoond[-1]))
    return begin, [
        f"{woord}: “{_knip(rij.vraagtekst)}”, {in_woorden(rij.gunstig, Vorm.ALT)}" for woord, rij in uitersten
    ]


def _trend(blok: Trendfiguur) -> tuple[str, list[str]]:
    kern = []
    for punt in vul_aan(blok.punten):
        cijfer = NIET_GEMETEN if punt.cijfer is None else in_woorden(punt.cijfer, Vorm.ALT)
        kern.append(f"{punt.jaar}: {cijfer}{' (nieuwe reeks)' if punt.breuk else ''}")
    met = " met een marge" if heeft_marges(blok.punten) else ""
    verschil = f" {met_hoofdletter(blok.verschil)}." if blok.verschil else ""
    return f"Punten per jaar{met}, {blok.doelgroep.naam}.{verschil}", kern


def _spiegel(blok: Spiegelfiguur) -> tuple[str, list[str]]:
    begin = f"Puntengrafiek, {_aantal(len(blok.rijen), 'onderwerp', 'onderwerpen')}."
    met_verschil = [rij for rij in blok.rijen if rij.verschil is not None]
    if not met_verschil:
        return begin, ["geen verschillen te noemen"]
    kern = [f"Bovenaan: {_noem_verschil(met_verschil[0])}"]
    if len(met_verschil) > 1:
        kern.append(f"onderaan: {_noem_verschil(met_verschil[-1])}")
    return begin, kern


def _noem_verschil(rij: Spiegelrij) -> str:
    delen = (_knip(rij.onderwerp), "" if rij.verschil is None else punten(rij.verschil), rij.oordeel)
    return ", ".join(filter(None, delen))


def _aantal(aantal: int, enkel: str, meer: str) -> str:
    return f"{aantal} {enkel if aantal == 1 else meer}"


def _knip(tekst: str) -> str:
    """Kort een lange vraag in bij een woordgrens."""
    schoon = tekst.rstrip(".")
    if len(schoon) <= _VRAAGLENGTE:
        return schoon
    return f"{schoon[:_VRAAGLENGTE].rsplit(' ', 1)[0]}…"
