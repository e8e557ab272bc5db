"""Van `kwaliteit.yaml` naar organisatie, boom van locaties en jaren."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.onderdeel import ORGANISATIE, Boom, Niveau, Onderdeel
from kwaliteit.begrippen.schrijfwijze import is_mapadres, is_webadres
from kwaliteit.begrippen.werkmap import KADER_GEEN, Aantallen, Jaargang, Organisatie, Publicatie, locatiesleutel
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.werkmappen.bronopgaven import Bronvondst, vind_bronnen
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.vormen import Aantalvorm, Instellingen, Jaarvorm, Locatievorm

LAAGSTE_DREMPEL = 5

KORTE_NAAM = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""Hoe een id eruitziet: het staat in CSV's, in ankers van de pagina en in verwijzingen."""

REGIO_BEGIN = "regio-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inrichting:
    """Alles uit `kwaliteit.yaml`, met de gevonden bronnen."""

    organisatie: Organisatie
    publicatie: Publicatie
    boom: Boom
    locatienamen: Mapping[str, str]
    jaren: Mapping[int, Jaargang]
    nederlandse_csv: bool


def richt_in(instellingen: Instellingen, plaatsen: Plaatsen, plank: Leesplank, verslagjaar: int) -> Inrichting:
    """Controleer de instellingen en vind de bronnen van het verslagjaar en eerder; gebreken komen op de plank."""
    _controleer_organisatie(instellingen.organisatie, plaatsen, plank)
    _controleer_publicatie(instellingen.publicatie, plaatsen, plank)
    _controleer_correcties(instellingen, plaatsen, plank)
    jaren = {}
    for jaar, vorm in sorted(instellingen.jaren.items()):
        vondst = Bronvondst()
        if jaar <= verslagjaar:
            vondst = vind_bronnen(jaar, vorm.bronnen, plaatsen, plank)
        jaren[jaar] = _maak_jaargang(jaar, vorm, instellingen.locaties, vondst, plaatsen, plank)
    return Inrichting(
        organisatie=instellingen.organisatie,
        publicatie=instellingen.publicatie,
        boom=_maak_boom(instellingen, plaatsen, plank),
        locatienamen=_maak_locatienamen(instellingen.locaties, plaatsen, plank),
        jaren=jaren,
        nederlandse_csv=instellingen.csv == "nl",
    )


def _controleer_organisatie(organisatie: Organisatie, plaatsen: Plaatsen, plank: Leesplank) -> None:
    if not organisatie.naam.strip():
        plank.meld(
            plaatsen.waar("organisatie", "naam"),
            "de organisatie heeft geen naam",
            "de naam zoals die op het verslag komt",
            "Vul de naam in.",
        )
    _controleer_adres(organisatie.website, plaatsen.waar("organisatie", "website"), plank)
    for sleutel, nummer in (("kvk", organisatie.kvk), ("agb", organisatie.agb)):
        if nummer and not re.fullmatch(r"[0-9]{8}", nummer):
            plank.meld(
                plaatsen.waar("organisatie", sleutel),
                f"'{sleutel}' is geen nummer van acht cijfers",
                'acht cijfers tussen aanhalingstekens, zoals "01234567"',
                "Verbeter het nummer, of haal de regel weg.",
            )


def _controleer_publicatie(publicatie: Publicatie, plaatsen: Plaatsen, plank: Leesplank) -> None:
    _controleer_adres(publicatie.url, plaatsen.waar("publicatie", "url"), plank)
    waar_basis = plaatsen.waar("publicatie", "basis_url")
    _controleer_adres(publicatie.basis_url, waar_basis, plank)
    if is_webadres(publicatie.basis_url) and not is_mapadres(publicatie.basis_url):
        plank.meld(
            waar_basis,
            "achter dit adres kan geen bestandsnaam komen",
            "het adres van een map, zonder ? of #",
            "Kies het adres van de map waarin u de bestanden zet.",
        )
    if publicatie.drempel is not None and publicatie.drempel < LAAGSTE_DREMPEL:
        plank.meld(
            plaatsen.waar("publicatie", "drempel"),
            f"een drempel onder de {LAAGSTE_DREMPEL} mag niet: dan zijn antwoorden naar mensen te herleiden",
            f"{LAAGSTE_DREMPEL} of meer; wij raden 10 aan",
            "Kies een hogere drempel, of haal de regel weg. Dan geldt 10.",
        )


