"""`python -m kwaliteit`: hetzelfde als de opdracht `kwaliteit`."""

import sys

from kwaliteit.cli import voer_uit


def start() -> None:
    """Begin van het programma."""
    sys.exit(voer_uit(sys.argv[1:]))


if __name__ == "__main__":
    start()
