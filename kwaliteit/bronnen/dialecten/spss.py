"""SPSS: de lezer zet de namen van de variabelen in rij 1 en hun labels in rij 2."""

from collections import Counter
from collections.abc import Sequence

from kwaliteit.bestanden.ruw import Ruwblad
from kwaliteit.bronnen.dialecten.dialect import Bovenrij, Dialect, Kolomkop, Kolomvorm, Kopvorm
from kwaliteit.bronnen.dialecten.kopvormen import is_eigen_woorden


def deel_sav_in(rijen: Sequence[Bovenrij], blad: Ruwblad) -> Kopvorm:
    """Geef de kop van een sav; een kolom uit een meerkeuzeset is een optie van de vraag van die set."""
    ouders = {plaats: vraag for vraag, plaatsen in blad.meerkeuze for plaats in plaatsen}
    ouders = {**_zoek_reeksen(rijen), **ouders}
    koppen = [
        _maak_kop(rijen[0].geef(plaats), rijen[1].geef(plaats), ouders.get(plaats))
        for plaats in range(len(blad.kolommen))
    ]
    return Kopvorm(
        waarom="een bestand van SPSS, met namen en labels bij elke variabele", koprijen=2, koppen=tuple(koppen)
    )


def _zoek_reeksen(rijen: Sequence[Bovenrij]) -> dict[int, str]:
    """Vind kolommen als M1_1 en M1_2 met labels als "Vraag - optie": plaats -> vraag."""
    stukken = {
        plaats: (naam.rpartition("_")[0], rijen[1].geef(plaats).rpartition(" - ")[0])
        for plaats, naam in enumerate(rijen[0].teksten)
        if "_" in naam and " - " in rijen[1].geef(plaats)
    }
    aantallen = Counter(stukken.values())
    return {plaats: stuk[1] for plaats, stuk in stukken.items() if aantallen[stuk] > 1}


def _maak_kop(naam: str, label: str, vraag: str | None) -> Kolomkop:
    kop, namen = label or naam, tuple(dict.fromkeys(filter(None, (naam, label))))
    if vraag is None:
        return Kolomkop(kop=kop, namen=namen)
    deel = label.removeprefix(vraag).lstrip(" -:") or kop
    return Kolomkop(
        kop=kop,
        namen=tuple(dict.fromkeys((*namen, deel))),
        vorm=Kolomvorm.ANDERS if is_eigen_woorden(deel) else Kolomvorm.OPTIE,
        deel=deel,
        ouders=(naam.rpartition("_")[0], vraag),
    )


def _herken(rijen: Sequence[Bovenrij]) -> Kopvorm | None:
    """SPSS is aan het soort bestand te zien en nooit aan de cellen."""
    return None


SPSS = Dialect(naam="spss", tool="SPSS", herken=_herken)