def _controleer_correcties(instellingen: Instellingen, plaatsen: Plaatsen, plank: Leesplank) -> None:
    """Elk jaar bestaat, elk besluit heeft een reden, en over één cijfer is er één besluit."""
    jaren = [str(jaar) for jaar in sorted(instellingen.jaren)]
    gezien: set[tuple[int, str, str | None]] = set()
    for nummer, correctie in enumerate(instellingen.publicatie.correcties):
        plek = ("publicatie", "correcties", nummer)
        if correctie.jaar not in instellingen.jaren:
            plank.meld(
                plaatsen.waar(*plek, "jaar"),
                f"{correctie.jaar} staat niet onder 'jaren'",
                f"een van: {', '.join(jaren)}",
                f"Verbeter het jaar.{bedoelde_u(str(correctie.jaar), jaren)}",
            )
        if not correctie.reden.strip():
            plank.meld(
                plaatsen.waar(*plek, "reden"),
                "de reden van deze correctie is leeg",
                "een korte reden; bij 'behoud' komt zij in het verslag",
                "Vul de reden in.",
            )
        sleutel = (correctie.jaar, correctie.indicator, correctie.doelgroep)
        if sleutel in gezien:
            plank.meld(
                plaatsen.waar(*plek),
                f"over {correctie.indicator} in {correctie.jaar} staat hier een tweede correctie",
                "één correctie per jaar, indicator en doelgroep",
                "Haal een van de twee weg.",
            )
        gezien.add(sleutel)


def _controleer_adres(adres: str, waar: str, plank: Leesplank) -> None:
    if adres and not is_webadres(adres):
        plank.meld(
            waar,
            "dit is geen volledig webadres",
            "een adres dat begint met https://",
            "Schrijf het adres voluit, of haal de regel weg.",
        )


def _maak_boom(instellingen: Instellingen, plaatsen: Plaatsen, plank: Leesplank) -> Boom:
    """Zet elke regio, met haar locaties erachter, op de plaats van haar eerste locatie."""
    wortel = Onderdeel(id=ORGANISATIE, naam=instellingen.organisatie.naam, niveau=Niveau.ORGANISATIE, ouder=None)
    groepen: dict[str, list[Onderdeel]] = {}
    for locatie_id, vorm in instellingen.locaties.items():
        _controleer_locatie(locatie_id, vorm, plaatsen, plank)
        regio_id = None if vorm.regio is None else f"{REGIO_BEGIN}{_maak_kort(vorm.regio)}"
        groep = groepen.setdefault(regio_id or locatie_id, [])
        if vorm.regio is not None and regio_id is not None and not groep:
            groep.append(Onderdeel(id=regio_id, naam=vorm.regio, niveau=Niveau.REGIO, ouder=ORGANISATIE))
        ouder = regio_id or ORGANISATIE
        groep.append(Onderdeel(id=locatie_id, naam=vorm.naam, niveau=Niveau.LOCATIE, ouder=ouder))
    return Boom(onderdelen=(wortel, *(onderdeel for groep in groepen.values() for onderdeel in groep)))


def _controleer_locatie(locatie_id: str, vorm: Locatievorm, plaatsen: Plaatsen, plank: Leesplank) -> None:
    waar = plaatsen.waar("locaties", locatie_id)
    if locatie_id == ORGANISATIE or locatie_id.startswith(REGIO_BEGIN) or not KORTE_NAAM.fullmatch(locatie_id):
        plank.meld(
            waar,
            f"'{locatie_id}' kan geen korte naam van een locatie zijn",
            f"kleine letters, cijfers, - en _; niet '{ORGANISATIE}' en niet beginnend met '{REGIO_BEGIN}'",
            "Kies een andere korte naam, en gebruik die ook bij de aantallen. De volledige naam staat onder 'naam'.",
        )
    if vorm.regio is not None and not _maak_kort(vorm.regio):
        plank.meld(
            plaatsen.waar("locaties", locatie_id, "regio"),
            "de regio heeft geen naam",
            "een naam met minstens één letter of cijfer",
            "Vul de naam in, of haal de regel weg.",
        )


