"""Qualtrics, de oude csv: een rij V1 tot en met V10 en vraagcodes, een rij met teksten, en een lege laatste kolom."""

from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import INVULLEN, PERSOON, RESPONDENT, kies_vorm, maak_metakop, zoek_meta
from kwaliteit.bronnen.dialecten.qualtrics import AFGEROND, META, PROEFSOORT

VAST = {
    "v1": RESPONDENT,
    **dict.fromkeys(("v3", "v4", "v5", "v6"), PERSOON),
    **dict.fromkeys(("v2", "v7", "v8", "v9", "v10"), INVULLEN),
}
OPSCHRIFTEN = frozenset(
    {"responseid", "responseset", "name", "ipaddress", "status", "startdate", "enddate", "finished"}
)


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    if not {"v1", "v8", "v9", "v10"} <= rijen[0].gevuld or len(rijen) < 2:
        return None
    if len(rijen[1].gevuld & OPSCHRIFTEN) >= 3:
        hoogte = 2
    elif rijen[1].geef(rijen[0].sleutels.index("v1")).startswith("R_"):
        hoogte = 1
    else:
        return None
    return Kopvorm(
        waarom="kolommen V1 tot en met V10 met ResponseID en Finished, zoals Qualtrics ze vroeger schreef",
        koprijen=hoogte,
        koppen=tuple(_lees_kop(rijen, plaats, hoogte) for plaats in range(len(rijen[0].teksten))),
    )


def _lees_kop(rijen: Sequence[Bovenrij], plaats: int, hoogte: int) -> Kolomkop:
    naam, tekst = rijen[0].geef(plaats), rijen[1].geef(plaats) if hoogte > 1 else ""
    if (soort := VAST.get(rijen[0].sleutels[plaats])) is not None:
        return maak_metakop(tekst or naam, soort, naam)
    if meta := zoek_meta(META, naam):
        return meta
    namen = tuple(dict.fromkeys(filter(None, (naam, tekst))))
    if "-" not in tekst or "_" not in naam:
        return Kolomkop(kop=tekst or naam, namen=namen)
    vraag, deel = (stuk.strip() for stuk in tekst.rsplit("-", 1))
    vorm = kies_vorm("other" if naam.endswith("_TEXT") else deel, rijen[hoogte:], plaats, vraag)
    ouders = (naam.split("_")[0], vraag)
    return Kolomkop(kop=tekst, namen=(*namen, *filter(None, (deel,))), vorm=vorm, deel=deel, ouders=ouders)


QUALTRICS_LEGACY = Dialect(
    naam="qualtrics-legacy", tool="Qualtrics (oude export)", herken=_herken, statusregels=(PROEFSOORT, AFGEROND)
)
