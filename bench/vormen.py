"""Meet wat elke vorm kost uit een klaar verslag, tegen `import pandas`. Geen toets: de uitslag is om te lezen.

Elke meting is een nieuw proces: Python starten, het verslag van schijf halen, en die ene vorm maken. "niets" is alleen
starten en inlezen; trek dat van de andere af.

python bench/vormen.py
python bench/vormen.py --werkmap voorbeelddata --jaar 2024 --rondes 9
"""

import argparse
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from meet import verhouding

from kwaliteit import weergave
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Verslag

MAATSTAF = [sys.executable, "-c", "import pandas"]
VORMEN: Mapping[str, Callable[[Verslag], Iterable[Uitvoerbestand]]] = {
    "niets": lambda _: (),
    "html": lambda verslag: [weergave.maak_html(verslag)],
    "markdown": lambda verslag: [weergave.maak_markdown(verslag)],
    "figuren": weergave.maak_figuren,
    "pdf": lambda verslag: [weergave.maak_pdf(verslag)],
    "docx": lambda verslag: [weergave.maak_docx(verslag)],
}


def stel_samen(werkmap: Path, jaar: int) -> Verslag:
    """Het verslag van een werkmap, nog in geen enkele vorm."""
    from kwaliteit import keten  # noqa: PLC0415  laadt pandas, en dat hoort niet bij een vorm

    gelezen = keten._lees(keten._lees_werkmap(werkmap, jaar, lambda _: None), lambda _: None)
    return keten._stel_samen(gelezen, keten._bereken(gelezen, lambda _: None), concept=True)[0]


def main() -> None:
    """Lees de opties en meet; met `--vorm` is dit het proces dat gemeten wordt."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--werkmap", type=Path, default=Path("voorbeelddata"))
    opties.add_argument("--jaar", type=int, default=2024)
    opties.add_argument("--rondes", type=int, default=7)
    opties.add_argument("--vorm", choices=sorted(VORMEN), help=argparse.SUPPRESS)
    opties.add_argument("--klaar", type=Path, help=argparse.SUPPRESS)
    keuze = opties.parse_args()
    if keuze.vorm:
        verslag = pickle.loads(keuze.klaar.read_bytes())
        print(sum(len(bestand.inhoud) for bestand in VORMEN[keuze.vorm](verslag)))
        return
    with tempfile.TemporaryDirectory() as map_:
        klaar = Path(map_) / "verslag.pickle"
        klaar.write_bytes(pickle.dumps(stel_samen(keuze.werkmap, keuze.jaar)))
        for naam in VORMEN:
            opdracht = [sys.executable, __file__, "--vorm", naam, "--klaar", str(klaar)]
            verhouding(f"{naam} / import pandas", opdracht, MAATSTAF, keuze.rondes)


if __name__ == "__main__":
    main()
