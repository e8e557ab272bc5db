"""De uitgave voor zorgkantoor en inspectie: per norm het bewijs met het cijfer zelf, de vindplaats en de stand.

Dezelfde cijfers, eisen en standen als in het hele verslag; elke vindplaats wijst daarheen.
"""

from dataclasses import replace

from kwaliteit.begrippen.actie import Actie, noem_stand
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.indicator import Gevraagd
from kwaliteit.begrippen.kader import Norm, Pijler
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.verslag import (
    Alinea,
    Bewijs,
    Blok,
    Figuurkop,
    Normregel,
    Normtabel,
    Opsomming,
    Sectie,
    Uitgave,
)
from kwaliteit.begrippen.vragenlijst import Kengetal, Kengetalsoort
from kwaliteit.rapportage.eisen import GEEN_OORDEEL, GEEN_ZICHT, KEEK_ALLEEN, kies_telkop, maak_eisentabel, tel_standen
from kwaliteit.rapportage.jaartabellen import noem_kengetallenanker
from kwaliteit.rapportage.matrix import maak_matrix
from kwaliteit.rapportage.methode import schrijf_contact, schrijf_versie, schrijf_zekerheid
from kwaliteit.rapportage.normbewijs import (
    NIET_VOLLEDIG,
    bepaal_stand,
    geldt_kader,
    heeft_cijfer,
    is_zichtbaar,
    schrijf_norm,
    schrijf_voor_kader,
    zoek_acties,
    zoek_kengetallen,
    zoek_oordeel,
    zoek_vragen,
)
from kwaliteit.rapportage.oordelen import schrijf_titeloordeel
from kwaliteit.rapportage.respons import maak_respons, schrijf_inleiding, schrijf_niet_gevraagd, zoek_niet_gevraagd
from kwaliteit.rapportage.stof import Stof, zegt_iets
from kwaliteit.rapportage.taal import citeer, som_op
from kwaliteit.rapportage.verdelingen import noem_anker
from kwaliteit.rapportage.zinnen import noem_rij, schrijf_voorbehoud

LEES_CIJFER = (
    "Bij een vraag is een percentage het deel dat gunstig antwoordde, zoals “eens” of “ja”. Tussen haakjes staan de"
    " marge en het aantal antwoorden."
)
LEES_STAND = (
    "De stand bij een norm is het eigen oordeel van de organisatie. Eronder staat wie dat gaf, en wanneer."
    f" {KEEK_ALLEEN}"
)
ZONDER_CIJFER = "Er staat alleen een oordeel van de organisatie, geen cijfer"
OVER_NORMEN = (
    "Een vragenlijst laat zien wat mensen ervaren. Of een norm is gehaald, volgt daar niet vanzelf uit.",
    "De stand per norm is een eigen oordeel. Het programma rekent dat oordeel niet na.",
)
GEEN_ANDEREN = "Andere organisaties staan er niet bij. Vergelijken met anderen kan dus niet."
MEER = (
    "Het hele verslag legt de methode verder uit, onder “Hoe dit verslag is gemaakt”. De cijfers staan ook als bestand"
    " in de map gegevens, met een uitleg per vraag op de pagina indicatoren."
)


def maak_verantwoordingsuitgave(stof: Stof) -> tuple[Sectie, ...]:
    """Maak de hoofdstukken; in een jaar van vóór het kader zonder eisen en normen."""
    is_onder_kader = geldt_kader(stof)
    return (
        *(_maak_normhoofdstukken(stof) if is_onder_kader else (_zeg_voor_kader(stof),)),
        Sectie(titel="Bronnen per pijler", anker="matrix", blokken=(maak_matrix(stof),), in_inhoud=True),
        maak_respons(stof),
        _maak_grenzen(stof, is_onder_kader=is_onder_kader),
        _maak_methode(stof),
    )


def schrijf_inleiding_verantwoording(stof: Stof) -> str:
    """Voor wie deze uitgave is en wat erin staat."""
    naam = stof.werkmap.organisatie.naam
    if not geldt_kader(stof):
        return f"Voor het zorgkantoor en de inspectie: wie {naam} in {stof.jaar} iets vroeg, en hoe er is geteld."
    return (
        f"Voor het zorgkantoor en de inspectie. Per norm staat hier hoe het er in {stof.jaar} voor stond bij {naam},"
        " waaruit dat blijkt, en waar het in het hele verslag staat."
    )


