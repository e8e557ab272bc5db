"""De enige plaats waar een openbaar cijfer tekst wordt.

Figuur, tabel, lopende zin, alternatieve tekst en Markdown gebruiken deze woorden; daardoor zeggen zij hetzelfde. Wat
niet getoond mag worden, komt hier al zonder getal binnen en krijgt zijn vaste woorden, nooit een nul of een streep.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Intervalmethode, Maat
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Deel

PER_1000 = "per 1.000"
CONCEPT = "Concept, nog niet vastgesteld"
GEEN_MARGE = "geen marge"
NIET_GEMETEN = "niet gemeten"
NIET_GENOEMD = "niet genoemd"

_AANDELEN = (Maat.GUNSTIG, Maat.VERDELING, Maat.TOPBOX)
_BANDEN = (Status.BAND_LAAG, Status.BAND_HOOG)
_EIGEN_WOORDEN = (*_BANDEN, Status.NIET_GETOOND)


class Vorm(StrEnum):
    """Hoeveel er bij het cijfer staat: kort voor een zin of vak, lang voor een cel, alt voor voorlezen."""

    KORT = "kort"
    LANG = "lang"
    ALT = "alt"


def in_woorden(cijfer: OpenbaarCijfer, vorm: Vorm = Vorm.KORT) -> str:
    """Geef het cijfer als tekst: "76%", "11 van 14", "7,4", "meer dan 90%" of "te weinig antwoorden"."""
    if not cijfer.is_getal:
        return _woorden_zonder_getal(cijfer)
    if vorm is Vorm.ALT:
        return _getal(cijfer).replace("%", " procent")
    if vorm is Vorm.LANG:
        bij = bijschrift(cijfer)
        return f"{_getal(cijfer)} ({bij})" if bij else _getal(cijfer)
    return _getal(cijfer)


def als_tekst(delen: Iterable[Deel]) -> str:
    """Plak tekst en cijfers aan elkaar tot één zin."""
    return "".join(deel if isinstance(deel, str) else in_woorden(deel) for deel in delen)


def bijschrift(cijfer: OpenbaarCijfer) -> str:
    """Geef wat in een tabel bij het getal hoort (marge en aantal); leeg als er niets bij hoort."""
    if not cijfer.is_getal:
        return ""
    delen = [marge(cijfer)] if cijfer.status is Status.GETOOND and heeft_marge(cijfer, ook_iedereen=True) else []
    if cijfer.maat in (Maat.VERHOUDING, Maat.RESPONS):
        if (
            cijfer.status is Status.GETOOND
            and cijfer.waarde is not None
            and _is_procent(cijfer)
            and cijfer.teller is not None
            and cijfer.noemer is not None
        ):
            delen.append(f"{geheel_getal(cijfer.teller)} van {geheel_getal(cijfer.noemer)}")
    elif cijfer.status is Status.GETOOND and cijfer.noemer is not None:
        # Een toelichting bij een getal zegt dat het gewogen is, of eerder zo gepubliceerd.
        delen += [_tel_antwoorden(cijfer.noemer), *filter(None, (cijfer.toelichting,))]
    return ", ".join(delen)


def heeft_marge(cijfer: OpenbaarCijfer, *, ook_iedereen: bool = False) -> bool:
    """Waar als er een marge te tonen is; heeft iedereen geantwoord, dan zijn er alleen woorden."""
    if cijfer.methode is Intervalmethode.IEDEREEN:
        return ook_iedereen
    return cijfer.ondergrens is not None and cijfer.bovengrens is not None


def marge(cijfer: OpenbaarCijfer) -> str:
    """Geef de marge ("69% tot 81%"), of in woorden waarom die er niet is."""
    if cijfer.methode is Intervalmethode.IEDEREEN:
        return "iedereen heeft geantwoord"
    if cijfer.ondergrens is None or cijfer.bovengrens is None:
        return GEEN_MARGE
    return f"{_waarde(cijfer, cijfer.ondergrens)} tot {_waarde(cijfer, cijfer.bovengrens)}"


def aantal_antwoorden(cijfer: OpenbaarCijfer) -> str:
    """Geef het aantal antwoorden, of woorden als dat aantal niet openbaar is."""
    is_openbaar = cijfer.is_getal or cijfer.status in _BANDEN
    return geheel_getal(cijfer.noemer) if is_openbaar and cijfer.noemer is not None else NIET_GENOEMD


def antwoorden_van_gevraagd(cijfer: OpenbaarCijfer) -> str:
    """Geef bij een respons "118 van 176", of de woorden als een van de twee ontbreekt."""
    if not cijfer.is_getal or cijfer.teller is None:
        return in_woorden(cijfer)
    van = "" if cijfer.noemer is None else f" van {geheel_getal(cijfer.noemer)}"
    reden = cijfer.toelichting if cijfer.waarde is None and cijfer.status is Status.GETOOND else ""
    if not van and not reden:
        reden = "aantal uitgenodigden onbekend"
    return f"{geheel_getal(cijfer.teller)}{van}{f', {reden}' if reden else ''}"


def aswaarde(cijfer: OpenbaarCijfer | None, waarde: float) -> str:
    """Geef een getal op een as in de eenheid van het cijfer; zonder cijfer in procenten."""
    return f"{_procent_van_fractie(waarde)}%" if cijfer is None else _waarde(cijfer, waarde)


def procent(teller: int, noemer: int) -> int:
    """Rond half omhoog af op hele procenten, exact. Alleen niemand is 0 en alleen iedereen is 100."""
    if teller in (0, noemer):
        return 100 * teller // noemer
    return min(99, max(1, (200 * teller + noemer) // (2 * noemer)))


def geheel_getal(getal: int) -> str:
    """Geef een aantal met een punt tussen de duizendtallen."""
    return f"{getal:,}".replace(",", ".")


def punten(verschil: int) -> str:
    """Geef een verschil tussen groepen: "35 punten verschil"."""
    return "1 punt verschil" if verschil == 1 else f"{verschil} punten verschil"


def met_kleine_letter(tekst: str) -> str:
    """Geef de tekst met een kleine letter vooraan, voor midden in een zin; "NPS" blijft "NPS"."""
    return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]


def zonder_aanhaling(tekst: str) -> str:
    """Geef een citaat zonder de aanhalingstekens eromheen; wie het toont, zet ze er zelf omheen."""
    return tekst.strip().strip('“”„"').strip()


def groepsnaam(groep: Doelgroep) -> str:
    """Geef de naam van een groep met hoofdletter, voor een rij- of kolomkop."""
    return met_hoofdletter(groep.naam)


def _woorden_zonder_getal(cijfer: OpenbaarCijfer) -> str:
    if cijfer.status in _EIGEN_WOORDEN:
        return cijfer.toelichting or Status.NIET_GETOOND.value
    return cijfer.status.value


def _getal(cijfer: OpenbaarCijfer) -> str:
    if cijfer.status is Status.WEINIG or cijfer.waarde is None:
        return _telling(cijfer)
    if cijfer.teller is not None and cijfer.noemer and _is_procent(cijfer):
        return f"{procent(cijfer.teller, cijfer.noemer)}%"
    return _waarde(cijfer, cijfer.waarde)


def _telling(cijfer: OpenbaarCijfer) -> str:
    """Bij weinig antwoorden: de aantallen. Een gemiddelde heeft geen teller; dan alleen hoeveel antwoorden."""
    if cijfer.noemer is None:
        if cijfer.teller is None:
            return Status.NIET_GETOOND.value
        return geheel_getal(cijfer.teller) if cijfer.maat is Maat.VERHOUDING else _tel_antwoorden(cijfer.teller)
    if cijfer.teller is None:
        return _tel_antwoorden(cijfer.noemer)
    return f"{geheel_getal(cijfer.teller)} van {geheel_getal(cijfer.noemer)}"


def _tel_antwoorden(aantal: int) -> str:
    return "1 antwoord" if aantal == 1 else f"{geheel_getal(aantal)} antwoorden"


def _is_procent(cijfer: OpenbaarCijfer) -> bool:
    if cijfer.maat in (*_AANDELEN, Maat.RESPONS):
        return True
    return cijfer.maat is Maat.VERHOUDING and cijfer.noemer is not None and cijfer.eenheid != PER_1000


def _waarde(cijfer: OpenbaarCijfer, waarde: float) -> str:
    """Een getal in de eenheid van het cijfer; ook voor de grenzen van de marge."""
    if _is_procent(cijfer):
        return f"{_procent_van_fractie(waarde)}%"
    if cijfer.maat is Maat.GEMIDDELDE or cijfer.eenheid == PER_1000:
        return _afgerond(waarde, "0.1").replace(".", ",")
    heel = int(_afgerond(waarde, "1"))
    if cijfer.maat is Maat.NPS:
        return f"+{heel}" if heel > 0 else str(heel).replace("-", "−")
    return geheel_getal(heel)


def _procent_van_fractie(fractie: float) -> int:
    heel = int((Decimal(repr(float(fractie))) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    return heel if fractie in (0, 1) else min(99, max(1, heel))


def _afgerond(waarde: float, stap: str) -> str:
    return str(Decimal(repr(float(waarde))).quantize(Decimal(stap), ROUND_HALF_UP))
