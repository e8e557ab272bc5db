"""Wat in één rij zelf niet mag staan: een getal bij woorden, een fijner getal dan afgesproken, of een onwaar getal."""

import re
from collections.abc import Collection, Mapping
from fractions import Fraction

from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaarheid import Lek, Leksoort
from kwaliteit.openbaarheidstoets.kennis import Grond, lees_noemer
from kwaliteit.openbaarheidstoets.rijen import Geheim, Rij
from kwaliteit.openbaarheidstoets.vraagtoets import Grenzen

STIL = ("te weinig antwoorden", "niet getoond", "niet gevraagd", "geen informatie")
"""Bij deze status staat er nergens een getal."""
BANDEN = ("band laag", "band hoog")
BANDWOORDEN = re.compile(
    r"(?:minder dan (?P<laag>\d+) (?:van de \d+|mensen)|meer dan (?P<hoog>\d+) van de (?P<van>\d+)"
    r"|(?:minder|meer) dan \d+%|op minder dan \d+ mensen na iedereen)(?: \(eerder gepubliceerd cijfer; .*\))?",
    re.DOTALL,
)
"""De vaste woorden; achter een bewust gehouden cijfer staat de reden van de organisatie."""
_STAP_WAARDE = {"gemiddelde": Fraction(1, 10), "score": Fraction(1), "nps": Fraction(1)}
_STAP_MARGE = {**_STAP_WAARDE, "gunstig": Fraction(1, 100), "topbox": Fraction(1, 100), "verdeling": Fraction(1, 100)}
_RUIM = Fraction(1, 10**6)


def loop_rij_na(
    rij: Rij,
    geheim: Geheim | None,
    grond: Grond,
    grenzen: Grenzen,
    *,
    over_mensen: bool,
    hoort_gewogen: bool = False,
    oude: Collection[object] = (),
) -> list[Lek]:
    """Geef wat er aan deze rij niet klopt. `oude` zijn eerder gepubliceerde cijfers die bewust zijn gehouden.

    `hoort_gewogen`: de antwoorden op deze vraag hebben een gewicht.
    """
    is_oud = (rij.plek, rij.waarde, rij.teller, rij.noemer) in oude
    gevonden = [
        *(_zoek_slecht_gewogen(rij) if rij.is_gewogen or (hoort_gewogen and not is_oud) else ()),
        *_zoek_ervaringsdeskundigen(rij),
        *_zoek_getal_bij_woorden(rij, grenzen),
        *_zoek_te_fijn(rij),
        *(_zoek_te_klein(rij, grenzen) if over_mensen and rij.status not in STIL else ()),
    ]
    lekken = [_maak(Leksoort.RIJ, rij, grond, wat) for wat in gevonden]
    if geheim is not None and not is_oud:
        lekken += [_maak(Leksoort.ANDERS, rij, grond, wat) for wat in vergelijk_met_intern(rij, geheim, grenzen)]
    return lekken


def _zoek_ervaringsdeskundigen(rij: Rij) -> list[str]:
    is_groep = rij.doelgroep == Doelgroep.ERVARINGSDESKUNDIGEN
    return ["ervaringsdeskundigen onder de hele organisatie"] if is_groep and rij.onderdeel != ORGANISATIE else []


def _zoek_slecht_gewogen(rij: Rij) -> list[str]:
    """Van gewogen antwoorden is alleen het deel gunstig van de hele organisatie openbaar, in hele procenten."""
    if rij.status in STIL:
        return []
    if not rij.is_gewogen or rij.maat != "gunstig" or rij.onderdeel != ORGANISATIE:
        return ["een ander cijfer van gewogen antwoorden dan het deel gunstig van de hele organisatie"]
    if rij.teller is not None or rij.waarde is None or rij.waarde % Fraction(1, 100) or not 0 < rij.waarde < 1:
        return ["een gewogen deel dat niet alleen in hele procenten van 1 tot en met 99 staat"]
    return []


