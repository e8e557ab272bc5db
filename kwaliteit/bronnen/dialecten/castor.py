"""Castor: studie of vragenlijst als csv met ; of als rekenblad, en de csv van de Castor-koppeling voor Python."""

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
from kwaliteit.bronnen.dialecten.kopvormen import INVULLEN, RESPONDENT, maak_tabel, zoek_meta

META = maak_tabel(
    ("Participant Id", RESPONDENT, "Castor Participant ID|Castor Record ID|Record Id|record_id"),
    ("Survey Instance Id", INVULLEN, "survey_instance_id"),
    ("Survey Progress", INVULLEN, "progress"),
    ("Survey Completed On", INVULLEN, "completed_on"),
    ("Survey Parent", INVULLEN, ""),
    ("Survey Package Name", INVULLEN, "package_name"),
    ("Survey Package Id", INVULLEN, "package_id"),
    ("Survey Creation Date", INVULLEN, "created_on"),
    ("Survey Sent Date", INVULLEN, "sent_on"),
    ("survey_name", INVULLEN, "Survey Name"),
    ("Participant Status", INVULLEN, "Record Status"),
    ("Participant Creation Date", INVULLEN, "Record Creation Date|Creation Date"),
    ("Randomization Group", INVULLEN, "Randomization Date|randomisation_group|randomisation_datetime"),
    ("archived", INVULLEN, "Archived"),
)
VAN_VRAGENLIJST = frozenset({"survey instance id", "survey progress", "survey completed on", "survey package name"})
VAN_STUDIE = frozenset(
    {"participant status", "participant creation date", "record status", "record creation date", "randomization group"}
    | {"site abbreviation", "institute abbreviation", "randomization date"}
)
NUMMER = frozenset(sleutel for sleutel, (naam, _) in META.items() if naam == "Participant Id")
_VINKJE = re.compile(r"([A-Za-z]\w*)#(.+)")


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    kop = rijen[0].gevuld
    nummer = bool(kop & NUMMER)
    if "castor participant id" in kop or "castor record id" in kop:
        waarom = "een kolom met het Castor-nummer van de deelnemer"
    elif nummer and "survey instance id" in kop:
        waarom = "kolommen met deelnemer en Survey Instance Id zoals Castor ze schrijft"
    elif len(kop & VAN_VRAGENLIJST) >= 2 or (nummer and len(kop & VAN_STUDIE) >= 2):
        waarom = "vaste kolommen van een studie of vragenlijst zoals Castor ze schrijft"
    elif {"record id", "institute", "archived"} <= kop:
        waarom = "kolommen record_id, institute en archived zoals de koppeling van Castor ze schrijft"
    else:
        return None
    return Kopvorm(waarom=waarom, koprijen=1, koppen=tuple(map(_lees_kop, rijen[0].teksten)))


def _lees_kop(kop: str) -> Kolomkop:
    if meta := zoek_meta(META, kop):
        return meta
    if optie := _VINKJE.fullmatch(kop):
        return Kolomkop(kop=kop, namen=(kop,), vorm=Kolomvorm.OPTIE, deel=optie[2], ouders=(optie[1],))
    return Kolomkop(kop=kop, namen=(kop,))


ONTBREKEND = {"95": Reden.LEEG, "96": Reden.NVT, "97": Reden.NIET_GETOOND, "98": Reden.WEET_NIET, "99": Reden.LEEG}
"""Meting mislukt, niet van toepassing, niet gevraagd, onbekend, niet gedaan."""

CASTOR = Dialect(
    naam="castor",
    tool="Castor",
    herken=_herken,
    redenen={
        **{f"-{code}": reden for code, reden in ONTBREKEND.items()},
        **{f"##user_missing_{code}##": reden for code, reden in ONTBREKEND.items()},
    },
    statusregels=(
        Statusregel(
            kop=re.compile("survey progress"),
            waarden={"": Rijstatus.ONBEKEND, "0": Rijstatus.UITGENODIGD, "100": Rijstatus.VOLLEDIG},
            anders=Rijstatus.ONVOLLEDIG,
        ),
        Statusregel(
            kop=re.compile("survey completed on"),
            waarden={"": Rijstatus.ONVOLLEDIG},
            anders=Rijstatus.VOLLEDIG,
        ),
        Statusregel(
            kop=re.compile("archived"),
            waarden=dict.fromkeys(("1", "true", "waar", "yes", "ja"), Rijstatus.GEARCHIVEERD),
            bekend=frozenset({"0", "false", "onwaar", "no", "nee"}),
        ),
    ),
)
