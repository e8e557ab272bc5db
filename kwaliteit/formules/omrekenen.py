"""Waarden van een schaal omrekenen (rekenregels 1 en 2)."""


def keer_om(laagste: float, hoogste: float, waarde: float) -> float:
    """Geef de waarde van een omgekeerde vraag: x' = a + b − x."""
    return laagste + hoogste - waarde


def reken_naar_100(laagste: float, hoogste: float, waarde: float) -> float:
    """Geef de score van 0 tot 100: 100·(x − a) / (b − a); vraagt a < b."""
    return 100 * (waarde - laagste) / (hoogste - laagste)
