"""Qualtrics: een rij met namen, een met vraagteksten, en in csv een met `{"ImportId": …}`."""

import re
from collections.abc import Sequence

from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.bronnen.dialecten.dialect import (
    Bovenrij,
    Dialect,
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
    is_moment,
    kies_vorm,
    maak_metakop,
    maak_tabel,
    zoek_meta,
)

META = maak_tabel(
    ("StartDate", INVULLEN, "Start Date"),
    ("EndDate", INVULLEN, "End Date"),
    ("Status", INVULLEN, "Response Type"),
    ("IPAddress", PERSOON, "IP Address"),
    ("Progress", INVULLEN, ""),
    ("Duration (in seconds)", INVULLEN, "Duration"),
    ("Finished", INVULLEN, ""),
    ("RecordedDate", INVULLEN, "Recorded Date"),
    ("ResponseId", RESPONDENT, "Response ID"),
    ("RecipientLastName", PERSOON, "Recipient Last Name"),
    ("RecipientFirstName", PERSOON, "Recipient First Name"),
    ("RecipientEmail", PERSOON, "Recipient Email"),
    ("ExternalReference", PERSOON, "External Data Reference|ExternalDataReference"),
    ("LocationLatitude", PERSOON, "Location Latitude"),
    ("LocationLongitude", PERSOON, "Location Longitude"),
    ("DistributionChannel", INVULLEN, "Distribution Channel"),
    ("UserLanguage", INVULLEN, "User Language"),
)
EIGEN = frozenset({"RecordedDate", "ResponseId", "DistributionChannel"})
"""Namen die een ander niet gebruikt; er moeten er twee staan, met nog een vaste kolom."""

_IMPORTID = re.compile(r"""\s*\{\s*["']{1,2}ImportId["']{1,2}""")
_VOLGORDEKOLOM = re.compile(r"_DO(?:_|$)")
_RANGKOLOM = re.compile(r"_RANK$", re.IGNORECASE)
_DEELCODE = re.compile(r"(.+?)_\d+(?:_\d+)?")
_STAM = re.compile(r"(.*?)\s+-\s+(.*)", re.DOTALL)


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    hoogte = next((plek + 1 for plek in (1, 2) if plek < len(rijen) and _is_importrij(rijen[plek])), 0)
    if hoogte and not _is_importrij(rijen[0]) and len(rijen[0].gevuld) > 1:
        waarom = 'een rij met {"ImportId": …} onder de koppen, zoals Qualtrics die schrijft'
    elif _heeft_eigen_namen(rijen[0]):
        hoogte = 2 if _is_tekstrij(rijen) else 1
        waarom = "kolommen RecordedDate en ResponseId zoals Qualtrics ze schrijft"
    else:
        return None
    koppen = tuple(_lees_kop(rijen, plaats, hoogte) for plaats in range(len(rijen[0].teksten)))
    return Kopvorm(waarom=waarom, koprijen=hoogte, koppen=koppen)


def _is_importrij(rij: Bovenrij) -> bool:
    """Zeg of dit de rij met ImportId is; één zo'n tekst kan ook een antwoord zijn."""
    gevuld = list(filter(None, rij.teksten))
    return len(gevuld) >= 2 and all(map(_IMPORTID.match, gevuld))


def _heeft_eigen_namen(rij: Bovenrij) -> bool:
    namen = {META[sleutel][0] for sleutel in rij.gevuld if sleutel in META}
    return len(namen & EIGEN) >= 2 and len(namen) >= 3


def _is_tekstrij(rijen: Sequence[Bovenrij]) -> bool:
    """Zeg of de tweede rij opschriften heeft: bij de datums en het nummer staat dan gewone tekst."""
    if len(rijen) < 2:
        return False
    onder = [rijen[1].geef(plaats) for plaats, sleutel in enumerate(rijen[0].sleutels) if sleutel in META]
    gevuld = list(filter(None, onder))
    return bool(gevuld) and not any(is_moment(tekst) or tekst.startswith("R_") for tekst in gevuld)


def _lees_kop(rijen: Sequence[Bovenrij], plaats: int, hoogte: int) -> Kolomkop:
    naam = rijen[0].geef(plaats)
    tekst = rijen[1].geef(plaats) if hoogte > 1 and not _is_importrij(rijen[1]) else ""
    if meta := zoek_meta(META, naam):
        return meta
    if _VOLGORDEKOLOM.search(naam):
        return maak_metakop(naam, INVULLEN)
    namen = tuple(dict.fromkeys(filter(None, (naam, tekst))))
    stam = _STAM.fullmatch(tekst)
    code = _DEELCODE.fullmatch(naam.removesuffix("_TEXT"))
    if _RANGKOLOM.search(naam):
        code = _DEELCODE.fullmatch(_RANGKOLOM.sub("", naam))
        ouders = (*((code[1],) if code else ()), *((stam[1],) if stam else ()))
        return Kolomkop(
            kop=tekst or naam, namen=namen, vorm=Kolomvorm.RANG, deel=stam[2] if stam else "RANK", ouders=ouders
        )
    if naam.endswith("_TEXT"):
        ouders = (code[1] if code else naam.removesuffix("_TEXT"), *((stam[1],) if stam else ()))
        return Kolomkop(kop=tekst or naam, namen=namen, vorm=Kolomvorm.ANDERS, deel="TEXT", ouders=ouders)
    if stam is None or code is None:
        kaal = (stam[1],) if stam and stam[2].casefold() == "selected choice" else ()
        return Kolomkop(kop=tekst or naam, namen=(*namen, *kaal))
    deel = _STAM.sub(r"\2", stam[2]) if stam[2].startswith("Selected Choice - ") else stam[2]
    vorm = kies_vorm(deel, rijen[hoogte:], plaats, stam[1])
    return Kolomkop(kop=tekst, namen=(*namen, deel), vorm=vorm, deel=deel, ouders=(code[1], stam[1]))


PROEFSOORT = Statusregel(
    kop=re.compile("status|v7"),
    waarden=dict.fromkeys(
        (
            *("1", "2", "8", "9", "12", "17", "survey preview", "survey test", "spam", "survey preview spam"),
            *("possible spam", "imported spam", "offline survey preview", "umfragevorschau"),
        ),
        Rijstatus.PROEF,
    ),
    bekend=frozenset(
        {"0", "4", "16", "ip address", "imported", "offline", "ip-adres", "ip adres", "ip-adresse", "adresse ip"}
        | {"geïmporteerd", "importiert", "importé"}
    ),
)
AFGEROND = Statusregel(
    kop=re.compile("finished|v10"),
    waarden={
        **dict.fromkeys(("1", "true", "waar", "wahr", "vrai", "yes", "ja"), Rijstatus.VOLLEDIG),
        **dict.fromkeys(("0", "false", "onwaar", "falsch", "faux", "no", "nee", "nein", ""), Rijstatus.ONVOLLEDIG),
    },
)
KANAAL = Statusregel(kop=re.compile("distributionchannel"), waarden=dict.fromkeys(("preview", "test"), Rijstatus.PROEF))

QUALTRICS = Dialect(
    naam="qualtrics",
    tool="Qualtrics",
    herken=_herken,
    redenen={"-99": Reden.LEEG},
    statusregels=(PROEFSOORT, AFGEROND, KANAAL),
)
