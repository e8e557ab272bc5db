"""LimeSurvey, antwoorden als csv of rekenblad: koppen als code, volledige tekst, of code met tekst."""

import re
from collections import Counter
from collections.abc import Sequence

from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kolomvorm, Kopvorm, Rijstatus, Statusregel
from kwaliteit.bronnen.dialecten.kopvormen import (
    INVULLEN,
    PERSOON,
    RESPONDENT,
    kies_vorm,
    maak_metakop,
    maak_tabel,
    zoek_meta,
)
from kwaliteit.bronnen.taal.schrijfwijze import vereenvoudig

META = maak_tabel(
    ("id", RESPONDENT, "Response ID|Answer ID|Respons ID|Antwoord ID|Antwort ID|ID de la réponse"),
    ("submitdate", INVULLEN, "Date submitted|Datum verstuurd|Datum ingediend|Datum Abgeschickt|Date de soumission"),
    ("lastpage", INVULLEN, "Last page|Laatste pagina|Letzte Seite|Dernière page"),
    ("startlanguage", INVULLEN, "Start language|Start taal|Starttaal|Start-Sprache|Startsprache|Langue de départ"),
    ("seed", INVULLEN, "Zufallsstartwert|Tête de série"),
    ("startdate", INVULLEN, "Date started|Startdatum|Datum gestart|Datum gestartet|Date de lancement"),
    ("datestamp", INVULLEN, "Date last action|Datum laatste actie|Datum letzte Aktivität|Date de la dernière action"),
    ("ipaddr", PERSOON, "IP address|IP Adres|IP-adres|IP-Adresse|Adresse IP"),
    ("refurl", INVULLEN, "Referrer URL|Verwijzende URL|Weiterleitungs-URL"),
    ("token", PERSOON, "Access code|Toegangscode|Zugangscode|Zugangsschlüssel|Code d'accès"),
)
STERK = frozenset({"submitdate", "lastpage", "startlanguage", "datestamp"})
"""Zo heten kolommen van een gewone tabel niet."""
TIJDEN_PER_VRAAG = re.compile(r"(?:interviewtime|groupTime\w*|\w+Time)(?:\W.*)?$")

_VOORAAN = re.compile(r"([A-Za-z]\w*?)(?:\W|_\W|$)")
_SUBCODE = re.compile(r"([A-Za-z]\w*)\[(\w+)\](?:\[(\w+)\])?(?=\W|_\W|$)")
_LEM_SUBCODE = re.compile(r"([A-Za-z]\w*?)_((?:SQ\d+|other|comment)(?:comment)?)(?=\W|_\W|$)")
_ONDERSTREEPT = "._."
"""Sommige exports zetten onderstrepen waar spaties stonden: "Q1._.Hoe_gaat_het"."""
_CODE_EN_TEKST = re.compile(r"[A-Za-z](?=\w*\d)\w*(?:-\d+)?\s*[.;,:]\s*(.+)", re.DOTALL)
_EIGEN_WOORDEN = re.compile(r"(?:comment|other|filecount)$", re.IGNORECASE)
_EIGEN_SUBCODE = re.compile(r"(?:SQ|L|A)\d+(?:comment)?|other|comment|\w+comment|filecount", re.IGNORECASE)
_CODE_TEKST = re.compile(r"([A-Za-z]{2,}?)\d\w*(?:-\d+)?\. \S")
_HAKEN_ACHTERAAN = re.compile(r"(.*?)\s*\[([^\[\]]*)\](?:\s*\[([^\[\]]*)\])?\s*$", re.DOTALL)
MINSTE_STAMMEN, MINSTE_KOLOMMEN, MEESTAL = 3, 5, 0.8


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    waarom = _noem_reden(rijen[0])
    if not waarom:
        return None
    koppen = tuple(_lees_kop(kop, plaats, rijen) for plaats, kop in enumerate(rijen[0].teksten))
    return Kopvorm(waarom=waarom, koprijen=1, koppen=koppen)


def _noem_reden(rij: Bovenrij) -> str:
    vast = [naam for kop in rij.teksten if (naam := _lees_metanaam(kop))]
    if len(set(vast)) >= 2 and STERK & set(vast):
        namen = list(dict.fromkeys(vast))[:3]
        return f"kolommen {', '.join(namen[:-1])} en {namen[-1]} zoals LimeSurvey ze schrijft"
    if _heeft_subvragen(rij):
        return "koppen met een code en een subvraag tussen haken, zoals LimeSurvey ze schrijft"
    if _heeft_antwoordnummer(rij):
        return "een kolom met het antwoordnummer en koppen als 'vraag [subvraag]', zoals LimeSurvey ze schrijft"
    if _heeft_codes_met_tekst(rij):
        return "koppen als 'code. vraag' met codes van verschillende vragen, zoals LimeSurvey ze schrijft"
    return ""


def _lees_metanaam(kop: str) -> str:
    """Geef de code van een vaste kolom: "submitdate", "Date submitted" of "submitdate. Date submitted"."""
    if (heel := META.get(vereenvoudig(kop))) is not None:
        return heel[0]
    code = _VOORAAN.match(kop)
    if code is None or (gevonden := META.get(code[1].casefold())) is None or gevonden[0] != code[1].casefold():
        return ""
    # Achter een code hoort het opschrift van dezelfde kolom: "id. Response ID", maar niet "id van de locatie".
    achter = META.get(vereenvoudig(kop[len(code[1]) :].replace("_", " ")))
    return gevonden[0] if achter is not None and achter[0] == gevonden[0] else ""


