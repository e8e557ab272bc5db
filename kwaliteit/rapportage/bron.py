"""De bronregel onder een figuur of tabel: wie vulden een vragenlijst in, en wanneer. Versies staan bij de methode."""

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import schrijf_periode, som_op

REGISTRATIE = "registratie van de organisatie"


def noem_lijsten(stof: Stof, doelgroep: Doelgroep) -> tuple[str, ...]:
    """De vragenlijsten van een groep in het verslagjaar, met versie."""
    lijsten = {
        f"{gevraagd.vragenlijst} (versie {gevraagd.versie})"
        for gevraagd in stof.gevraagd
        if gevraagd.doelgroep is doelgroep
    }
    return tuple(sorted(lijsten))


def noem_bron(stof: Stof, doelgroepen: tuple[Doelgroep, ...], *, met_periode: bool = True) -> str:
    """Schrijf de bronregel voor cijfers van deze groepen, zonder hoofdletter en punt."""
    wat = f"vragenlijst{'en' if len(doelgroepen) > 1 else ''} voor {som_op([groep.naam for groep in doelgroepen])}"
    jaargang = stof.werkmap.jaren.get(stof.jaar)
    if met_periode and jaargang and jaargang.meetperiode:
        return f"{wat}, {schrijf_periode(jaargang.meetperiode)}"
    return wat
