"""Lees alle bronnen van een werkmap tot en met de gecodeerde kolommen, en verder niets. Om te meten."""

import sys
from pathlib import Path

from kwaliteit.bronnen import lees_bronnen
from kwaliteit.vragenlijsten import lees_bibliotheek
from kwaliteit.werkmappen import lees_werkmap


def main() -> None:
    """Lees de werkmap die op de opdrachtregel staat."""
    map_ = Path(sys.argv[1])
    gelezen = lees_bronnen(lees_werkmap(map_, 2024), lees_bibliotheek(map_ / "vragenlijsten"))
    print(sum(blad.aantal for blad in gelezen.bladen))


if __name__ == "__main__":
    main()