def _heeft_subvragen(rij: Bovenrij) -> bool:
    treffers = [treffer for kop in rij.teksten if (treffer := _SUBCODE.match(kop))]
    per_vraag = Counter(treffer[1] for treffer in treffers)
    return any(_EIGEN_SUBCODE.fullmatch(treffer[2]) for treffer in treffers) or max(per_vraag.values(), default=0) >= 2


def _heeft_antwoordnummer(rij: Bovenrij) -> bool:
    eerste = next(filter(None, rij.sleutels), "")
    if META.get(eerste, ("",))[0] != "id" or len(eerste.split()) < 2:
        return False
    vragen = Counter(treffer[1] for kop in rij.teksten if (treffer := _HAKEN_ACHTERAAN.fullmatch(kop)))
    return max(vragen.values(), default=0) >= 2


def _heeft_codes_met_tekst(rij: Bovenrij) -> bool:
    """Een bewerkte export zonder vaste kolommen; een lijst met één soort nummers kan overal vandaan komen."""
    gevuld = [kop for kop in rij.teksten if kop]
    stammen = [treffer[1] for kop in gevuld if (treffer := _CODE_TEKST.match(kop))]
    genoeg = len(gevuld) >= MINSTE_KOLOMMEN and len(stammen) >= MEESTAL * len(gevuld)
    return genoeg and len(set(stammen)) >= MINSTE_STAMMEN


def _lees_kop(kop: str, plaats: int, rijen: Sequence[Bovenrij]) -> Kolomkop:
    if naam := _lees_metanaam(kop):
        return maak_metakop(kop, META[naam][1], naam)
    if meta := zoek_meta(META, kop):
        return meta
    if TIJDEN_PER_VRAAG.match(kop):
        return maak_metakop(kop, INVULLEN)
    code = _SUBCODE.match(kop) or _LEM_SUBCODE.match(kop)
    tekst = _lees_tekst(kop, code)
    haken = _HAKEN_ACHTERAAN.fullmatch(tekst)
    deel = haken[2].strip() if haken else ""
    if deel.endswith(".."):
        # Een afgekorte optie is niet die optie: met haken past zij op geen enkel antwoord.
        deel = f"[{deel}]"
    if not deel and code is not None:
        deel = tekst if tekst != kop else code[2]
    if not deel:
        return Kolomkop(kop=kop, namen=tuple(dict.fromkeys((kop, tekst))))
    vraag = haken[1].strip() if haken else ""
    namen = [kop, *((f"{code[1]}[{code[2]}]", code[2]) if code else ()), deel]
    if haken and haken[3]:
        namen.append(haken[3].strip())
    ouders = tuple(dict.fromkeys(filter(None, (code[1] if code else "", vraag))))
    eigen = code is not None and _EIGEN_WOORDEN.search(code[2]) is not None
    vorm = Kolomvorm.ANDERS if eigen else kies_vorm(deel, rijen[1:], plaats, vraag)
    return Kolomkop(kop=kop, namen=tuple(dict.fromkeys(namen)), vorm=vorm, deel=deel, ouders=ouders)


def _lees_tekst(kop: str, code: re.Match[str] | None) -> str:
    """Geef wat er achter de code staat, zonder scheiding; zonder code of tekst de hele kop."""
    gewoon = " ".join(map(_zet_spaties_terug, kop.split(" "))) if _ONDERSTREEPT in kop else kop
    if code is not None:
        rest = gewoon[len(code[0]) :] if gewoon.startswith(code[0]) else gewoon.partition(".")[2]
        return rest.lstrip(" .;,:-_").strip() or kop
    treffer = _CODE_EN_TEKST.fullmatch(gewoon)
    return treffer[1].strip() if treffer else gewoon


def _zet_spaties_terug(stuk: str) -> str:
    plek = stuk.find(_ONDERSTREEPT, 1)
    if plek < 0:
        return stuk
    achter = stuk[plek + len(_ONDERSTREEPT) :].replace("_", " ")
    return f"{stuk[:plek]}. {' '.join(achter.split())}"


def _haal_quote_weg(tekst: str) -> str:
    """Een antwoord dat met = begint krijgt van LimeSurvey een aanhalingsteken ervoor."""
    return tekst[1:] if tekst.startswith("'=") else tekst


VERZONDEN = Statusregel(
    kop=re.compile("submitdate"),
    waarden=dict.fromkeys(("", "n/a", "null"), Rijstatus.ONVOLLEDIG),
    anders=Rijstatus.VOLLEDIG,
)
"""Elke datum telt: zonder tijdstempels schrijft LimeSurvey 1980-01-01 bij wie klaar is."""

# "N/A" is in een export met volledige antwoorden: deze vraag is niet getoond. Het is dus geen "niet van toepassing".
LIMESURVEY = Dialect(
    naam="limesurvey",
    tool="LimeSurvey",
    herken=_herken,
    redenen={"n/a": Reden.NIET_GETOOND},
    statusregels=(VERZONDEN,),
    schoon=_haal_quote_weg,
)
