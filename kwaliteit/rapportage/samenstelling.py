"""De inhoudsopgave van het verslag: één regel per hoofdstuk, in de volgorde waarin mensen lezen.

Hier ontstaan ook de andere uitgaven, uit dezelfde stof.
"""

from dataclasses import replace

from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.kader import Kader
from kwaliteit.begrippen.openbaar import OpenbareIndicatoren
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vergelijking import Oordelen
from kwaliteit.begrippen.verhaal import Verhaaltekst
from kwaliteit.begrippen.verslag import Alinea, Sectie, Uitgave, Verslag
from kwaliteit.begrippen.vragenlijst import Vragenbibliotheek
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.rapportage.acties import maak_beloften, maak_vooruitblik
from kwaliteit.rapportage.cijferplaatsen import controleer_verwijzingen, vul_in
from kwaliteit.rapportage.gewone_taal import maak_gewone_taal
from kwaliteit.rapportage.kort import maak_kort
from kwaliteit.rapportage.leeswijzer import maak_leeswijzer
from kwaliteit.rapportage.locaties import maak_locaties
from kwaliteit.rapportage.methode import maak_methode
from kwaliteit.rapportage.nummering import nummer_secties
from kwaliteit.rapportage.pijlers import maak_pijler
from kwaliteit.rapportage.respons import maak_respons
from kwaliteit.rapportage.spiegel import maak_spiegel
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.verantwoording import maak_verantwoording
from kwaliteit.rapportage.verantwoordingsuitgave import (
    maak_verantwoordingsuitgave,
    schrijf_inleiding_verantwoording,
)

GEEN_REACTIES = "In dit verslag staan geen reacties van raden."


def stel_uitgaven_samen(
    werkmap: Werkmap,
    kader: Kader,
    bibliotheek: Vragenbibliotheek,
    rekenregels: Rekenregels,
    openbaar: OpenbareIndicatoren,
    oordelen: Oordelen,
    herkomst: Herkomst,
    *,
    concept: bool,
) -> tuple[Verslag, Verslag, Verslag]:
    """Geef uit openbare cijfers en woorden van mensen het verslag, de uitgave in gewone taal en de verantwoording.

    Een onbekend cijfer in een tekst, kerncijfer, trend of actie is een WerkmapFout, alle samen. Wat niet geschreven of
    niet gevraagd is, wordt een neutrale zin.
    """
    stof = Stof(
        werkmap=werkmap,
        kader=kader,
        bibliotheek=bibliotheek,
        rekenregels=rekenregels,
        openbaar=openbaar,
        oordelen=oordelen,
        herkomst=herkomst,
        concept=concept,
    )
    controleer_verwijzingen(stof)
    verslag = _maak_verslag(stof)
    naam = werkmap.organisatie.naam
    kort = replace(
        verslag,
        uitgave=Uitgave.KORT,
        titel=f"Kwaliteitsverslag {stof.jaar} in gewone taal",
        omschrijving=f"Het kwaliteitsverslag over {stof.jaar} op één bladzijde, voor cliënten en naasten.",
        inleiding=f"Zo ging het in {stof.jaar} bij {naam}.",
        secties=nummer_secties(maak_gewone_taal(stof)),
    )
    verantwoording = replace(
        verslag,
        uitgave=Uitgave.VERANTWOORDING,
        titel=f"Verantwoording {stof.jaar}",
        omschrijving=f"Per norm het bewijs, de vindplaats en de stand over {stof.jaar}, voor zorgkantoor en inspectie.",
        inleiding=schrijf_inleiding_verantwoording(stof),
        secties=nummer_secties(maak_verantwoordingsuitgave(stof)),
    )
    return verslag, kort, verantwoording


def _maak_verslag(stof: Stof) -> Verslag:
    werkmap, verhaal = stof.werkmap, stof.werkmap.verhaal
    secties = (
        maak_kort(stof),
        *_maak_tekst(stof, "Voorwoord", "voorwoord", verhaal.voorwoord),
        *_maak_tekst(stof, "Over ons", "over-ons", verhaal.over_ons),
        maak_leeswijzer(stof),
        maak_respons(stof),
        *(maak_pijler(stof, pijler) for pijler in stof.kader.pijlers),
        maak_locaties(stof),
        maak_spiegel(stof),
        maak_beloften(stof),
        maak_vooruitblik(stof),
        _maak_reacties(stof),
        maak_verantwoording(stof),
        maak_methode(stof),
    )
    return Verslag(
        organisatie=werkmap.organisatie,
        jaar=stof.jaar,
        titel=f"Kwaliteitsverslag {stof.jaar}",
        omschrijving=_schrijf_omschrijving(stof),
        inleiding=_schrijf_begin(stof),
        concept=stof.concept,
        vastgesteld_op=werkmap.publicatie.vastgesteld_op,
        secties=nummer_secties(secties),
        herkomst=stof.herkomst,
    )


def _maak_tekst(stof: Stof, titel: str, anker: str, tekst: Verhaaltekst | None) -> tuple[Sectie, ...]:
    """Een hoofdstuk dat er alleen is als een mens het schreef."""
    return (Sectie(titel=titel, anker=anker, blokken=(vul_in(stof, tekst),), in_inhoud=True),) if tekst else ()


def _maak_reacties(stof: Stof) -> Sectie:
    reacties = stof.werkmap.verhaal.reacties
    zin = () if reacties else (Alinea(delen=(GEEN_REACTIES,), toon="stil"),)
    secties = tuple(
        Sectie(titel=reactie.titel, anker=f"reactie-{nummer}", blokken=(vul_in(stof, reactie.tekst),))
        for nummer, reactie in enumerate(reacties, start=1)
    )
    return Sectie(titel="Reacties", anker="reacties", blokken=zin, secties=secties, in_inhoud=True)


def _schrijf_omschrijving(stof: Stof) -> str:
    """Voor zoekmachines, hoogstens 160 tekens."""
    zin = f"Wat mensen zeggen over de zorg in {stof.jaar}, en wat er in {stof.jaar + 1} gebeurt."
    met_naam = f"{stof.werkmap.organisatie.naam}. {zin}"
    return met_naam if len(met_naam) <= 160 else zin


def _schrijf_begin(stof: Stof) -> str:
    return (
        f"In dit verslag staat hoe mensen de zorg van {stof.werkmap.organisatie.naam} in {stof.jaar} zagen."
        f" Ook staat er wat de organisatie in {stof.jaar + 1} gaat doen."
    )
