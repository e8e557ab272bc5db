"""Plaatsen op een as, als kort getal voor in een SVG."""

from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status


def is_tekenbaar(cijfer: OpenbaarCijfer | None) -> bool:
    """Waar als er een plaats getekend mag worden: het cijfer wordt getoond en heeft een waarde."""
    return cijfer is not None and cijfer.status is Status.GETOOND and cijfer.waarde is not None


def kort(getal: float) -> str:
    """Geef een getal met hoogstens één decimaal en zonder overbodige nullen: "12.5", "40"."""
    tekst = f"{getal:.1f}".rstrip("0").rstrip(".")
    return "0" if tekst == "-0" else tekst