def _zeg_voor_kader(stof: Stof) -> Sectie:
    zin = schrijf_voor_kader(stof)
    return Sectie(titel="Normen", anker="stand", blokken=(Alinea(delen=(zin,)),), in_inhoud=True)


def _maak_normhoofdstukken(stof: Stof) -> tuple[Sectie, ...]:
    eisen = maak_eisentabel(stof)
    regels = tuple(replace(regel, bewijs=tuple(_verwijs(bewijs) for bewijs in regel.bewijs)) for regel in eisen.regels)
    return (
        _maak_stand(stof, eisen),
        Sectie(
            titel="Eisen aan het verslag",
            anker="eisen",
            blokken=(replace(eisen, regels=regels), *_noem_lezers(stof)),
            in_inhoud=True,
        ),
        *(_maak_pijler(stof, pijler) for pijler in stof.kader.pijlers),
    )


def _verwijs(bewijs: Bewijs) -> Bewijs:
    """Hetzelfde bewijs, met de vindplaats in het hele verslag."""
    return replace(bewijs, uitgave=Uitgave.VERSLAG) if bewijs.anker else bewijs


def _noem_lezers(stof: Stof) -> tuple[Blok, ...]:
    """Voor wie het verslag is (eis V7); een kader zonder lezers geeft niets."""
    if not stof.kader.lezers:
        return ()
    punten = tuple((f"{lezer.naam}.", (f"{lezer.krijgt.rstrip('.')}.",)) for lezer in stof.kader.lezers)
    return Alinea(delen=("Voor wie dit verslag is, en wat er voor hen in staat.",)), Opsomming(punten=punten)


# ---- de stand, eerlijk geteld ----


def _maak_stand(stof: Stof, eisen: Normtabel) -> Sectie:
    normen = stof.kader.normen
    standen = [bepaal_stand(stof, norm) for norm in normen]
    met_cijfer = sum(heeft_cijfer(stof, norm) for norm in normen)
    eisstanden = tel_standen(regel.stand for regel in eisen.regels)
    punten = [
        ("Eisen aan het verslag.", f"{len(eisen.regels)} eisen: {eisstanden}.", ""),
        ("Normen.", f"{len(normen)} normen: {tel_standen(standen)}.", ""),
        *_noem_zonder_oordeel(stof),
        ("Cijfers.", f"Bij {met_cijfer} van {len(normen)} normen staat minstens één cijfer.", ""),
    ]
    zonder_oordeel = sum(stand in (GEEN_OORDEEL, GEEN_ZICHT) for stand in standen)
    zin = f"{zonder_oordeel} van {len(normen)} normen {'heeft' if zonder_oordeel == 1 else 'hebben'} nog geen oordeel"
    return Sectie(
        titel="De stand in het kort",
        anker="stand",
        blokken=(
            *((Alinea(delen=(f"{zin} van de organisatie.",), toon="let_op"),) if zonder_oordeel else ()),
            Opsomming(
                punten=tuple((woord, (tekst,)) for woord, tekst, _ in punten),
                ankers=tuple(anker for _, _, anker in punten),
            ),
            Alinea(delen=(f"{LEES_STAND} {LEES_CIJFER}",)),
        ),
        in_inhoud=True,
    )


def _noem_zonder_oordeel(stof: Stof) -> list[tuple[str, str, str]]:
    """Per pijler de normen zonder oordeel, met het anker van het hoofdstuk waarin zij staan."""
    zonder = [norm for norm in stof.kader.normen if bepaal_stand(stof, norm) in (GEEN_OORDEEL, GEEN_ZICHT)]
    return [
        (f"Nog geen oordeel bij {pijler.naam.lower()}:", f"{som_op(ids)}.", f"normen-{pijler.id}")
        for pijler in stof.kader.pijlers
        if (ids := [norm.id for norm in zonder if norm.pijler == pijler.id])
    ]


# ---- norm, bewijs, vindplaats, stand ----


