"""Het scherm van `bekijk`: het adres, per keer één regel, en wat er te herstellen is. Ook de punten voor de balk."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kwaliteit import __version__
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.fout import EIGEN_FOUT, EIGEN_FOUT_MELDEN
from kwaliteit.begrippen.voorvertoning import Balkpunt, Bekijkbericht
from kwaliteit.scherm.basis import noem_aantal, noem_pad, scherm, toon_gebrek
from kwaliteit.scherm.punten import TAALDELEN, maak_punten


def maak_samenvatter(map_: Path) -> Callable[[Sequence[Bevinding]], tuple[Balkpunt, ...]]:
    """Geef de functie die bevindingen samenvat: wat hetzelfde zegt staat er één keer, de taal staat apart."""
    werkmap = "" if str(map_) == "." else f" --map {noem_pad(map_)}"

    def vat_samen(bevindingen: Sequence[Bevinding]) -> tuple[Balkpunt, ...]:
        over_taal = [een for een in bevindingen if een.soort in TAALDELEN]
        punten = maak_punten(
            [een for een in bevindingen if een.soort not in TAALDELEN],
            lambda bestand: f"kwaliteit koppel {noem_pad(Path(bestand))}{werkmap}",
        )
        return (
            *(
                Balkpunt(
                    ernst=str(punt.ernst),
                    waar=punt.plaats,
                    wat=punt.wat,
                    verwacht="; ".join(punt.verwacht),
                    doe_dit=punt.doe_dit,
                )
                for punt in punten
            ),
            *map(_taalpunt, over_taal),
        )

    return vat_samen


def _taalpunt(bevinding: Bevinding) -> Balkpunt:
    """Wie schrijft, wil elke regel zien; op het scherm van `controleer` worden zij geteld."""
    return Balkpunt(
        ernst="taal",
        waar=", ".join(deel for deel in (bevinding.bestand, bevinding.cel) if deel),
        wat=bevinding.wat,
        verwacht="",
        doe_dit=bevinding.doe_dit,
    )


def toon_berichten(berichten: Iterable[Bekijkbericht], *, met_browser: bool, stil: bool) -> None:
    """Toon elk bericht zodra het er is, en open na het eerste de browser. Houdt op met Ctrl-C.

    Het adres gaat naar standaarduitvoer, ook met `stil`: zonder adres is er niets te bekijken.
    """
    console = scherm()
    if not stil:
        console.print("De pagina's maken …")
    is_eerste = True
    try:
        for bericht in berichten:
            if is_eerste:
                scherm(fout=False).print(f"Voorvertoning: {bericht.adres}")
                sys.stdout.flush()
            _toon_bericht(bericht, woord="Gebouwd" if is_eerste else "Herbouwd", stil=stil)
            if is_eerste:
                geopend = met_browser and _open_browser(bericht.adres)
                if not stil:
                    openen = "" if geopend else "Open dit adres in uw browser. "
                    console.print(f"{openen}De pagina ververst na elke opslag. Stop met Ctrl-C.")
            is_eerste = False
    except KeyboardInterrupt:
        if not stil:
            console.print("\nGestopt.")


def _toon_bericht(bericht: Bekijkbericht, *, woord: str, stil: bool) -> None:
    console = scherm()
    if bericht.is_eigen_fout:
        console.print(f"{bericht.tijd} {EIGEN_FOUT}", style="bold red")
        console.print(EIGEN_FOUT_MELDEN.format(versie=__version__))
    elif bericht.gebreken:
        aantal = noem_aantal(len(bericht.gebreken), "punt", "punten")
        console.print(f"{bericht.tijd} Niet bijgewerkt: {aantal} te herstellen.", style="bold red")
        for gebrek in bericht.gebreken:
            toon_gebrek(console, gebrek)
    elif not stil:
        duur = f"{bericht.seconden:.1f}".replace(".", ",")
        per_ernst = Counter(punt.ernst for punt in bericht.punten)
        gevonden = ", ".join(f"{aantal} {ernst}" for ernst, aantal in per_ernst.items()) or "geen"
        console.print(f"{bericht.tijd} {woord} in {duur} s. Bevindingen: {gevonden}.")


def _open_browser(adres: str) -> bool:
    """Open de browser van de gebruiker; onwaar als er geen venster is (een server, een terminal op afstand)."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import webbrowser  # noqa: PLC0415

    try:
        return webbrowser.open(adres)
    except webbrowser.Error:
        return False
