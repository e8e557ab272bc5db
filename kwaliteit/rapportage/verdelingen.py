"""De figuren met antwoorden per vraag: eerst de eerste doelgroep van de pijler, dan de andere groepen."""

import re

from kwaliteit.begrippen.indicator import Gevraagd, Maat
from kwaliteit.begrippen.kader import Pijler
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import Categorie, Deel, Figuurkop, Kant, Verdelingsfiguur, Verdelingsrij
from kwaliteit.begrippen.vragenlijst import Schaal
from kwaliteit.rapportage.bron import noem_bron
from kwaliteit.rapportage.kort import kies_kerncijfer
from kwaliteit.rapportage.stof import Stof, kies_maat, zegt_iets
from kwaliteit.rapportage.taal import som_op
from kwaliteit.rapportage.zinnen import WEET_NIET_TELT_NIET, schrijf_boodschap, waarschuw_bij_lage_respons

KANTEN: tuple[Kant, ...] = ("gunstig", "midden", "ongunstig")


def noem_anker(stof: Stof, gevraagd: Gevraagd) -> str:
    """Het anker van de figuur of tabel waarin een vraag staat; de naam blijft gelijk over de jaren."""
    if kies_maat(gevraagd.vraag) is not Maat.GUNSTIG or stof.cijfer(gevraagd) is None:
        return f"tabel-{gevraagd.pijler}-jaren"
    pijler = next(pijler for pijler in stof.kader.pijlers if pijler.id == gevraagd.pijler)
    is_eerste = gevraagd.doelgroep is pijler.eerste_doelgroep
    return f"figuur-{pijler.id}" if is_eerste else f"figuur-{pijler.id}-anderen"


def maak_verdelingen(stof: Stof, pijler: Pijler) -> tuple[Verdelingsfiguur | None, Verdelingsfiguur | None]:
    """De figuur van de eerste doelgroep en die van de andere groepen; None als er geen vragen voor zijn."""
    vragen = [gevraagd for gevraagd in stof.vragen_van(pijler) if kies_maat(gevraagd.vraag) is Maat.GUNSTIG]
    eerste = [gevraagd for gevraagd in vragen if gevraagd.doelgroep is pijler.eerste_doelgroep]
    anderen = [gevraagd for gevraagd in vragen if gevraagd.doelgroep is not pijler.eerste_doelgroep]
    return (
        _maak_figuur(stof, pijler, eerste, ingeklapt=False),
        _maak_figuur(stof, pijler, anderen, ingeklapt=True),
    )


def _maak_figuur(stof: Stof, pijler: Pijler, vragen: list[Gevraagd], *, ingeklapt: bool) -> Verdelingsfiguur | None:
    rijen = [(gevraagd, _maak_rij(stof, gevraagd, cijfer)) for gevraagd in vragen if (cijfer := stof.cijfer(gevraagd))]
    if not rijen:
        return None
    groepen = tuple(dict.fromkeys(gevraagd.doelgroep for gevraagd, _ in rijen))
    gekozen = _kies_boodschap(stof, pijler, [(gevraagd, rij.gunstig) for gevraagd, rij in rijen])
    kop = Figuurkop(
        nummer=0,
        anker=noem_anker(stof, rijen[0][0]),
        boodschap=gekozen,
        ondertitel=f"Antwoorden van {som_op([groep.naam for groep in groepen])} per vraag, {stof.jaar}",
        bron=noem_bron(stof, groepen),
        noten=(
            _schrijf_weet_niet([gevraagd for gevraagd, _ in rijen], stof),
            *waarschuw_bij_lage_respons(stof, groepen),
        ),
    )
    return Verdelingsfiguur(kop=kop, rijen=tuple(rij for _, rij in rijen), ingeklapt=ingeklapt)


def _kies_boodschap(stof: Stof, pijler: Pijler, rijen: list[tuple[Gevraagd, OpenbaarCijfer]]) -> tuple[Deel, ...]:
    """Het kerncijfer als dat in de figuur staat, anders de eerste rij met een getal, anders de eerste rij."""
    gekozen = kies_kerncijfer(stof, pijler)
    kern = gekozen.indicator if gekozen else None
    volgorde = sorted(rijen, key=lambda rij: (rij[0].vraag.id != kern, not rij[1].is_getal, not zegt_iets(rij[1])))
    return schrijf_boodschap(stof, *volgorde[0])


def _schrijf_weet_niet(vragen: list[Gevraagd], stof: Stof) -> tuple[Deel, ...]:
    """Hoe vaak "weet ik niet" is gekozen, voor zover dat openbaar is."""
    keren = [
        f"{_noem_onderwerp(stof, gevraagd)} {cijfer.aantal_weet_niet} keer"
        for gevraagd in vragen
        if (cijfer := stof.cijfer(gevraagd)) and cijfer.aantal_weet_niet
    ]
    gekozen = f" “Weet ik niet” is gekozen bij {som_op(keren)}." if keren else ""
    return (f"{WEET_NIET_TELT_NIET}{gekozen}",)


def _noem_onderwerp(stof: Stof, gevraagd: Gevraagd) -> str:
    thema = stof.kader.norm(gevraagd.normen[0]).thema if gevraagd.normen else gevraagd.vraag.id
    return f"{thema} ({gevraagd.doelgroep.naam})"


def _maak_rij(stof: Stof, gevraagd: Gevraagd, gunstig: OpenbaarCijfer) -> Verdelingsrij:
    cijfers = stof.verdelingen.get((stof.jaar, gevraagd.vraag.id, gevraagd.doelgroep, ORGANISATIE), ())
    if gunstig.status is not Status.GETOOND or any(cijfer.status is not Status.GETOOND for cijfer in cijfers):
        cijfers = ()
    gesorteerd = sorted(cijfers, key=lambda cijfer: _rangorde(cijfer, gevraagd.vraag.schaal))
    return Verdelingsrij(
        vraag=gevraagd.vraag.id,
        vraagtekst=gevraagd.vraag.tekst,
        doelgroep=gevraagd.doelgroep,
        gunstig=gunstig,
        categorieen=_maak_categorieen(gesorteerd, gevraagd.vraag.schaal),
        verdeling=tuple(gesorteerd),
    )


def _maak_categorieen(cijfers: list[OpenbaarCijfer], schaal: Schaal) -> tuple[Categorie, ...]:
    kanten = [_kies_kant(cijfer, schaal) for cijfer in cijfers]
    buitenste = {0, len(cijfers) - 1}
    return tuple(
        Categorie(
            naam=cijfer.categorienaam,
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
