"""Per pijler en groep: hoeveel vragen, hoeveel getoond, hoe gunstig (rekenregels 7.9). Nooit een gemiddelde score.

Alles volgt uit openbare cijfers van de hele organisatie en verraadt dus niets nieuws.
"""

from collections.abc import Iterable, Iterator

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Pijlertelling, Status
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.geheimhouding.rijen import BANDEN


def tel_per_pijler(
    cijfers: Iterable[OpenbaarCijfer], wortel: str, kader: Kader, regels: Rekenregels
) -> Iterator[Pijlertelling]:
    """Geef per jaar, pijler en gevraagde groep één telling, ook als de groep over die pijler niets gevraagd is."""
    per_groep: dict[tuple[int, Doelgroep], dict[str, OpenbaarCijfer]] = {}
    kengetallen: dict[int, list[OpenbaarCijfer]] = {}
    for cijfer in cijfers:
        if cijfer.onderdeel != wortel or cijfer.maat is Maat.RESPONS:
            continue
        if cijfer.doelgroep is None:
            kengetallen.setdefault(cijfer.jaar, []).append(cijfer)
        else:
            # De eerste maat van een vraag is haar hoofdcijfer.
            per_groep.setdefault((cijfer.jaar, cijfer.doelgroep), {}).setdefault(cijfer.indicator, cijfer)
    met_normen = {jaar for (jaar, _), vragen in per_groep.items() if any(vraag.normen for vraag in vragen.values())}
    for (jaar, doelgroep), vragen in per_groep.items():
        bewijs = [*vragen.values(), *kengetallen.get(jaar, [])]
        bewezen = {norm for cijfer in bewijs if is_getoond(cijfer) for norm in cijfer.normen}
        for pijler in kader.pijlers:
            in_pijler = [vraag for vraag in vragen.values() if vraag.pijler == pijler.id]
            alle = [norm.id for norm in kader.normen if norm.pijler == pijler.id] if jaar in met_normen else []
            yield Pijlertelling(
                jaar=jaar,
                pijler=pijler.id,
                doelgroep=doelgroep,
                gevraagd=len(in_pijler),
                getoond=sum(map(is_getoond, in_pijler)),
                minstens_75=sum(is_hoog(vraag, regels) for vraag in in_pijler),
                onder_50=sum(is_laag(vraag, regels) for vraag in in_pijler),
                normen_met_bewijs=sum(norm in bewezen for norm in alle),
                normen_zonder_bewijs=sum(norm not in bewezen for norm in alle),
            )


def is_getoond(cijfer: OpenbaarCijfer) -> bool:
    """Waar als een lezer iets over de uitkomst leest: een getal of een band."""
    return cijfer.is_getal or cijfer.status in BANDEN


def is_hoog(cijfer: OpenbaarCijfer, regels: Rekenregels) -> bool:
    """Waar bij een percentage gunstig vanaf `hoog_vanaf`, of een hoge band; niet bij weinig antwoorden."""
    if cijfer.maat is not Maat.GUNSTIG:
        return False
    return cijfer.status is Status.BAND_HOOG or (cijfer.waarde is not None and cijfer.waarde >= regels.hoog_vanaf)


def is_laag(cijfer: OpenbaarCijfer, regels: Rekenregels) -> bool:
    """Waar bij een percentage gunstig onder `laag_onder`, of een lage band; niet bij weinig antwoorden."""
    if cijfer.maat is not Maat.GUNSTIG:
        return False
    return cijfer.status is Status.BAND_LAAG or (cijfer.waarde is not None and cijfer.waarde < regels.laag_onder)
