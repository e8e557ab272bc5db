"""Wie deden mee: de respons per groep, en eerlijk wie er niet is gevraagd (eis V5)."""

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Alinea, Blok, Deel, Figuurkop, Responsrij, Responstabel, Sectie
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import schrijf_periode, som_op
from kwaliteit.rapportage.zinnen import schrijf_voorbehoud

ANKER = "tabel-respons"
ERVARINGSDESKUNDIGEN_APART = "Ervaringsdeskundigen staan apart. Zij horen bij de professionals."


def maak_respons(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Wie deden mee"."""
    blokken: list[Blok] = [Alinea(delen=(schrijf_inleiding(stof),))]
    rijen = _maak_rijen(stof)
    if rijen:
        blokken.append(_maak_tabel(stof, rijen))
    if stof.is_bevraagd(Doelgroep.ERVARINGSDESKUNDIGEN):
        blokken.append(Alinea(delen=(ERVARINGSDESKUNDIGEN_APART,)))
    blokken += [Alinea(delen=(schrijf_niet_gevraagd(groep),), toon="let_op") for groep in zoek_niet_gevraagd(stof)]
    return Sectie(titel="Wie deden mee", anker="respons", blokken=tuple(blokken), in_inhoud=True)


def zoek_niet_gevraagd(stof: Stof) -> tuple[Doelgroep, ...]:
    """De groepen waarbij dit jaar niets is opgehaald, ervaringsdeskundigen meegerekend."""
    zonder_bron = stof.openbaar.niet_gevraagd.get(stof.jaar, ())
    return tuple(groep for groep in Doelgroep if groep in zonder_bron or not stof.is_bevraagd(groep))


def schrijf_niet_gevraagd(doelgroep: Doelgroep) -> str:
    """De vaste zin van eis V5."""
    return f"Dit jaar vroeg de organisatie {doelgroep.naam} niets."


def schrijf_inleiding(stof: Stof) -> str:
    """Wie zijn gevraagd en wanneer, in één of twee zinnen."""
    gevraagd = [groep.naam for groep in HOOFDGROEPEN if groep not in zoek_niet_gevraagd(stof)]
    jaargang = stof.werkmap.jaren.get(stof.jaar)
    periode = jaargang.meetperiode if jaargang else None
    wanneer = f" Dat was van {schrijf_periode(periode)}." if periode else ""
    if not gevraagd:
        return "Dit jaar is bij geen enkele hoofdgroep informatie opgehaald."
    return f"De organisatie vroeg de mening van {som_op(gevraagd)}.{wanneer}"


def _maak_rijen(stof: Stof) -> tuple[Responsrij, ...]:
    vorig_jaar = _zoek_vorig_jaar(stof)
    return tuple(
        Responsrij(doelgroep=groep, cijfer=cijfer, vorig=_zoek(stof, vorig_jaar, groep))
        for groep in Doelgroep
        if (cijfer := _zoek(stof, stof.jaar, groep)) is not None
    )


def _zoek(stof: Stof, jaar: int | None, doelgroep: Doelgroep) -> OpenbaarCijfer | None:
    return None if jaar is None else stof.respons.get((jaar, doelgroep, ORGANISATIE))


def _zoek_vorig_jaar(stof: Stof) -> int | None:
    """Het laatste jaar vóór het verslagjaar met respons."""
    return max(
        (jaar for jaar, _, onderdeel in stof.respons if jaar < stof.jaar and onderdeel == ORGANISATIE), default=None
    )


def _maak_tabel(stof: Stof, rijen: tuple[Responsrij, ...]) -> Responstabel:
    voorzichtig = tuple(
        (f"{met_hoofdletter(rij.doelgroep.naam)}: {zin}",)
        for rij in rijen
        if (zin := schrijf_voorbehoud(stof, rij.doelgroep))
    )
    kop = Figuurkop(
        nummer=0,
        anker=ANKER,
        boodschap=_schrijf_boodschap(stof, rijen),
        ondertitel=f"Mensen die antwoord gaven, van alle mensen die zijn gevraagd, per groep, {stof.jaar}",
        bron=noem_bron(stof, tuple(rij.doelgroep for rij in rijen if stof.is_bevraagd(rij.doelgroep))),
        noten=voorzichtig,
    )
    return Responstabel(kop=kop, jaar=stof.jaar, vorig_jaar=_zoek_vorig_jaar(stof), rijen=rijen)


def _schrijf_boodschap(stof: Stof, rijen: tuple[Responsrij, ...]) -> tuple[Deel, ...]:
    """Een telzin over alle groepen samen; kan dat niet, dan over de eerste groep met een getal."""
    totaal = schrijf_totaal(stof)
    if totaal:
        return (totaal,)
    rij = next((rij for rij in rijen if rij.cijfer.is_getal), rijen[0])
    if rij.cijfer.status is Status.GETOOND and rij.cijfer.waarde is not None:
        return rij.cijfer, f" van de {rij.doelgroep.naam} gaf antwoord"
    if rij.cijfer.is_getal and rij.cijfer.noemer is not None:
        return rij.cijfer, f" {rij.doelgroep.naam} gaven antwoord"
    return f"{met_hoofdletter(rij.doelgroep.naam)}: ", rij.cijfer


def schrijf_totaal(stof: Stof) -> str:
    """Een telzin over de hoofdgroepen, maar alleen als van elke gevraagde groep alles getoond is."""
    groepen = [groep for groep in HOOFDGROEPEN if stof.is_bevraagd(groep)]
    cijfers = [stof.respons.get((stof.jaar, groep, ORGANISATIE)) for groep in groepen]
    antwoorden, uitgenodigd = 0, 0
    for cijfer in cijfers:
        if cijfer is None or cijfer.status is not Status.GETOOND or cijfer.teller is None or cijfer.noemer is None:
            return ""
        antwoorden += cijfer.teller
        uitgenodigd += cijfer.noemer
    return f"{antwoorden} van de {uitgenodigd} gevraagde mensen gaven antwoord" if len(groepen) > 1 else ""
