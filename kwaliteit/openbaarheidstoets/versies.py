"""Twee versies van hetzelfde cijfer: het verschil gaat over een paar mensen (rekenregels 7.6)."""

from collections.abc import Iterable, Mapping, Sequence

from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.kennis import Grond, lees_noemer, lees_teller
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij, Versie
from kwaliteit.openbaarheidstoets.rijregels import vergelijk_met_intern
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen


def vergelijk_versies(rijen: Sequence[Rij], versies: Sequence[Versie], grond: Grond, grenzen: Grenzen) -> list[Lek]:
    """Geef elk cijfer dat in twee versies verschilt op een manier die iets over een paar mensen zegt."""
    lekken: dict[tuple[object, ...], Lek] = {}
    reeks = [*versies, Versie(datum="nu", rijen=tuple(rijen))]
    for plek, eerder in enumerate(reeks):
        oud = {rij.plek: rij for rij in eerder.rijen}
        for later in reeks[plek + 1 :]:
            for rij in later.rijen:
                if rij.plek in oud and (wat := _noem_verschil(oud[rij.plek], rij, grenzen)):
                    lekken.setdefault(
                        rij.plek,
                        Lek(
                            soort=Leksoort.VERSIES,
                            jaar=rij.jaar,
                            doelgroep=rij.doelgroep,
                            indicator=rij.indicator,
                            onderdelen=(grond.noem(rij.onderdeel),),
                            wat=f"{rij.maat} {rij.categorie}".strip() + f": {wat}",
                            waaruit=f"{oud[rij.plek].bron} en {rij.bron}",
                        ),
                    )
    return list(lekken.values())


def _noem_verschil(oud: Rij, nieuw: Rij, grenzen: Grenzen) -> str:
    """Geef wat het verschil over een paar mensen zegt; leeg als het niets zegt."""
    if nieuw.maat == "respons":
        paren = ((oud.teller, nieuw.teller, "deelnemers"), (oud.uitgenodigd, nieuw.uitgenodigd, "uitgenodigden"))
        teksten = (
            f"eerst {een} {wat}, nu {ander}" for een, ander, wat in paren if _scheelt_weinig(een, ander, grenzen)
        )
        return next(teksten, "")
    een, ander = lees_noemer(oud), lees_noemer(nieuw)
    if _scheelt_weinig(een, ander, grenzen):
        return f"eerst op {een} antwoorden, nu op {ander}"
    return _noem_andere_uitkomst(oud, nieuw) if een is not None and een == ander else ""


def _scheelt_weinig(een: int | None, ander: int | None, grenzen: Grenzen) -> bool:
    return een is not None and ander is not None and 0 < abs(een - ander) < grenzen.drempel


def _noem_andere_uitkomst(oud: Rij, nieuw: Rij) -> str:
    teller, later = lees_teller(oud), lees_teller(nieuw)
    if teller is not None and later is not None:
        return "" if teller == later else f"eerst {teller} van {lees_noemer(oud)}, nu {later}"
    is_anders = teller is later and None not in (oud.waarde, nieuw.waarde) and oud.waarde != nieuw.waarde
    return "een andere waarde op evenveel antwoorden" if is_anders else ""


def voeg_eerdere_toe(rijen: Sequence[Rij], eerder: Iterable[Rij], geheim: Geheim | None, grenzen: Grenzen) -> list[Rij]:
    """Geef de rijen van één vraag met wat eerder van dezelfde mensen gepubliceerd is en nu niet meer staat.

    Een eerdere versie over andere antwoorden past niet in hetzelfde stelsel; die wordt alleen vergeleken.
    """
    nu: Mapping[tuple[object, ...], Rij] = {rij.plek: rij for rij in rijen}
    samen = list(rijen)
    extra = list(eerder)
    for rij in extra:
        huidig = nu.get(rij.plek)
        if huidig is not None and lees_noemer(rij) != lees_noemer(huidig) and lees_noemer(huidig) is not None:
            return samen
    gezien: set[tuple[object, ...]] = set()
    for rij in reversed(extra):  # de laatste versie telt
        huidig = nu.get(rij.plek)
        n = lees_noemer(rij)
        # Een gewogen deel zegt niet wat een eerder ongewogen cijfer al zei.
        staat_er = (
            huidig is not None
            and (huidig.teller is not None or huidig.waarde is not None)
            and (rij.is_gewogen or not huidig.is_gewogen)
        )
        hoort_erbij = geheim is None or (
            (n is None or geheim.aantal.get(rij.onderdeel) == n) and not vergelijk_met_intern(rij, geheim, grenzen)
        )
        if not staat_er and hoort_erbij and rij.plek not in gezien:
            samen.append(rij)
            gezien.add(rij.plek)
    return samen
