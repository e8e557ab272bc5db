"""Alchemer (vroeger SurveyGizmo): één kopregel met Time Started, Date Submitted en Status."""

import re
from collections import Counter
from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kopvorm, Rijstatus, Statusregel
from kwaliteit.bronnen.dialecten.kopvormen import INVULLEN, PERSOON, RESPONDENT, kies_vorm, maak_tabel, zoek_meta

META = maak_tabel(
    ("Response ID", RESPONDENT, "ResponseID"),
    ("Time Started", INVULLEN, ""),
    ("Date Submitted", INVULLEN, ""),
    ("Status", INVULLEN, ""),
    ("Contact ID", PERSOON, ""),
    ("Legacy Comments", INVULLEN, ""),
    ("Comments", INVULLEN, ""),
    ("Language", INVULLEN, ""),
    ("Referer", INVULLEN, "Extended Referer"),
    ("SessionID", PERSOON, "Session ID"),
    ("User Agent", INVULLEN, ""),
    ("Tags", INVULLEN, ""),
    ("IP Address", PERSOON, ""),
    ("Longitude", PERSOON, ""),
    ("Latitude", PERSOON, ""),
    ("Country", INVULLEN, ""),
    ("City", PERSOON, ""),
    ("State/Region", INVULLEN, ""),
    ("Postal", PERSOON, ""),
    ("Link Name", INVULLEN, ""),
    ("Email", PERSOON, "Invite Email"),
    ("First Name", PERSOON, "Invite First Name"),
    ("Last Name", PERSOON, "Invite Last Name"),
)
VERPLICHT = frozenset({"time started", "date submitted", "status"})


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    if not rijen[0].gevuld >= VERPLICHT:
        return None
    vragen = Counter(_splits(kop)[1] for kop in rijen[0].teksten)
    return Kopvorm(
        waarom="kolommen Time Started, Date Submitted en Status zoals Alchemer ze schrijft",
        koprijen=1,
        koppen=tuple(_lees_kop(kop, plaats, rijen, vragen) for plaats, kop in enumerate(rijen[0].teksten)),
    )


def _splits(kop: str) -> tuple[str, str]:
    """Splits "Optie:Vraag"; zonder dubbele punt is alles vraag."""
    deel, punt, vraag = kop.partition(":")
    return (deel.strip(), vraag.strip()) if punt and vraag.strip() else ("", kop)


def _lees_kop(kop: str, plaats: int, rijen: Sequence[Bovenrij], vragen: Counter[str]) -> Kolomkop:
    if meta := zoek_meta(META, kop):
        return meta
    deel, vraag = _splits(kop)
    if not deel or vragen[vraag] < 2:
        return Kolomkop(kop=kop, namen=(kop,))
    vorm = kies_vorm(deel, rijen[1:], plaats, vraag)
    return Kolomkop(kop=kop, namen=(kop, deel), vorm=vorm, deel=deel, ouders=(vraag,))


ALCHEMER = Dialect(
    naam="alchemer",
    tool="Alchemer",
    herken=_herken,
    statusregels=(
        Statusregel(
            kop=re.compile("status"),
            waarden={
                "complete": Rijstatus.VOLLEDIG,
                **dict.fromkeys(("partial", "disqualified", "abandoned", "in progress", ""), Rijstatus.ONVOLLEDIG),
                **dict.fromkeys(("deleted", "test", "test data"), Rijstatus.PROEF),
            },
        ),
    ),
)
