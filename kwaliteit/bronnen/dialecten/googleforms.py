"""Google Forms: één kopregel, de eerste kolom is het tijdstip, daarna de vragen."""

import re
from collections.abc import Sequence

from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import (
    INVULLEN,
    PERSOON,
    is_getal,
    kies_vorm,
    maak_metakop,
    maak_tabel,
    som_antwoorden_op,
    zoek_meta,
)

TIJDSTEMPEL = frozenset(
    {
        "timestamp",
        "tijdstempel",
        "zeitstempel",
        "horodateur",
        "horodatage",
        "marca temporal",
        "informazioni cronologiche",
    }
)
META = maak_tabel(
    ("Email Address", PERSOON, "E-mailadres|E-Mail-Adresse|Adresse e-mail|Email"),
    ("Username", PERSOON, "Gebruikersnaam|Nutzername|Nom d'utilisateur"),
    ("Score", INVULLEN, "Punktzahl|Punteggio"),
)
_TIJDSTIP = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?.*", re.DOTALL)
_ROOSTER = re.compile(r"(.+?)\s*\[([^\[\]]+)\]", re.DOTALL)


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    kop = rijen[0]
    if not kop.sleutels or kop.sleutels[0] not in TIJDSTEMPEL or len(kop.gevuld) < 2:
        return None
    if not all(_TIJDSTIP.fullmatch(tekst) for tekst in som_antwoorden_op(rijen[1:], 0)):
        return None
    if not _heeft_vragen(kop) or _zijn_metingen(rijen[1:], len(kop.teksten)):
        return None
    return Kopvorm(
        waarom="het tijdstip vooraan en daarna de vragen, zoals Google Forms ze schrijft",
        koprijen=1,
        koppen=tuple(_lees_kop(tekst, plaats, rijen) for plaats, tekst in enumerate(kop.teksten)),
    )


def _heeft_vragen(kop: Bovenrij) -> bool:
    """In een formulier is minstens één kop een zin of een vast veld; een meetreeks heeft losse woorden."""
    return any(
        len(sleutel.split()) >= 3 or "?" in tekst for sleutel, tekst in zip(kop.sleutels, kop.teksten, strict=True)
    ) or any(sleutel in META for sleutel in kop.sleutels[1:2])


def _zijn_metingen(rijen: Sequence[Bovenrij], breedte: int) -> bool:
    """Alleen getallen, met cijfers achter de komma: een logboek van een apparaat."""
    cellen = [tekst for plaats in range(1, breedte) for tekst in som_antwoorden_op(rijen, plaats)]
    return bool(cellen) and all(map(is_getal, cellen)) and any("." in tekst or "," in tekst for tekst in cellen)


def _lees_kop(kop: str, plaats: int, rijen: Sequence[Bovenrij]) -> Kolomkop:
    if plaats == 0:
        return maak_metakop(kop, INVULLEN)
    if meta := zoek_meta(META, kop):
        return meta
    if (rooster := _ROOSTER.fullmatch(kop)) is None:
        return Kolomkop(kop=kop, namen=(kop,))
    vraag, deel = rooster[1], rooster[2].strip()
    vorm = kies_vorm(deel, rijen[1:], plaats, vraag)
    return Kolomkop(kop=kop, namen=(kop, deel), vorm=vorm, deel=deel, ouders=(vraag,))


GOOGLEFORMS = Dialect(naam="googleforms", tool="Google Forms", herken=_herken, is_los=True)
