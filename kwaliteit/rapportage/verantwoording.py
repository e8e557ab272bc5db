"""Verantwoording voor zorgkantoor en inspectie: eisen, bron × pijler, en elke norm met bewijs, vindplaats en stand."""

from kwaliteit.begrippen.kader import Norm
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.verslag import Alinea, Bewijs, Blok, Figuurkop, Normregel, Normtabel, Opsomming, Sectie
from kwaliteit.rapportage.eisen import kies_telkop, maak_eisentabel, tel_standen
from kwaliteit.rapportage.jaartabellen import noem_kengetallenanker
from kwaliteit.rapportage.matrix import maak_matrix
from kwaliteit.rapportage.normbewijs import (
    NIET_VOLLEDIG,
    bepaal_stand,
    geldt_kader,
    is_zichtbaar,
    schrijf_norm,
    schrijf_voor_kader,
    zoek_kengetallen,
    zoek_oordeel,
    zoek_vragen,
)
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.verdelingen import noem_anker

ANKER_NORMEN = "tabel-normen"
INLEIDING = (
    "Dit deel is vooral voor het zorgkantoor en de inspectie. Per eis en per norm staat hier waar het bewijs is. De"
    " uitgave “Verantwoording” heeft bij elke norm ook het cijfer zelf."
)


def maak_verantwoording(stof: Stof) -> Sectie:
    """Maak het hoofdstuk "Verantwoording"; in een jaar van vóór het kader is dat één zin."""
    if not geldt_kader(stof):
        zin = Alinea(delen=(schrijf_voor_kader(stof),))
        return Sectie(titel="Verantwoording", anker="verantwoording", blokken=(zin,), in_inhoud=True)
    eisen, normen = maak_eisentabel(stof), maak_normtabel(stof)
    delen: tuple[tuple[str, str, tuple[Blok, ...]], ...] = (
        ("Eisen aan dit verslag", "eisen", (eisen,)),
        ("Bronnen per pijler", "matrix", (maak_matrix(stof),)),
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
        punten=tuple(
            (f"{len(tabel.regels)} {wat}:", (f"{tel_standen(regel.stand for regel in tabel.regels)}.",))
            for wat, tabel in punten
            if tabel.regels
        )
    )


def maak_normtabel(stof: Stof) -> Normtabel:
    """Maak de tabel met alle normen van het kader."""
    regels = tuple(_maak_regel(stof, norm) for norm in stof.kader.normen)
    kop = Figuurkop(
        nummer=0,
        anker=ANKER_NORMEN,
        boodschap=(kies_telkop("Normen", regels, "Elke norm met bewijs en stand"),),
        ondertitel=f"Normen uit {stof.kader.naam}, met bewijs en stand, {stof.jaar}",
        bron=f"{stof.kader.bron}, {schrijf_datum(stof.kader.datum)}",
        noten=(("De stand is het eigen oordeel van de organisatie.",),),
    )
    return Normtabel(kop=kop, eerste_kop="Norm", regels=regels)


def _leg_bron_uit(stof: Stof) -> tuple[Blok, ...]:
    return () if stof.kader.volledig else (Alinea(delen=(NIET_VOLLEDIG,), toon="stil"),)


def _maak_regel(stof: Stof, norm: Norm) -> Normregel:
    bewijs = (*_noem_vragen(stof, norm), *_noem_kengetallen(stof, norm))
    oordeel = zoek_oordeel(stof, norm)
    if oordeel is not None and oordeel.bewijs:
        bewijs = (*bewijs, Bewijs(tekst=f"{oordeel.bewijs} ({oordeel.door}, {schrijf_datum(oordeel.op)})", anker=""))
    return Normregel(
        id=norm.id,
        thema=norm.thema,
        tekst=schrijf_norm(norm),
        plaats=norm.plaats,
        bewijs=bewijs,
        stand=bepaal_stand(stof, norm),
    )


def _noem_vragen(stof: Stof, norm: Norm) -> tuple[Bewijs, ...]:
    """De vragen van dit jaar met een uitkomst die de lezer kan zien; wat op één plaats staat, is één verwijzing."""
    per_plaats: dict[str, list[str]] = {}
    for gevraagd in zoek_vragen(stof, norm):
        if is_zichtbaar(stof, gevraagd):
            tekst = f"{gevraagd.vraag.id} ({gevraagd.doelgroep.naam})"
            per_plaats.setdefault(noem_anker(stof, gevraagd), []).append(tekst)
    return tuple(Bewijs(tekst=", ".join(teksten), anker=anker) for anker, teksten in per_plaats.items())


def _noem_kengetallen(stof: Stof, norm: Norm) -> tuple[Bewijs, ...]:
    return tuple(
        Bewijs(
            tekst=f"{kengetal.id} (registratie)",
            anker=noem_kengetallenanker(stof.kader.pijler_van(kengetal.normen)),
        )
        for kengetal in zoek_kengetallen(stof, norm)
        if zegt_iets(stof.kengetalcijfer(kengetal.id, stof.jaar))
    )
