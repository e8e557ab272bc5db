"""SurveyMonkey: twee kopregels (vraag, en daaronder optie of "Response"), of één met "vraag - optie" of codes."""

import re
from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import (
    INVULLEN,
    PERSOON,
    RESPONDENT,
    kies_vorm,
    maak_tabel,
    som_antwoorden_op,
    zoek_meta,
)

META = maak_tabel(
    ("Respondent ID", RESPONDENT, "RespondentID|Respondent-id|Befragten-ID|Teilnehmer-ID|ID du répondant"),
    ("Collector ID", INVULLEN, "CollectorID|Collector-id|Verzamelprogramma-id|Collector-ID"),
    ("Start Date", INVULLEN, "StartDate|Date Created|Begindatum|Startdatum|Date de début"),
    ("End Date", INVULLEN, "EndDate|Date Modified|Einddatum|Enddatum|Date de fin"),
    ("IP Address", PERSOON, "IP-adres|IP-Adresse|Adresse IP"),
    ("Email Address", PERSOON, "E-mailadres|E-Mail-Adresse|Adresse e-mail"),
    ("First Name", PERSOON, "Voornaam|Vorname|Prénom"),
    ("Last Name", PERSOON, "Achternaam|Nachname|Nom de famille"),
)
NUMMER = frozenset(sleutel for sleutel, (naam, _) in META.items() if naam == "Respondent ID")
VERZAMELAAR = frozenset(sleutel for sleutel, (naam, _) in META.items() if naam == "Collector ID")
ANTWOORD = frozenset(
    {"response", "open ended response", "antwoord", "reactie", "respons", "open antwoord", "open reactie", "antwort"}
    | {"beantwortung", "offene antwort", "offene beantwortung", "reponse", "reponse ouverte"}
)
"""Wat onder een vraag met één kolom staat."""
_LANG_NUMMER = re.compile(r"\d{9,12}")
_VRAAGCODE = re.compile(r"q\d{4}(?:_\d{4})*(?:_other)?", re.IGNORECASE)
_VRAAG_OPTIE = re.compile(r"(.+?[?.:!)]?)\s+-\s+(.+)", re.DOTALL)


def _herken_twee(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    plaats = _zoek_nummer(rijen[0])
    if plaats is None or len(rijen) < 2 or rijen[1].geef(plaats):
        return None
    onder = rijen[1]
    vervolg = [plek for plek, tekst in enumerate(rijen[0].teksten) if not tekst and onder.geef(plek)]
    if not onder.gevuld & ANTWOORD and not vervolg:
        return None
    if any(zoek_meta(META, kop) and onder.geef(plek) for plek, kop in enumerate(rijen[0].teksten)):
        return None
    return Kopvorm(
        waarom="een respondentnummer en een tweede kopregel met Response of opties, zoals SurveyMonkey ze schrijft",
        koprijen=2,
        koppen=_lees_twee(rijen),
    )


def _herken_een(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    plaats = _zoek_nummer(rijen[0])
    codes = sum(1 for kop in rijen[0].teksten if _VRAAGCODE.fullmatch(kop))
    if plaats is not None and rijen[0].gevuld & VERZAMELAAR:
        waarom = "kolommen met respondentnummer en Collector ID zoals SurveyMonkey ze schrijft"
    elif plaats is not None and _zijn_lange_nummers(rijen[1:], plaats):
        waarom = "respondentnummers van negen tot twaalf cijfers zoals SurveyMonkey ze uitdeelt"
    elif codes >= 2:
        waarom = "koppen als q0007_0001 zoals SurveyMonkey ze schrijft"
    else:
        return None
    koppen = tuple(_lees_een(kop, plek, rijen) for plek, kop in enumerate(rijen[0].teksten))
    return Kopvorm(waarom=waarom, koprijen=1, koppen=koppen)


def _zoek_nummer(rij: Bovenrij) -> int | None:
    """Geef de plaats van het respondentnummer, als dat de eerste gevulde kolom is."""
    plaats = next((plek for plek, sleutel in enumerate(rij.sleutels) if sleutel), None)
    return plaats if plaats is not None and rij.sleutels[plaats] in NUMMER and len(rij.gevuld) > 1 else None


def _zijn_lange_nummers(rijen: Sequence[Bovenrij], plaats: int) -> bool:
    nummers = list(som_antwoorden_op(rijen, plaats))
    return bool(nummers) and all(map(_LANG_NUMMER.fullmatch, nummers))


def _lees_twee(rijen: Sequence[Bovenrij]) -> tuple[Kolomkop, ...]:
    koppen: list[Kolomkop] = []
    vraag = ""
    for plaats in range(len(rijen[0].teksten)):
        eigen, onder = rijen[0].geef(plaats), rijen[1].geef(plaats)
        vraag = eigen or (vraag if onder else "")
        meta = zoek_meta(META, eigen)
        if meta is not None:
            vraag = ""
            koppen.append(meta)
        elif not vraag or not onder or rijen[1].sleutels[plaats] in ANTWOORD:
            koppen.append(Kolomkop(kop=vraag or onder, namen=tuple(filter(None, (vraag or onder,)))))
        else:
            koppen.append(_maak_deel(f"{vraag} - {onder}", vraag, onder, rijen[2:], plaats))
    return tuple(koppen)


def _lees_een(kop: str, plaats: int, rijen: Sequence[Bovenrij]) -> Kolomkop:
    if meta := zoek_meta(META, kop):
        return meta
    stukken = _VRAAG_OPTIE.fullmatch(kop)
    is_gedeeld = stukken is not None and sum(andere.startswith(f"{stukken[1]} -") for andere in rijen[0].teksten) > 1
    if stukken is None or not (is_gedeeld or stukken[1] in rijen[0].teksten):
        return Kolomkop(kop=kop, namen=(kop,))
    return _maak_deel(kop, stukken[1], stukken[2], rijen[1:], plaats)


def _maak_deel(kop: str, vraag: str, deel: str, rijen: Sequence[Bovenrij], plaats: int) -> Kolomkop:
    vorm = kies_vorm(deel, rijen, plaats, vraag)
    return Kolomkop(kop=kop, namen=(kop, deel), vorm=vorm, deel=deel, ouders=(vraag,))


SURVEYMONKEY = Dialect(naam="surveymonkey", tool="SurveyMonkey", herken=_herken_twee)
SURVEYMONKEY_1_REGEL = Dialect(naam="surveymonkey-1-regel", tool="SurveyMonkey", herken=_herken_een)
