"""Gereedschap uit npm dat alleen toetsen gebruiken: in `.node/` van het project, in PATH, of niet aanwezig."""

import os
import shutil
from pathlib import Path

import pytest

NODE = Path(__file__).resolve().parents[1] / ".node" / "node_modules" / ".bin"


def zoek_gereedschap(naam: str) -> str:
    """Geef het pad van een programma; zonder slaat de toets over, of faalt zij bij KWALITEIT_VOLLEDIG=1."""
    gevonden = shutil.which(naam, path=str(NODE)) or shutil.which(naam)
    if gevonden is None:
        if os.environ.get("KWALITEIT_VOLLEDIG") == "1":
            pytest.fail(f"{naam} ontbreekt, maar KWALITEIT_VOLLEDIG=1")
        pytest.skip(f"{naam} staat niet op deze machine")
    return gevonden
