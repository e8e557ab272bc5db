"""Wat de werkmap over één bestand weet, ook als de rest van de werkmap nog niet klopt."""

from collections.abc import Iterable
from pathlib import Path

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.fout import WerkmapFout
from kwaliteit.begrippen.inspectie import Leesopdracht
from kwaliteit.begrippen.werkmap import Bronopgave
from kwaliteit.werkmappen.bronopgaven import herken_doelgroep
from kwaliteit.werkmappen.inrichting import richt_in
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.lezen import INSTELLINGEN, eis_werkmap
from kwaliteit.werkmappen.vormen import Instellingen


def maak_leesopdracht(bestand: Path, map_: Path | None, doelgroep: Doelgroep | None, vragenlijst: str) -> Leesopdracht:
    """Zoek op wat de werkmap over het bestand zegt; wat de gebruiker zelf noemt gaat voor.

    Een bestand wordt gezocht vanaf de plek waar de gebruiker staat, en anders vanaf de werkmap. `map_` is None als er
    geen werkmap is. Alleen een kwaliteit.yaml die niet te lezen is, is hier een fout.
    """
    if map_ is None:
        groep = doelgroep or herken_doelgroep(bestand.name)
        naam = bestand.name if bestand.exists() else str(bestand)
        return Leesopdracht(pad=bestand, naam=naam, doelgroep=groep, vragenlijst=vragenlijst)
    eis_werkmap(map_)
    plank = Leesplank(map=map_.resolve())
    getypt, bestand = bestand, _zoek_bestand(bestand, map_)
    bronnen = _lees_bronnen(plank)
    echt = _maak_echt(bestand)
    bekend = next((bron for bron in bronnen if _maak_echt(bron.pad) == echt), None)
    groep = doelgroep or (bekend.doelgroep if bekend else herken_doelgroep(bestand.name))
    eigen = bekend is not None and bekend.doelgroep is groep
    jaar = bekend.jaar if bekend else _zoek_jaar(echt, plank, bronnen)
    stam = _kies_koppelstam(bestand.stem, jaar, bronnen)
    koppeling = bekend.koppeling if bekend and eigen else None
    koppeling = koppeling or _zoek_koppeling(stam, plank) or _zoek_koppeling(bestand.stem, plank)
    van_groep = next((bron.vragenlijst for bron in bronnen if bron.jaar == jaar and bron.doelgroep is groep), "")
    lijst = vragenlijst or (bekend.vragenlijst if bekend and eigen else van_groep)
    return Leesopdracht(
        pad=bestand,
        naam=_noem(echt, plank) if bestand.exists() else str(getypt),
        werkmap=plank.map,
        doelgroep=groep,
        vragenlijst=lijst,
        koppeling=koppeling,
        koppelstam=stam,
        is_gedeeld=any(bron.jaar != jaar and bron.koppeling == koppeling for bron in bronnen),
        oudere=_zoek_oudere(bronnen, groep, koppeling, plank),
        jaar=jaar,
        is_bron=bekend is not None and eigen and lijst == bekend.vragenlijst,
        bezette_groepen=tuple(bron.doelgroep for bron in bronnen if bron.jaar == jaar and bron is not bekend),
    )


def _zoek_bestand(bestand: Path, map_: Path) -> Path:
    """Geef waar het bestand staat; is het nergens, dan de plek waarvan in elk geval de map bestaat."""
    ander = map_ / bestand
    if bestand.exists() or bestand.is_absolute():
        return bestand
    return ander if ander.exists() or (ander.parent.is_dir() and not bestand.parent.is_dir()) else bestand


def _noem(echt: Path, plank: Leesplank) -> str:
    return echt.relative_to(plank.map).as_posix() if echt.is_relative_to(plank.map) else echt.name


def _lees_bronnen(plank: Leesplank) -> tuple[Bronopgave, ...]:
    gelezen = plank.lees_yaml(INSTELLINGEN, Instellingen)
    if gelezen is None:
        raise WerkmapFout(*plank.gebreken)
    instellingen, plaatsen = gelezen
    # Wat verder niet klopt, zegt `controleer`; daarvoor hoeft niemand hier te stoppen.
    inrichting = richt_in(instellingen, plaatsen, plank, max(instellingen.jaren, default=0))
    return tuple(bron for _, jaargang in sorted(inrichting.jaren.items()) for bron in jaargang.bronnen)


def _kies_koppelstam(stam: str, jaar: int | None, bronnen: Iterable[Bronopgave]) -> str:
    """Geef de naam voor een nieuwe koppeling; leest een ander jaar haar anders mee, dan met het jaar erachter.

    Zo verandert wat iemand nu koppelt nooit de cijfers van een jaar dat al gepubliceerd is.
    """
    leest_mee = any(
        bron.jaar != jaar
        and stam in (bron.pad.stem, bron.doelgroep)
        and (bron.koppeling is None or bron.koppeling.stem == stam)
        for bron in bronnen
    )
    return f"{stam}-{jaar}" if leest_mee and jaar is not None else stam


def _zoek_koppeling(stam: str, plank: Leesplank) -> Path | None:
    """Geef de koppeling met de naam van het bestand; die van de groep hoort bij een ander bestand."""
    naam = f"koppelingen/{stam}.yaml"
    return plank.map / naam if plank.is_bestand(naam) and plank.is_binnen(naam) else None


def _zoek_oudere(
    bronnen: Iterable[Bronopgave], groep: Doelgroep | None, eigen: Path | None, plank: Leesplank
) -> tuple[Path, ...]:
    paden = [bron.koppeling for bron in bronnen if bron.doelgroep is groep]
    van_groep = _zoek_koppeling(groep, plank) if groep else None
    alle = dict.fromkeys(pad for pad in (*reversed(paden), van_groep) if pad not in (None, eigen))
    return tuple(pad for pad in alle if pad is not None)


def _zoek_jaar(echt: Path, plank: Leesplank, bronnen: Iterable[Bronopgave]) -> int | None:
    """Geef het jaar van de map `bronnen/<jaar>` waarin het bestand staat, anders het laatste jaar met bronnen."""
    ouder = echt.parent
    if ouder.parent == plank.map / "bronnen" and ouder.name.isdecimal():
        return int(ouder.name)
    return max((bron.jaar for bron in bronnen), default=None)


def _maak_echt(pad: Path) -> Path:
    try:
        return pad.resolve()
    except (OSError, RuntimeError):
        return pad.absolute()
