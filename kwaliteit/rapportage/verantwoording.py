"""Verantwoording voor zorgkantoor en inspectie: eisen, bron × pijler, en elke norm met bewijs, vindplaats en stand."""

from collections import Counter

from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.kader import Norm, Toon
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.verslag import Alinea, Bewijs, Blok, Figuurkop, Normregel, Normtabel, Opsomming, Sectie
from kwaliteit.rapportage.eisen import GEEN_ZICHT, maak_eisentabel
from kwaliteit.rapportage.jaartabellen import noem_kengetallenanker
from kwaliteit.rapportage.matrix import maak_matrix
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.verdelingen import noem_anker

ANKER_NORMEN = "tabel-normen"
GEEN_OORDEEL = "nog geen oordeel"
STANDVOLGORDE = ("ja", "deels", "nee", GEEN_OORDEEL, GEEN_ZICHT)
TOONWOORDEN = {
    Toon.STELT: "",
    Toon.PROBEERT: " (Het kader zegt: de zorg probeert dit.)",
    Toon.KAN: " (Het kader zegt: dit kan. Het is geen plicht.)",
    Toon.SOMS: " (Het kader zegt: dit geldt soms.)",
}
INLEIDING = "Dit deel is vooral voor het zorgkantoor en de inspectie. Per eis en per norm staat hier het bewijs."
NIET_VOLLEDIG = "De normen staan hier kort en in eigen woorden. Zij komen uit een verkorte versie van het kader."


def maak_verantwoording(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Verantwoording"; in een jaar van vóór het kader is dat één zin."""
    jaargang = stof.werkmap.jaren.get(stof.jaar)
    if jaargang is None or jaargang.kader is None:
        zin = f"In {stof.jaar} gold dit kader nog niet. Daarom staat hier geen verantwoording per norm."
        return Sectie(titel="Verantwoording", anker="verantwoording", blokken=(Alinea(delen=(zin,)),), in_inhoud=True)
    eisen, normen = maak_eisentabel(stof), maak_normtabel(stof)
    delen: tuple[tuple[str, str, tuple[Blok, ...]], ...] = (
        ("Eisen aan dit verslag", "eisen", (eisen, *_noem_lezers(stof))),
        ("Bronnen per pijler", "matrix", maak_matrix(stof)),
        ("Normen van het kader", "normen", (*_leg_bron_uit(stof), normen)),
    )
    return Sectie(
        titel="Verantwoording",
        anker="verantwoording",
        blokken=(Alinea(delen=(INLEIDING,)), _vat_samen(eisen, normen)),
        secties=tuple(
            Sectie(titel=titel, anker=anker, blokken=blokken, ingeklapt=True) for titel, anker, blokken in delen
        ),
        in_inhoud=True,
    )


def _vat_samen(eisen: Normtabel, normen: Normtabel) -> Opsomming:
    """Hoe vaak elke stand voorkomt, zodat ook zonder de tabellen te zien is hoe het ervoor staat."""
    punten = (("eisen aan dit verslag", eisen), ("normen van het kader", normen))
    return Opsomming(
        punten=tuple((f"{len(tabel.regels)} {wat}:", (_tel_standen(tabel),)) for wat, tabel in punten if tabel.regels)
    )


def _tel_standen(tabel: Normtabel) -> str:
    aantallen = Counter(regel.stand for regel in tabel.regels)
    volgorde = [*STANDVOLGORDE, *sorted(aantallen.keys() - {*STANDVOLGORDE})]
    return f"{som_op([f'{aantallen[stand]} {stand}' for stand in volgorde if aantallen[stand]])}."


def maak_normtabel(stof: Stof) -> Normtabel:
    """Maak de tabel met alle normen van het kader."""
    kop = Figuurkop(
        nummer=0,
        anker=ANKER_NORMEN,
        boodschap=("Elke norm met bewijs en stand",),
        ondertitel=f"Normen uit {stof.kader.naam}, {stof.jaar}",
        bron=f"{stof.kader.bron}, {schrijf_datum(stof.kader.datum)}",
        noten=(("De stand is het eigen oordeel van de organisatie.",),),
    )
    return Normtabel(kop=kop, eerste_kop="Norm", regels=tuple(_maak_regel(stof, norm) for norm in stof.kader.normen))


def _leg_bron_uit(stof: Stof) -> tuple[Blok, ...]:
    return () if stof.kader.volledig else (Alinea(delen=(NIET_VOLLEDIG,), toon="stil"),)


def _noem_lezers(stof: Stof) -> tuple[Blok, ...]:
    """Voor wie het verslag is (eis V7); een kader zonder lezers geeft niets."""
    if not stof.kader.lezers:
        return ()
    punten = tuple((f"{lezer.naam}.", (f"{lezer.krijgt.rstrip('.')}.",)) for lezer in stof.kader.lezers)
    return Alinea(delen=("Voor wie dit verslag is, en wat er voor hen in staat.",)), Opsomming(punten=punten)


def _maak_regel(stof: Stof, norm: Norm) -> Normregel:
    bewijs = (*_zoek_vragen(stof, norm), *_zoek_kengetallen(stof, norm))
    oordeel = next((oordeel for oordeel in stof.werkmap.zelfoordelen if oordeel.norm == norm.id), None)
    if oordeel is not None and oordeel.bewijs:
        bewijs = (*bewijs, Bewijs(tekst=f"{oordeel.bewijs} ({oordeel.door}, {schrijf_datum(oordeel.op)})", anker=""))
    stand = oordeel.stand.value if oordeel is not None else GEEN_OORDEEL
    return Normregel(
        id=norm.id,
        thema=norm.thema,
        tekst=f"{norm.tekst.rstrip('.')}.{TOONWOORDEN[norm.toon]}" if TOONWOORDEN[norm.toon] else norm.tekst,
        plaats=norm.plaats,
        bewijs=bewijs,
        stand=stand if bewijs else GEEN_ZICHT,
    )


def _zoek_vragen(stof: Stof, norm: Norm) -> tuple[Bewijs, ...]:
    """De vragen van dit jaar met een uitkomst die de lezer kan zien; wat op één plaats staat, is één verwijzing."""
    per_plaats: dict[str, list[str]] = {}
    for gevraagd in stof.gevraagd:
        if norm.id in gevraagd.normen and _is_zichtbaar(stof, gevraagd):
            tekst = f"{gevraagd.vraag.id} ({gevraagd.doelgroep.naam})"
            per_plaats.setdefault(noem_anker(stof, gevraagd), []).append(tekst)
    return tuple(Bewijs(tekst=", ".join(teksten), anker=anker) for anker, teksten in per_plaats.items())


def _is_zichtbaar(stof: Stof, gevraagd: Gevraagd) -> bool:
    if kies_hoofdmaat(gevraagd.vraag) is Maat.GUNSTIG and stof.cijfer(gevraagd) is None:
        vakken = stof.verdelingen.get((stof.jaar, gevraagd.vraag.id, gevraagd.doelgroep, ORGANISATIE), ())
        return any(zegt_iets(cijfer) for cijfer in vakken)
    return zegt_iets(stof.cijfer(gevraagd))


def _zoek_kengetallen(stof: Stof, norm: Norm) -> tuple[Bewijs, ...]:
    return tuple(
        Bewijs(
            tekst=f"{kengetal.id} (registratie)",
            anker=noem_kengetallenanker(stof.kader.pijler_van(kengetal.normen)),
        )
        for kengetal in stof.kengetallen.values()
        if norm.id in kengetal.normen and zegt_iets(stof.kengetalcijfer(kengetal.id, stof.jaar))
    )
