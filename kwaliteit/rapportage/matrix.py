"""Bron × pijler: welke bron over welke pijler informatie gaf. Elke cel heeft woorden (eis V5)."""

from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Dekkingscel, Dekkingsmatrix, Figuurkop
from kwaliteit.rapportage.respons import zoek_niet_gevraagd
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.taal import schrijf_aantal, som_op

ANKER = "figuur-matrix"
REGISTRATIEKOLOM = "Registratie"
NIET_OPGEHAALD = Dekkingscel(soort="niet opgehaald", tekst="geen informatie opgehaald")
NIET_GEVRAAGD = Dekkingscel(soort="niet gevraagd", tekst="niet gevraagd")
GEEN_KENGETALLEN = Dekkingscel(soort="niet opgehaald", tekst="geen kengetallen opgegeven")
DUBBEL = "Een kengetal kan bij meer dan één pijler meetellen."


def maak_matrix(stof: Stof) -> Dekkingsmatrix:
    """De figuur met een rij per pijler en een kolom per bron: de hoofdgroepen en de registratie."""
    rijen = tuple((pijler.naam, _maak_cellen(stof, pijler)) for pijler in stof.kader.pijlers)
    kop = Figuurkop(
        nummer=0,
        anker=ANKER,
        boodschap=(_schrijf_boodschap(rijen),),
        ondertitel=f"Vragen per groep en kengetallen uit de registratie, per pijler, {stof.jaar}",
        bron="vragenlijsten en registratie van de organisatie",
        noten=(_schrijf_ervaringsdeskundigen(stof), *(((DUBBEL,),) if _telt_dubbel(stof) else ())),
    )
    bronnen = (*(met_hoofdletter(groep.naam) for groep in HOOFDGROEPEN), REGISTRATIEKOLOM)
    return Dekkingsmatrix(kop=kop, bronnen=bronnen, rijen=rijen)


def _maak_cellen(stof: Stof, pijler: Pijler) -> tuple[Dekkingscel, ...]:
    return *(_maak_cel(stof, pijler, groep) for groep in HOOFDGROEPEN), _maak_registratiecel(stof, pijler)


def _schrijf_boodschap(rijen: tuple[tuple[str, tuple[Dekkingscel, ...]], ...]) -> str:
    """Hoeveel bronnen er minstens zijn per pijler; heeft een pijler er geen, dan hoeveel pijlers er een hebben."""
    bronnen = [sum(cel.soort in ("alles", "deels") for cel in cellen) for _, cellen in rijen]
    minstens = min(bronnen, default=0)
    if minstens:
        return f"Over elke pijler vertel{'len' if minstens > 1 else 't'} minstens {_tel_bronnen(minstens)} iets"
    hoeveel = sum(aantal > 0 for aantal in bronnen)
    van = f"{schrijf_aantal(hoeveel) if hoeveel else 'geen'} van de {schrijf_aantal(len(bronnen))} pijlers"
    return f"Over {van} is er informatie"


def _tel_bronnen(aantal: int) -> str:
    return f"{schrijf_aantal(aantal)} bron{'nen' if aantal > 1 else ''}"


def _schrijf_ervaringsdeskundigen(stof: Stof) -> tuple[str, ...]:
    cellen = [
        f"{pijler.naam.lower()} {cel.tekst}"
        for pijler in stof.kader.pijlers
        if (cel := _maak_cel(stof, pijler, Doelgroep.ERVARINGSDESKUNDIGEN)) not in (NIET_GEVRAAGD, NIET_OPGEHAALD)
    ]
    return (f"Ervaringsdeskundigen apart: {som_op(cellen) or NIET_OPGEHAALD.tekst}.",)


def _maak_cel(stof: Stof, pijler: Pijler, doelgroep: Doelgroep) -> Dekkingscel:
    """Wat een groep over een pijler gaf, in woorden, uit dezelfde telling als de openbare tabel."""
    if doelgroep in zoek_niet_gevraagd(stof):
        return NIET_OPGEHAALD
    for telling in stof.openbaar.per_pijler:
        if (telling.jaar, telling.pijler, telling.doelgroep) == (stof.jaar, pijler.id, doelgroep) and telling.gevraagd:
            if not telling.getoond:
                return Dekkingscel(soort="niets getoond", tekst="gevraagd, geen cijfer getoond")
            tekst = f"{telling.getoond} van {telling.gevraagd} vragen getoond"
            return Dekkingscel(soort="alles" if telling.getoond == telling.gevraagd else "deels", tekst=tekst)
    return NIET_GEVRAAGD


def _maak_registratiecel(stof: Stof, pijler: Pijler) -> Dekkingscel:
    opgegeven = _zoek_kengetallen(stof, pijler)
    getoond = sum(zegt_iets(stof.kengetalcijfer(kengetal, stof.jaar)) for kengetal in opgegeven)
    tekst = f"{len(opgegeven)} kengetal{'len' if len(opgegeven) > 1 else ''}"
    if not opgegeven:
        return GEEN_KENGETALLEN
    if not getoond:
        return Dekkingscel(soort="niets getoond", tekst=f"{tekst}, geen cijfer getoond")
    if getoond == len(opgegeven):
        return Dekkingscel(soort="alles", tekst=tekst)
    return Dekkingscel(soort="deels", tekst=f"{getoond} van {tekst} getoond")


def _zoek_kengetallen(stof: Stof, pijler: Pijler) -> list[str]:
    """De kengetallen die iets zeggen over een norm van deze pijler, ook als zij bij een andere pijler staan."""
    normen = {norm.id for norm in stof.kader.normen if norm.pijler == pijler.id}
    return [
        kengetal.id
        for kengetal in stof.kengetallen.values()
        if normen & set(kengetal.normen) and stof.kengetalcijfer(kengetal.id, stof.jaar) is not None
    ]


def _telt_dubbel(stof: Stof) -> bool:
    alle = [kengetal for pijler in stof.kader.pijlers for kengetal in _zoek_kengetallen(stof, pijler)]
    return len(alle) > len(set(alle))
