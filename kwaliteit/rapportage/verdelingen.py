"""De antwoorden van de eerste doelgroep van een pijler, als balken per vraag."""

import re
from dataclasses import replace

from kwaliteit.begrippen.indicator import Gevraagd, Maat, kies_hoofdmaat
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Categorie, Cijfertabel, Deel, Figuurkop, Kant, Verdelingsfiguur, Verdelingsrij
from kwaliteit.begrippen.vragenlijst import Schaal, Schaalsoort
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.jaarcellen import kies_cel, kies_jaren, noem_keuzeanker, schrijf_breuken, zoek_verdeling
from kwaliteit.rapportage.kort import kies_kerncijfer
from kwaliteit.rapportage.oordelen import eerdere_cijfers, schrijf_vergelijkcel, schrijf_vergelijkkop, zoek_jaaroordeel
from kwaliteit.rapportage.stof import Stof, is_tekenbaar, zegt_iets
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.zinnen import (
    schrijf_boodschap,
    schrijf_hoge_vragen,
    waarschuw_bij_lage_respons,
)

KANTEN: tuple[Kant, ...] = ("gunstig", "midden", "ongunstig")
MEESTE_JAREN = 3
"""Met de vraag en de vergelijking erbij zijn dat vijf kolommen; meer past niet op een scherm."""
REST = "alle andere antwoorden"
"""Het tweede vak van een balk van twee: alles wat niet gunstig is, het midden meegerekend."""


SAMEN = "Is er geen buitenste vak, dan zijn die antwoorden samen geteld."


def noem_anker(stof: Stof, gevraagd: Gevraagd) -> str:
    """Het anker van de figuur of tabel waarin een vraag staat; de naam blijft gelijk over de jaren."""
    if gevraagd.vraag.schaal.soort is Schaalsoort.MEERKEUZE:
        return noem_keuzeanker(gevraagd)
    pijler = next(pijler for pijler in stof.kader.pijlers if pijler.id == gevraagd.pijler)
    if gevraagd.doelgroep is not pijler.eerste_doelgroep:
        return f"tabel-{pijler.id}-anderen"
    heeft_figuur = kies_hoofdmaat(gevraagd.vraag) is Maat.GUNSTIG and stof.cijfer(gevraagd) is not None
    return f"figuur-{pijler.id}" if heeft_figuur else f"tabel-{pijler.id}-jaren"


def maak_verdeling(stof: Stof, pijler: Pijler) -> Verdelingsfiguur | None:
    """De figuur van de eerste doelgroep; None als er geen vragen voor zijn."""
    vragen = [
        gevraagd
        for gevraagd in stof.vragen_van(pijler)
        if kies_hoofdmaat(gevraagd.vraag) is Maat.GUNSTIG and gevraagd.doelgroep is pijler.eerste_doelgroep
    ]
    getoond = [(gevraagd, cijfer) for gevraagd in vragen if (cijfer := stof.cijfer(gevraagd))]
    if not getoond:
        return None
    jaren = kies_jaren(stof, [gevraagd for gevraagd, _ in getoond], MEESTE_JAREN)
    eerdere_jaren = [jaar for jaar in jaren if jaar != stof.jaar]
    vergelijkkop = schrijf_vergelijkkop(
        [zoek_jaaroordeel(stof, gevraagd.vraag, gevraagd.doelgroep) for gevraagd, _ in getoond]
    )
    rijen = [(gevraagd, _maak_rij(stof, gevraagd, cijfer, eerdere_jaren, vergelijkkop)) for gevraagd, cijfer in getoond]
    groepen = tuple(dict.fromkeys(gevraagd.doelgroep for gevraagd, _ in rijen))
    kop = Figuurkop(
        nummer=0,
        anker=noem_anker(stof, rijen[0][0]),
        boodschap=_kies_boodschap(stof, pijler, [(gevraagd, rij.gunstig) for gevraagd, rij in rijen]),
        ondertitel=f"Antwoorden van {som_op([groep.naam for groep in groepen])} per vraag, {stof.jaar}",
        bron=noem_bron(stof, groepen),
        noten=(*_leg_samen_uit([rij for _, rij in rijen]), *waarschuw_bij_lage_respons(stof, groepen)),
    )
    return Verdelingsfiguur(
        kop=kop,
        rijen=tuple(rij for _, rij in rijen),
        eerdere_jaren=tuple(eerdere_jaren),
        vergelijkkop=vergelijkkop,
    )


def kies_vorm(figuur: Verdelingsfiguur) -> Verdelingsfiguur | Cijfertabel:
    """De figuur zelf; heeft geen enkele vraag een percentage, dan een gewone tabel met hetzelfde anker."""
    if any(is_tekenbaar(rij.gunstig) for rij in figuur.rijen):
        return figuur
    slot = (figuur.vergelijkkop,) if figuur.vergelijkkop else ()
    jaren = (*figuur.eerdere_jaren, figuur.rijen[0].gunstig.jaar)
    return Cijfertabel(
        kop=replace(figuur.kop, ondertitel=figuur.kop.ondertitel.replace("Antwoorden", "Gunstige antwoorden", 1)),
        koppen=("Vraag", *map(str, jaren), *slot),
        rijen=tuple(
            (
                f"{rij.vraagtekst} ({rij.noot})" if rij.noot else rij.vraagtekst,
                *rij.eerder,
                rij.gunstig,
                *((rij.vergeleken,) if slot else ()),
            )
            for rij in figuur.rijen
        ),
        stapel=True,
        slot_is_tekst=bool(slot),
    )


