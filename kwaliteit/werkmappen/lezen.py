"""Van een map naar een Werkmap: roept de onderdelen aan en toont alle gebreken in één keer."""

from pathlib import Path

from kwaliteit.begrippen.fout import Gebrek, GebruikFout, WerkmapFout
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.werkmappen.huisstijl import lees_eigen_blokken, lees_huisstijl
from kwaliteit.werkmappen.inrichting import Inrichting, richt_in
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.lijsten import lees_acties, lees_citaten, lees_zelfoordelen
from kwaliteit.werkmappen.taalregels import lees_taalregels
from kwaliteit.werkmappen.verhalen import lees_verhaal
from kwaliteit.werkmappen.vormen import Instellingen

INSTELLINGEN = "kwaliteit.yaml"


def lees_werkmap(pad: Path, jaar: int) -> Werkmap:
    """Lees alles wat de organisatie schreef, voor een verslag over `jaar`.

    Geen werkmap of een onbekend jaar is een GebruikFout. Alle andere gebreken, uit alle bestanden, komen samen in één
    WerkmapFout.
    """
    eis_werkmap(pad)
    plank = Leesplank(map=pad.resolve())
    inrichting = _lees_inrichting(plank, jaar)
    acties = lees_acties(plank)
    citaten = lees_citaten(plank, jaar)
    zelfoordelen = lees_zelfoordelen(plank, jaar)
    verhaal = lees_verhaal(plank, jaar)
    taalregels = lees_taalregels(plank)
    huisstijl = lees_huisstijl(plank)
    eigen_blokken = lees_eigen_blokken(plank)
    if inrichting is None or plank.gebreken:
        raise WerkmapFout(*plank.gebreken)
    return Werkmap(
        pad=plank.map,
        jaar=jaar,
        organisatie=inrichting.organisatie,
        publicatie=inrichting.publicatie,
        boom=inrichting.boom,
        locatienamen=inrichting.locatienamen,
        jaren=inrichting.jaren,
        nederlandse_csv=inrichting.nederlandse_csv,
        acties=acties,
        verhaal=verhaal,
        citaten=citaten,
        zelfoordelen=zelfoordelen,
        controlegetallen=dict(sorted(plank.controlegetallen.items())),
        taalregels=taalregels,
        huisstijl=huisstijl,
        eigen_blokken=eigen_blokken,
    )


def _lees_inrichting(plank: Leesplank, jaar: int) -> Inrichting | None:
    gelezen = plank.lees_yaml(INSTELLINGEN, Instellingen)
    if gelezen is None:
        return None
    instellingen, plaatsen = gelezen
    if jaar not in instellingen.jaren:
        bekend = [str(een) for een in sorted(instellingen.jaren)]
        raise GebruikFout(
            Gebrek(
                waar=f"jaar {jaar}",
                wat="dit jaar staat niet in kwaliteit.yaml",
                verwacht=f"een van: {', '.join(bekend)}" if bekend else "een jaar dat in kwaliteit.yaml staat",
                doe_dit=f"Kies een ander jaar, of zet {jaar} in kwaliteit.yaml onder 'jaren'.",
            )
        )
    return richt_in(instellingen, plaatsen, plank, jaar)


def zoek_werkmap(pad: Path) -> Path | None:
    """Geef `pad` als daar een kwaliteit.yaml staat, anders None."""
    return pad if (pad / INSTELLINGEN).is_file() else None


def eis_werkmap(pad: Path) -> None:
    """Stop met een GebruikFout als dit geen map met een kwaliteit.yaml is."""
    try:
        is_map, heeft_instellingen = pad.is_dir(), (pad / INSTELLINGEN).exists()
        verkeerd_genoemd = (pad / "kwaliteit.yml").exists()
    except OSError:
        raise _geen_werkmap(
            pad, "deze map is niet te openen", "Controleer het pad en of u rechten hebt op de map."
        ) from None
    if not is_map:
        raise _geen_werkmap(pad, "deze map is er niet", "Geef met --map de map van uw organisatie.")
    if not heeft_instellingen:
        doe_dit = (
            "Hernoem kwaliteit.yml naar kwaliteit.yaml."
            if verkeerd_genoemd
            else "Geef met --map de map van uw organisatie, of maak daar een kwaliteit.yaml."
        )
        raise _geen_werkmap(pad, "in deze map staat geen kwaliteit.yaml", doe_dit)


def _geen_werkmap(pad: Path, wat: str, doe_dit: str) -> GebruikFout:
    return GebruikFout(
        Gebrek(waar=f"map {pad}", wat=wat, verwacht="een werkmap: een map met kwaliteit.yaml erin", doe_dit=doe_dit)
    )
