"""`python -m kwaliteit`: hetzelfde als de opdracht `kwaliteit`."""

import gc
import io
import os
import sys

from kwaliteit.cli import voer_uit


def start() -> None:
    """Begin van het programma.

    Een run is kort en stopt dan: niet opruimen onderweg of na afloop en één rekendraad schelen een kwart van de CPU.
    Buiten een terminal is de uitvoer UTF-8, ook waar het systeem anders wil.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper) and not stroom.isatty():
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = voer_uit(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    start()
