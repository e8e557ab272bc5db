"""Microsoft Forms: een rekenblad met Id, begintijd, voltooiingstijd, e-mail, naam, en dan de vragen."""

import re
from collections.abc import Sequence

from kwaliteit.bestanden.ruw import Onleesbaar, Weigering
from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import (
    INVULLEN,
    PERSOON,
    RESPONDENT,
    is_moment,
    maak_metakop,
    maak_tabel,
    som_antwoorden_op,
    zoek_meta,
)

META = maak_tabel(
    ("Id", RESPONDENT, "ID"),
    ("Start time", INVULLEN, "Begintijd|Starttijd|Startzeit|Heure de début"),
    (
        "Completion time",
        INVULLEN,
        "Voltooiingstijd|Tijd van voltooien|Tijd van voltooiing|Fertigstellungszeit|Heure de fin",
    ),
    ("Email", PERSOON, "E-mail|E-mailadres|E-Mail-Adresse|Adresse de messagerie"),
    ("Name", PERSOON, "Naam|Nom"),
    (
        "Last modified time",
        INVULLEN,
        "Tijd laatste wijziging|Tijd van laatste wijziging|Tijdstip van laatste wijziging|Uhrzeit der letzten Änderung"
        "|Zeitpunkt der letzten Änderung|Heure de la dernière modification",
    ),
    ("Language", INVULLEN, "Taal|Sprache|Langue"),
)
NAAM_VAN = {sleutel: naam for sleutel, (naam, _) in META.items()}
VASTE_PLEKKEN = 7
_QUIZ = re.compile(
    r"(?:points|punten|punkte)\s*[-–]\s.*|(?:feedback|commentaires)\s*[-–]\s.*|total points|totaal aantal punten"
    r"|totaal punten|gesamtpunktzahl|total des points|nombre total de points|quiz[- ]?feedback"
    r"|feedback over (?:de )?quiz|testfeedback|commentaires (?:du|sur le) (?:quiz|questionnaire)",
    re.IGNORECASE | re.DOTALL,
)
GEEN_KOP = Weigering(
    wat="Dit lijkt een export van Microsoft Forms zonder kopregel.",
    verwacht="boven de antwoorden een rij met Id, Begintijd, Voltooiingstijd en de vragen",
    doe_dit="Download de antwoorden opnieuw uit Forms met 'Openen in Excel'.",
)


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    if _is_antwoordrij(rijen[0]):
        raise Onleesbaar(GEEN_KOP)
    begin = [NAAM_VAN.get(sleutel, "") for sleutel in rijen[0].sleutels[:VASTE_PLEKKEN]]
    if begin[:3] == ["Id", "Start time", "Completion time"]:
        start = 1
    elif begin[:2] == ["Start time", "Completion time"] and {"Email", "Name"} & set(begin):
        start = 0
    else:
        return None
    if not all(is_moment(tekst) for plaats in (start, start + 1) for tekst in som_antwoorden_op(rijen[1:], plaats)):
        return None
    return Kopvorm(
        waarom="Id, begintijd en voltooiingstijd vooraan, zoals Microsoft Forms ze schrijft",
        koprijen=1,
        koppen=tuple(_lees_kop(kop, plaats) for plaats, kop in enumerate(rijen[0].teksten)),
    )


def _is_antwoordrij(rij: Bovenrij) -> bool:
    """Zeg of dit al een antwoord is: een nummer, twee tijdstippen, en anonymous of een adres."""
    nummer, start, einde, adres = (rij.geef(plaats) for plaats in range(4))
    is_adres = adres.casefold() in ("anonymous", "anoniem", "anonym", "anonyme") or "@" in adres
    return nummer.isdigit() and is_moment(start) and is_moment(einde) and is_adres


def _lees_kop(kop: str, plaats: int) -> Kolomkop:
    if plaats < VASTE_PLEKKEN and (meta := zoek_meta(META, kop)):
        return meta
    if _QUIZ.fullmatch(kop):
        return maak_metakop(kop, INVULLEN)
    # Een stelling uit een Likert-blok staat als "Vraag.Stelling"; een gewone zin heeft een spatie na de punt.
    vraag, punt, deel = kop.rpartition(".")
    if punt and deel and not deel[0].isspace() and not deel[0].isdigit():
        return Kolomkop(kop=kop, namen=(kop, deel), deel=deel, ouders=(vraag,))
    return Kolomkop(kop=kop, namen=(kop,))


MSFORMS = Dialect(naam="msforms", tool="Microsoft Forms", herken=_herken, is_los=True)