def _leg_samen_uit(rijen: list[Verdelingsrij]) -> tuple[tuple[Deel, ...], ...]:
    """De noot bij een balk die aan een kant maar één vak heeft, terwijl de legenda daar een buitenste vak noemt."""
    sterk = {categorie.kant for rij in rijen for categorie in rij.categorieen if categorie.sterk}
    is_samen = any(
        len(_codes_van(cijfer)) > 1 and categorie.kant in sterk
        for rij in rijen
        for categorie, cijfer in zip(rij.categorieen, rij.verdeling, strict=True)
    )
    return ((SAMEN,),) if is_samen else ()


def _kies_boodschap(stof: Stof, pijler: Pijler, rijen: list[tuple[Gevraagd, OpenbaarCijfer]]) -> tuple[Deel, ...]:
    """Bij hoeveel vragen driekwart het eens is; bij te weinig percentages een zin over één vraag.

    Die ene vraag is het kerncijfer als dat in de figuur staat, anders de eerste rij met een getal.
    """
    telling = schrijf_hoge_vragen([(een.vraag, cijfer) for een, cijfer in rijen], stof.rekenregels.hoog_vanaf)
    if telling:
        return (telling,)
    gekozen = kies_kerncijfer(stof, pijler)
    kern = gekozen.indicator if gekozen else None
    volgorde = sorted(rijen, key=lambda rij: (rij[0].vraag.id != kern, not rij[1].is_getal, not zegt_iets(rij[1])))
    return schrijf_boodschap(stof, *volgorde[0])


def _maak_rij(
    stof: Stof, gevraagd: Gevraagd, gunstig: OpenbaarCijfer, eerdere_jaren: list[int], vergelijkkop: str
) -> Verdelingsrij:
    cijfers = zoek_verdeling(stof, gevraagd, stof.jaar)
    if gunstig.status is not Status.GETOOND or any(cijfer.status is not Status.GETOOND for cijfer in cijfers):
        cijfers = ()
    gesorteerd = sorted(cijfers, key=lambda cijfer: _rangorde(cijfer, gevraagd.vraag.schaal))
    eerder = {jaar: stof.cijfer(gevraagd, jaar=jaar) for jaar in eerdere_jaren}
    oordeel = zoek_jaaroordeel(stof, gevraagd.vraag, gevraagd.doelgroep)
    return Verdelingsrij(
        vraag=gevraagd.vraag.id,
        vraagtekst=gevraagd.vraag.tekst,
        doelgroep=gevraagd.doelgroep,
        gunstig=gunstig,
        categorieen=_maak_categorieen(gesorteerd, gevraagd.vraag.schaal),
        verdeling=tuple(gesorteerd),
        eerder=tuple(kies_cel(stof, cijfer, gevraagd, jaar) for jaar, cijfer in eerder.items()),
        vergeleken=schrijf_vergelijkcel(oordeel, vergelijkkop, eerdere_cijfers(stof, gevraagd), gunstig)
        if vergelijkkop
        else "",
        noot=schrijf_breuken((*eerder.values(), *(() if oordeel else (gunstig,)))),
    )


def _maak_categorieen(cijfers: list[OpenbaarCijfer], schaal: Schaal) -> tuple[Categorie, ...]:
    kanten = [_kies_kant(cijfer, schaal) for cijfer in cijfers]
    buitenste = {0, len(cijfers) - 1}
    return tuple(
        Categorie(
            naam=REST if kant == "midden" and len(cijfers) == 2 else cijfer.categorienaam,
            kant=kant,
            sterk=kant != "midden" and plaats in buitenste and kanten.count(kant) > 1,
        )
        for plaats, (cijfer, kant) in enumerate(zip(cijfers, kanten, strict=True))
    )


def _codes_van(cijfer: OpenbaarCijfer) -> tuple[int, ...]:
    """De codes die in een vak zitten; een samengevoegd vak noemt er meer."""
    return tuple(int(code) for code in re.findall(r"\d+", cijfer.categorie))


def _rangorde(cijfer: OpenbaarCijfer, schaal: Schaal) -> tuple[int, int]:
    """Van gunstig naar ongunstig: eerst de kant, dan het buitenste vak aan de gunstige kant voorop."""
    codes = _codes_van(cijfer)
    hoog_is_gunstig = bool(schaal.gunstig) and max(schaal.gunstig) == max(schaal.codes)
    eerste = codes[0] if codes else 0
    return KANTEN.index(_kies_kant(cijfer, schaal)), -eerste if hoog_is_gunstig else eerste


def _kies_kant(cijfer: OpenbaarCijfer, schaal: Schaal) -> Kant:
    codes = _codes_van(cijfer)
    if codes and set(codes) <= set(schaal.gunstig):
        return "gunstig"
    return "midden" if _zoek_midden(schaal) in codes else "ongunstig"


def _zoek_midden(schaal: Schaal) -> int | None:
    """De middelste code van een schaal met een oneven aantal, als die niet gunstig telt."""
    midden = sorted(schaal.codes)[len(schaal.codes) // 2] if len(schaal.codes) % 2 and len(schaal.codes) > 1 else None
    return None if midden in schaal.gunstig else midden