def _zoek_getal_bij_woorden(rij: Rij, grenzen: Grenzen) -> list[str]:
    getallen = {
        "waarde": rij.waarde,
        "teller": rij.teller,
        "ondergrens": rij.ondergrens,
        "bovengrens": rij.bovengrens,
        "interval_methode": rij.methode or None,
    }
    if rij.status in STIL:
        getallen |= {"noemer": rij.noemer, "uitgenodigd": rij.uitgenodigd}
        if any(teken.isdigit() for teken in rij.toelichting):
            return ["een getal in de toelichting van een cijfer dat niet getoond mag worden"]
    elif rij.status in BANDEN:
        if not _is_goede_bandtekst(rij, grenzen):
            return ["andere woorden dan de vaste woorden van een band"]
    elif rij.status == "weinig antwoorden":
        del getallen["teller"]
    else:
        return []
    gevuld = [naam for naam, waarde in getallen.items() if waarde is not None]
    return [f"status '{rij.status}', maar {', '.join(gevuld)} is niet leeg"] if gevuld else []


def _is_goede_bandtekst(rij: Rij, grenzen: Grenzen) -> bool:
    gevonden = BANDWOORDEN.fullmatch(rij.toelichting)
    if gevonden is None:
        return False
    if gevonden["laag"] is not None:
        return rij.status == "band laag" and int(gevonden["laag"]) == grenzen.band
    if gevonden["hoog"] is not None:
        return rij.status == "band hoog" and int(gevonden["hoog"]) == int(gevonden["van"]) - grenzen.band
    return (rij.status == "band laag") == rij.toelichting.startswith("minder dan")


def _zoek_te_fijn(rij: Rij) -> list[str]:
    fout = []
    if rij.waarde is not None and rij.maat in _STAP_WAARDE and rij.waarde % _STAP_WAARDE[rij.maat]:
        fout.append("waarde fijner dan afgesproken")
    stap = _STAP_MARGE.get(rij.maat)
    marges = [grens for grens in (rij.ondergrens, rij.bovengrens) if grens is not None]
    if stap and any(grens % stap for grens in marges):
        fout.append("marge fijner dan afgesproken")
    return fout


def _zoek_te_klein(rij: Rij, grenzen: Grenzen) -> list[str]:
    n = lees_noemer(rij)
    aantallen = {"antwoorden": n, "uitgenodigden": rij.uitgenodigd}
    if rij.maat == "respons":
        aantallen["deelnemers"] = rij.teller
    for wat, aantal in aantallen.items():
        if aantal is not None and aantal < grenzen.drempel:
            return [f"{aantal} {wat}; de drempel is {grenzen.drempel}"]
    if rij.teller is None or n is None:
        return []
    is_te_vol = rij.teller > n - grenzen.band
    if rij.maat in ("gunstig", "verhouding") and (rij.teller < grenzen.band or is_te_vol):
        return [f"{rij.teller} van {n}: aan één kant minder dan {grenzen.band} mensen"]
    if rij.maat in ("verdeling", "topbox") and (0 < rij.teller < grenzen.band or is_te_vol):
        return [f"{rij.teller} van {n} in één vak"]
    return []