def _maak_locatienamen(locaties: Mapping[str, Locatievorm], plaatsen: Plaatsen, plank: Leesplank) -> Mapping[str, str]:
    namen: dict[str, str] = {}
    for locatie_id, vorm in locaties.items():
        for naam in (locatie_id, vorm.naam, *vorm.ook_wel):
            sleutel = locatiesleutel(naam)
            if not sleutel:
                plank.meld(
                    plaatsen.waar("locaties", locatie_id),
                    "hier staat een lege naam",
                    "een naam met minstens één letter of cijfer",
                    "Vul de naam in, of haal hem weg.",
                )
            elif namen.setdefault(sleutel, locatie_id) != locatie_id:
                plank.meld(
                    plaatsen.waar("locaties", locatie_id),
                    f"de naam '{naam}' hoort ook bij locatie '{namen[sleutel]}'",
                    "elke naam bij één locatie",
                    "Haal de naam bij een van de twee weg.",
                )
    return namen


def _maak_jaargang(
    jaar: int,
    vorm: Jaarvorm,
    locaties: Mapping[str, Locatievorm],
    vondst: Bronvondst,
    plaatsen: Plaatsen,
    plank: Leesplank,
) -> Jaargang:
    if not 2000 <= jaar <= 2100:
        plank.meld(
            plaatsen.waar("jaren", str(jaar)),
            f"{jaar} kan geen verslagjaar zijn",
            "een jaar in vier cijfers, zoals 2024",
            "Verbeter het jaar.",
        )
    if vorm.meetperiode is not None and vorm.meetperiode.van > vorm.meetperiode.tot:
        plank.meld(
            plaatsen.waar("jaren", str(jaar), "meetperiode"),
            "de meetperiode eindigt voordat zij begint",
            "een dag bij 'van' die niet na de dag bij 'tot' ligt",
            "Verbeter een van de twee datums.",
        )
    for groep, tekst in vorm.wie.items():
        if not tekst.strip():
            plank.meld(
                plaatsen.waar("jaren", str(jaar), "wie", str(groep)),
                f"hier staat niet wie er bij {groep.naam} horen",
                'in enkele woorden wie erbij horen, zoals "cliënten die bij ons wonen"',
                "Vul de omschrijving in, of haal de regel weg.",
            )
    aantallen = {
        sleutel: {
            groep: _maak_aantallen(opgave, locaties, (str(jaar), sleutel, str(groep)), plaatsen, plank)
            for groep, opgave in sorted(opgaven.items(), key=lambda paar: paar[0].rangorde)
        }
        for sleutel, opgaven in (("populatie", vorm.populatie), ("uitgenodigd", vorm.uitgenodigd))
    }
    return Jaargang(
        jaar=jaar,
        kader=None if vorm.kader == KADER_GEEN else vorm.kader,
        meetperiode=vorm.meetperiode,
        populatie=aantallen["populatie"],
        uitgenodigd=aantallen["uitgenodigd"],
        bronnen=vondst.bronnen,
        kengetallen=vondst.kengetallen,
        onbekende_bestanden=vondst.onbekend,
        wie=dict(sorted(vorm.wie.items(), key=lambda paar: paar[0].rangorde)),
    )


def _maak_aantallen(
    opgave: Aantalvorm,
    locaties: Mapping[str, Locatievorm],
    plek: tuple[str, str, str],
    plaatsen: Plaatsen,
    plank: Leesplank,
) -> Aantallen:
    per_locatie = opgave if isinstance(opgave, dict) else {}
    for locatie_id in per_locatie:
        if locatie_id not in locaties:
            plank.meld(
                plaatsen.waar("jaren", *plek, locatie_id),
                f"locatie '{locatie_id}' staat niet onder 'locaties'",
                f"een van: {', '.join(locaties)}" if locaties else "één totaal, want er zijn geen locaties",
                f"Verbeter de naam, of voeg de locatie toe.{bedoelde_u(locatie_id, locaties)}",
            )
    getallen = list(opgave.values()) if isinstance(opgave, dict) else [opgave]
    if not getallen or min(getallen) < 0:
        plank.meld(
            plaatsen.waar("jaren", *plek),
            "dit is geen aantal mensen",
            "een getal van 0 of hoger, of zo'n getal per locatie",
            "Verbeter het aantal, of haal de regel weg.",
        )
    return Aantallen(totaal=sum(getallen), per_locatie=per_locatie)


def _maak_kort(naam: str) -> str:
    """Maak een id van een naam: "Regio Súd-West" wordt "regio-sud-west"."""
    zonder_accenten = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", zonder_accenten.lower()).strip("-")
