"""De correcties in kwaliteit.yaml: een verborgen of oud cijfer is een keuze die u niet mag vergeten."""

from collections.abc import Iterator

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.werkmap import ALLES, Correctiekeuze, Werkmap


def loop_correcties_na(werkmap: Werkmap) -> Iterator[Bevinding]:
    """Noem elke correctie die in het verslag van dit jaar geldt."""
    for correctie in werkmap.publicatie.correcties:
        if correctie.jaar > werkmap.jaar:
            continue
        wat = "alles" if correctie.indicator == ALLES else correctie.indicator
        groep = f" van {correctie.doelgroep.naam}" if correctie.doelgroep else ""
        verborgen = "staat er als 'niet getoond'"
        gevolg = verborgen if correctie.keuze is Correctiekeuze.VERBERG else "blijft zoals eerder gepubliceerd"
        yield Bevinding(
            soort=Bevindingsoort.CORRECTIE_GELDT,
            wat=f"Een correctie geldt: {wat}{groep} over {correctie.jaar} {gevolg}.",
            verwacht="een correctie die u zelf koos",
            doe_dit="Klopt dit nog, dan hoeft u niets te doen. Haal de correctie anders weg.",
            bestand="kwaliteit.yaml",
            vraag=correctie.indicator,
        )