def _maak_pijler(stof: Stof, pijler: Pijler) -> Sectie:
    normen = [norm for norm in stof.kader.normen if norm.pijler == pijler.id]
    blokken: tuple[Blok, ...] = (Alinea(delen=("Het kader noemt bij deze pijler geen normen.",), toon="stil"),)
    if normen:
        regels = tuple(_maak_regel(stof, norm) for norm in normen)
        kop = Figuurkop(
            nummer=0,
            anker=f"tabel-normen-{pijler.id}",
            boodschap=(kies_telkop(pijler.naam, regels, f"{pijler.naam}: bewijs en stand per norm"),),
            ondertitel=f"Bewijs en stand per norm, uit alle groepen en de registratie, {stof.jaar}",
            bron=f"{stof.kader.bron}, {schrijf_datum(stof.kader.datum)}; vragenlijsten en registratie",
        )
        blokken = (Normtabel(kop=kop, eerste_kop="Norm", regels=regels),)
    return Sectie(titel=f"Normen: {pijler.naam.lower()}", anker=f"normen-{pijler.id}", blokken=blokken, in_inhoud=True)


def _maak_regel(stof: Stof, norm: Norm) -> Normregel:
    oordeel = zoek_oordeel(stof, norm)
    eigen = (Bewijs(tekst="Organisatie", anker="", wat=oordeel.bewijs),) if oordeel and oordeel.bewijs else ()
    return Normregel(
        id=norm.id,
        thema=norm.thema,
        tekst=schrijf_norm(norm),
        plaats=norm.plaats,
        bewijs=(
            *(_maak_vraagbewijs(stof, gevraagd) for gevraagd in zoek_vragen(stof, norm)),
            *(_maak_kengetalbewijs(stof, kengetal) for kengetal in zoek_kengetallen(stof, norm)),
            *eigen,
            *(_maak_actiebewijs(stof, actie) for actie in zoek_acties(stof, norm)),
        ),
        stand=bepaal_stand(stof, norm),
        door=f"{oordeel.door}, {schrijf_datum(oordeel.op)}" if oordeel else "",
    )


def _maak_vraagbewijs(stof: Stof, gevraagd: Gevraagd) -> Bewijs:
    """De vraag voluit met haar cijfer; heeft zij alleen een verdeling, dan staat die in het hele verslag."""
    cijfer, vraag = stof.cijfer(gevraagd), gevraagd.vraag
    is_score = vraag.samenstelling is not None
    tekst = f"{'Score' if is_score else 'Vraag'} {vraag.id} {'van' if is_score else 'aan'} {gevraagd.doelgroep.naam}"
    if cijfer is None:
        zichtbaar = is_zichtbaar(stof, gevraagd)
        slot = "de antwoorden staan in het hele verslag" if zichtbaar else Status.GEEN_INFORMATIE.value
        anker = noem_anker(stof, gevraagd) if zichtbaar else ""
        return _verwijs(Bewijs(tekst=tekst, anker=anker, wat=f"{citeer(vraag.tekst)} {slot}"))
    return _verwijs(
        Bewijs(
            tekst=tekst,
            anker=noem_anker(stof, gevraagd),
            wat=f"{noem_rij(vraag, cijfer.maat)}:" if is_score else citeer(vraag.tekst),
            cijfer=cijfer,
            oordeel=schrijf_titeloordeel(stof, vraag, gevraagd.doelgroep),
        )
    )


def _maak_kengetalbewijs(stof: Stof, kengetal: Kengetal) -> Bewijs:
    """Het kengetal met waarvan het getal is, en het cijfer van de vorige keer als dat te vergelijken is."""
    cijfer = stof.kengetalcijfer(kengetal.id, stof.jaar)
    jaren = (jaar for jaar in stof.jaren if jaar < stof.jaar)
    eerder = [een for jaar in jaren if zegt_iets(een := stof.kengetalcijfer(kengetal.id, jaar))]
    is_reeks = cijfer is not None and not cijfer.reeksbreuk
    return _verwijs(
        Bewijs(
            tekst=f"Kengetal {kengetal.id}",
            anker=noem_kengetallenanker(stof.kader.pijler_van(kengetal.normen)),
            wat=f"{_noem_met_eenheid(kengetal)}:",
            cijfer=cijfer,
            vorig=eerder[-1] if eerder and is_reeks else None,
        )
    )


def _noem_met_eenheid(kengetal: Kengetal) -> str:
    """De naam; met wat er is geteld als het geen percentage is: "Incidenten, per 1.000 cliëntdagen"."""
    if kengetal.soort is Kengetalsoort.PER_1000:
        return f"{kengetal.naam}, per {kengetal.noemer}"
    return f"{kengetal.naam}, {kengetal.teller}" if kengetal.soort is Kengetalsoort.AANTAL else kengetal.naam


