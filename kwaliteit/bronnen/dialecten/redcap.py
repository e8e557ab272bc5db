"""REDCap: veldnamen als kop, `veld___1` per optie, en per formulier een kolom `_complete`; of dezelfde met labels."""

import re
from collections.abc import Sequence

from kwaliteit.bestanden.ruw import Onleesbaar, Ruwblad, Weigering
from kwaliteit.bronnen.dialecten.dialect import (
    Bovenrij,
    Dialect,
    Indeling,
    Kolomkop,
    Kolomvorm,
    Kopvorm,
    Rijstatus,
    Statusregel,
)
from kwaliteit.bronnen.dialecten.kopvormen import (
    INVULLEN,
    PERSOON,
    RESPONDENT,
    maak_metakop,
    maak_tabel,
    som_antwoorden_op,
    zoek_meta,
)
from kwaliteit.bronnen.taal.schrijfwijze import maak_label

META = maak_tabel(
    ("redcap_event_name", INVULLEN, "Event Name"),
    ("redcap_repeat_instrument", INVULLEN, "Repeat Instrument"),
    ("redcap_repeat_instance", INVULLEN, "Repeat Instance"),
    ("redcap_data_access_group", INVULLEN, "Data Access Group"),
    ("redcap_survey_identifier", PERSOON, "Survey Identifier"),
)
KLAAR = {
    **dict.fromkeys(("2", "complete"), Rijstatus.VOLLEDIG),
    **dict.fromkeys(("", "0", "1", "incomplete", "unverified"), Rijstatus.ONVOLLEDIG),
}
_VELDNAAM = re.compile(r"[a-z][a-z0-9_]*")
_KLAARKOLOM = re.compile(r"\w+_complete")
_VINKJE = re.compile(r"(.{1,200}?)___(\w{1,200})")
_KEUZE = re.compile(r"(.+?)\s*\(choice=(.+)\)", re.DOTALL)
MEESTAL = 0.7
"""Deel van de koppen; iemand kan er eigen kolommen bij hebben gezet."""
HERHALING = Weigering(
    wat="In deze REDCap-export horen meer rijen bij dezelfde persoon (herhaalde formulieren of meetmomenten).",
    verwacht="één rij per persoon",
    doe_dit="Maak in REDCap een rapport met één formulier of meetmoment, zonder herhalingen, en exporteer dat.",
)


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    waarom = _herken_velden(rijen) or _herken_labels(rijen)
    if not waarom:
        return None
    koppen = tuple(_lees_kop(kop, plaats, rijen) for plaats, kop in enumerate(rijen[0].teksten))
    return Kopvorm(waarom=waarom, koprijen=1, koppen=koppen)


def _herken_velden(rijen: Sequence[Bovenrij]) -> str:
    koppen = [kop for kop in rijen[0].teksten if kop]
    velden = [kop for kop in koppen if _VELDNAAM.fullmatch(kop)]
    if len(koppen) < 2 or koppen[0] not in velden or len(velden) < MEESTAL * len(koppen):
        return ""
    klaar = [
        kop for plaats, kop in enumerate(rijen[0].teksten) if _KLAARKOLOM.fullmatch(kop) and _is_stand(rijen, plaats)
    ]
    eigen = [kop for kop in koppen if kop in META_VELDEN]
    vinkjes = [kop for kop in koppen if _VINKJE.fullmatch(kop)]
    bewijs = (
        (len(klaar) > 0) + (len(klaar) > 1) + 2 * (len(eigen) > 0) + (len(vinkjes) > 1) + (koppen[0] == "record_id")
    )
    if bewijs < 2 or not (klaar or eigen):
        return ""
    return f"veldnamen als kop met {(klaar or eigen)[0]}, zoals REDCap ze schrijft"


def _herken_labels(rijen: Sequence[Bovenrij]) -> str:
    kop = rijen[0]
    klaar = any(sleutel == "complete" and _is_stand(rijen, plaats) for plaats, sleutel in enumerate(kop.sleutels))
    keuzes = sum(1 for tekst in kop.teksten if _KEUZE.fullmatch(tekst))
    if (klaar and ("record id" in kop.sleutels[:1] or keuzes or kop.gevuld & META.keys())) or keuzes >= 2:
        return "koppen als 'Complete?' en '(choice=…)' zoals REDCap ze schrijft"
    return ""


def _is_stand(rijen: Sequence[Bovenrij], plaats: int) -> bool:
    return all(maak_label(tekst) in KLAAR for tekst in som_antwoorden_op(rijen[1:], plaats))


def _lees_kop(kop: str, plaats: int, rijen: Sequence[Bovenrij]) -> Kolomkop:
    if meta := zoek_meta(META, kop):
        return meta
    if plaats == 0:
        return maak_metakop(kop, RESPONDENT)
    if (_KLAARKOLOM.fullmatch(kop) or rijen[0].sleutels[plaats] == "complete") and _is_stand(rijen, plaats):
        return maak_metakop(kop, INVULLEN, "_complete")
    if kop.endswith("_timestamp") or rijen[0].sleutels[plaats] == "survey timestamp":
        return maak_metakop(kop, INVULLEN)
    if optie := _VINKJE.fullmatch(kop) or _KEUZE.fullmatch(kop):
        return Kolomkop(kop=kop, namen=(kop,), vorm=Kolomvorm.OPTIE, deel=optie[2], ouders=(optie[1],))
    return Kolomkop(kop=kop, namen=(kop,))


def _weiger_herhaling(blad: Ruwblad, indeling: Indeling) -> None:
    """Weiger een blad met herhaalde formulieren, of met een nummer dat op meer dan één rij staat."""
    namen = {naam: plaats for plaats, kop in enumerate(indeling.koppen) for naam in kop.namen}
    herhaald = namen.get("redcap_repeat_instrument", namen.get("redcap_repeat_instance"))
    if herhaald is not None and any(blad.kolommen[herhaald].plaats[indeling.eerste_rij :]):
        raise Onleesbaar(HERHALING)
    if "redcap_event_name" in namen:
        nummers = [plek for plek in blad.kolommen[0].plaats[indeling.eerste_rij :] if plek]
        if len(set(nummers)) < len(nummers):
            raise Onleesbaar(HERHALING)


META_VELDEN = frozenset(naam for naam, _ in META.values())

REDCAP = Dialect(
    naam="redcap",
    tool="REDCap",
    herken=_herken,
    statusregels=(Statusregel(kop=re.compile("complete"), waarden=KLAAR),),
    keur=_weiger_herhaling,
)