def vergelijk_met_intern(rij: Rij, geheim: Geheim, grenzen: Grenzen) -> list[str]:
    """Geef waarin een openbaar cijfer afwijkt van het interne; wat daar niet staat, is niet te vergelijken."""
    codes = rij.categorie.split("+") if rij.categorie else [""]
    is_band_van_vraag = rij.maat == "verdeling" and not rij.categorie and rij.status in BANDEN
    maat = "gunstig" if is_band_van_vraag else rij.maat
    intern = [geheim.getallen.get((maat, code, rij.onderdeel)) for code in codes]
    if any(getal is None for getal in intern):
        return []
    getallen = [getal for getal in intern if getal is not None]
    waarde, teller, noemer = getallen[0]
    if rij.is_gewogen:
        return _vergelijk_gewogen(rij, geheim.gewogen.get(rij.onderdeel), noemer)
    if len(getallen) > 1:
        teller = sum(deel or 0 for _, deel, _ in getallen)
        waarde = Fraction(teller, noemer) if noemer else None
    fout = []
    if rij.teller is not None and teller is not None and rij.teller != teller:
        fout.append(f"openbaar {rij.teller}, intern {teller}")
    if rij.noemer is not None and noemer is not None and rij.noemer != noemer:
        fout.append(f"openbaar op {rij.noemer} antwoorden, intern op {noemer}")
    if rij.waarde is not None and waarde is not None:
        halve = _STAP_WAARDE.get(rij.maat, Fraction(0)) / 2
        te_hoog = halve - _RUIM if halve else 2 * _RUIM  # precies op de helft gaat omhoog
        if not -halve - 2 * _RUIM <= waarde - rij.waarde <= te_hoog:
            fout.append(f"openbaar {float(rij.waarde):g}, intern {float(waarde):g}")
    if rij.status in BANDEN and teller is not None and noemer is not None:
        is_laag = rij.status == "band laag"
        if not (teller < grenzen.band if is_laag else teller > noemer - grenzen.band):
            fout.append(f"de woorden '{rij.toelichting}' zijn niet waar")
    return fout


def _vergelijk_gewogen(rij: Rij, waarde: Fraction | None, noemer: int | None) -> list[str]:
    if rij.waarde is None or waarde is None:
        return ["openbaar gewogen, intern niet"]
    fout = [] if rij.noemer == noemer else [f"openbaar op {rij.noemer} antwoorden, intern op {noemer}"]
    geknipt = min(Fraction(99, 100), max(Fraction(1, 100), waarde))
    if abs(geknipt - rij.waarde) > Fraction(1, 200) + _RUIM:
        fout.append(f"openbaar gewogen {float(rij.waarde):g}, intern {float(waarde):g}")
    return fout


def zoek_overlap(rijen: Mapping[tuple[int, str, str], Rij], grond: Grond, grenzen: Grenzen) -> list[Lek]:
    """Ervaringsdeskundigen zijn ook professionals: wie overblijft mag niet met te weinig zijn.

    `rijen` zijn de getoonde aantallen (jaar, doelgroep, indicator) van de hele organisatie.
    """
    lekken = []
    for (jaar, doelgroep, indicator), rij in rijen.items():
        geheel = rijen.get((jaar, str(Doelgroep.PROFESSIONALS), indicator))
        if doelgroep != Doelgroep.ERVARINGSDESKUNDIGEN or geheel is None:
            continue
        n = _verschil(lees_noemer(geheel), lees_noemer(rij))
        x = _verschil(geheel.teller, rij.teller)
        if rij.maat == "respons":
            n, x = x, None
        if n is not None and 0 < n < grenzen.drempel:
            lekken.append(
                _maak(Leksoort.RANG, rij, grond, f"{n} andere professionals; de drempel is {grenzen.drempel}")
            )
        elif n and n > 0 and x is not None and not grenzen.band <= x <= n - grenzen.band:
            lekken.append(_maak(Leksoort.RANG, rij, grond, f"{x} van de {n} andere professionals"))
    return lekken


def _verschil(geheel: int | None, deel: int | None) -> int | None:
    return None if geheel is None or deel is None else geheel - deel


def _maak(soort: Leksoort, rij: Rij, grond: Grond, wat: str) -> Lek:
    return Lek(
        soort=soort,
        jaar=rij.jaar,
        doelgroep=rij.doelgroep,
        indicator=rij.indicator,
        onderdelen=(grond.noem(rij.onderdeel),),
        wat=f"{rij.maat}{' ' + rij.categorie if rij.categorie else ''}: {wat}",
        waaruit=rij.bron,
    )