def _maak_actiebewijs(stof: Stof, actie: Actie) -> Bewijs:
    """Een verbeteractie met haar stand; een nieuwe actie heeft een datum in plaats van een stand."""
    if actie.beloofd_in == stof.jaar:
        slot = f"klaar op {schrijf_datum(actie.klaar_op)}"
        return _verwijs(Bewijs(tekst="Nieuwe verbeteractie", anker="vooruitblik", wat=f"{actie.wat} ({slot})"))
    stand = actie.stand.get(stof.jaar)
    slot = noem_stand(stand.status if stand else None)
    tekst = f"Verbeteractie uit {actie.beloofd_in}"
    return _verwijs(Bewijs(tekst=tekst, anker="beloften", wat=f"{actie.wat} ({slot})"))


# ---- wat dit niet laat zien, en hoe het is gemaakt ----


def _maak_grenzen(stof: Stof, *, is_onder_kader: bool) -> Sectie:
    """Wat het verslag niet kan laten zien: eerst wat dit jaar ontbreekt, dan wat altijd zo is."""
    zinnen = [schrijf_niet_gevraagd(groep) for groep in zoek_niet_gevraagd(stof)]
    laag = [groep.naam for groep in Doelgroep if schrijf_voorbehoud(stof, groep)]
    if laag:
        zinnen.append(f"Van {som_op(laag)} deed minder dan de helft mee. Wie niet meedeed, kan er anders over denken.")
    if is_onder_kader:
        zinnen += _noem_lege_normen(stof)
    zinnen.append(
        f"Van groepen met minder dan {stof.openbaar.drempel} antwoorden staat er geen cijfer, ook niet per locatie."
    )
    zinnen += [*(OVER_NORMEN if is_onder_kader else ()), GEEN_ANDEREN]
    if is_onder_kader and not stof.kader.volledig:
        zinnen.append(NIET_VOLLEDIG)
    return Sectie(
        titel="Wat dit verslag niet kan laten zien",
        anker="grenzen",
        blokken=(Opsomming(punten=tuple(("", (zin,)) for zin in zinnen)),),
        in_inhoud=True,
    )


def _noem_lege_normen(stof: Stof) -> list[str]:
    zonder_zicht = [norm.id for norm in stof.kader.normen if bepaal_stand(stof, norm) == GEEN_ZICHT]
    alleen_woorden = [
        norm.id for norm in stof.kader.normen if norm.id not in zonder_zicht and not heeft_cijfer(stof, norm)
    ]
    return [
        *((f"Er is geen bewijs bij {_noem_normen(zonder_zicht)}. Daar is nog geen zicht op.",) if zonder_zicht else ()),
        *((f"{ZONDER_CIJFER} bij {_noem_normen(alleen_woorden)}.",) if alleen_woorden else ()),
    ]


def _noem_normen(ids: list[str]) -> str:
    return f"norm{'en' if len(ids) > 1 else ''} {som_op(ids)}"


def _maak_methode(stof: Stof) -> Sectie:
    regels, drempel = stof.rekenregels, stof.openbaar.drempel
    bevraagd = [groep for groep in HOOFDGROEPEN if stof.is_bevraagd(groep)]
    drempels = (
        f"Minder dan {drempel} antwoorden: geen cijfer. Van {drempel} tot en met {regels.procent_vanaf - 1}: alleen een"
        f" aantal. Gaven bijna alle mensen hetzelfde antwoord, of minder dan {regels.band}? Dan staat er een grens."
    )
    punten = (
        *((("Gevraagd.", schrijf_inleiding(stof)),) if bevraagd else ()),
        ("Drempels.", drempels),
        ("Verborgen.", "Een cijfer blijft ook weg als een verborgen cijfer daarmee uit te rekenen is."),
        ("Teksten.", "Mensen schreven de teksten, de stand per norm en de redenen. Een computerprogramma telde."),
    )
    return Sectie(
        titel="Methode in het kort",
        anker="methode",
        blokken=(
            Opsomming(punten=tuple((woord, (zin,)) for woord, zin in punten)),
            *schrijf_zekerheid(stof),
            *schrijf_versie(stof),
            Alinea(delen=(MEER,)),
            *schrijf_contact(stof),
        ),
        in_inhoud=True,
    )
