"""De cellen van een tabel over de jaren: een cijfer of de openbare woorden, en welke jaren erin staan."""

from collections.abc import Iterable

from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Deel
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import som_op


def kies_jaren(stof: Stof, vragen: list[Gevraagd], meeste: int) -> list[int]:
    """De laatste jaren waarin een van de vragen is gemeten, oudste eerst."""
    gemeten = [jaar for jaar in stof.jaren if any(_heeft_iets(stof, gevraagd, jaar) for gevraagd in vragen)]
    return gemeten[-meeste:]


def kies_cel(stof: Stof, cijfer: OpenbaarCijfer | None, gevraagd: Gevraagd, jaar: int) -> Deel:
    """Het cijfer van een jaar, of waarom het er niet is."""
    if cijfer is not None:
        return cijfer
    is_gevraagd = any(
        ander.jaar == jaar and ander.doelgroep is gevraagd.doelgroep and ander.vraag.id == gevraagd.vraag.id
        for ander in stof.openbaar.gevraagd
    )
    return Status.GEEN_INFORMATIE.value if is_gevraagd else Status.NIET_GEVRAAGD.value


def zoek_verdeling(stof: Stof, gevraagd: Gevraagd, jaar: int) -> tuple[OpenbaarCijfer, ...]:
    """De cijfers per antwoord van een vraag in een jaar; leeg als die er niet zijn."""
    return stof.verdelingen.get((jaar, gevraagd.vraag.id, gevraagd.doelgroep, ORGANISATIE), ())


def schrijf_breuk(cijfer: OpenbaarCijfer) -> str:
    """De vaste woorden bij een reeksbreuk, met de reden: "niet te vergelijken: de vraag is veranderd"."""
    return f"niet te vergelijken: {cijfer.breuk}"


def schrijf_breuken(cijfers: Iterable[OpenbaarCijfer | None]) -> str:
    """De jaren waarin een nieuwe reeks begint: "2024 niet te vergelijken: de vraag is veranderd"."""
    redenen = {cijfer.jaar: schrijf_breuk(cijfer) for cijfer in cijfers if cijfer is not None and cijfer.reeksbreuk}
    return "; ".join(f"{jaar} {reden}" for jaar, reden in sorted(redenen.items()))


def noem_keuzeanker(gevraagd: Gevraagd) -> str:
    """Het anker van de tabel van een meerkeuzevraag."""
    return f"tabel-{gevraagd.vraag.id.lower()}-{gevraagd.doelgroep}-keuzes"


def noem_jaren(jaren: list[int]) -> str:
    """Een reeks jaren in woorden: "2022 tot en met 2024"."""
    return f"{jaren[0]} tot en met {jaren[-1]}" if len(jaren) > 2 else som_op([str(jaar) for jaar in jaren])


def _heeft_iets(stof: Stof, gevraagd: Gevraagd, jaar: int) -> bool:
    return stof.cijfer(gevraagd, jaar=jaar) is not None or bool(zoek_verdeling(stof, gevraagd, jaar))
