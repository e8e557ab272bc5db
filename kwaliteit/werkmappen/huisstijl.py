"""Leest `huisstijl.yaml` met het logo, en de eigen sjablonen. Keurt elke kleur voordat iemand haar ziet.

Alleen een opgegeven kleur kan geweigerd worden. Wat ervan is afgeleid, wordt bijgesteld tot het contrast klopt.
"""

import math
from collections.abc import Mapping
from pathlib import PurePosixPath

from kwaliteit.begrippen.fout import bedoelde_u
from kwaliteit.begrippen.vormgeving import Bloknaam, Eigenblok, Huisstijl
from kwaliteit.formules.kleur import contrast, is_kleur, lees_kleur, luminantie, zoek_dichtstbij
from kwaliteit.formules.thema import DONKER, LICHT, TEKST, eis_aan_eigen, leid_thema_af
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.logo import lees_logo
from kwaliteit.werkmappen.vormen import Huisstijlvorm, Kleurenvorm

HUISSTIJL = "huisstijl.yaml"
SJABLONEN = "sjablonen"
LANGSTE_NAAM = 80
GROOTSTE_SJABLOON = 20_000
"""Tekens; zie ook de grens aan wat een blok mag opleveren."""

TOKENS = {"merk": "merk", "accent": "oker"}
"""Hoe een kleur in `huisstijl.yaml` heet -> hoe zij in het thema heet."""


def lees_huisstijl(plank: Leesplank) -> Huisstijl:
    """Geef de eigen stijl; zonder `huisstijl.yaml` de stijl van het programma. Gebreken komen op de plank."""
    if plank.is_bestand("huisstijl.yml") and not plank.is_bestand(HUISSTIJL):
        plank.meld(
            "huisstijl.yml", "dit bestand wordt niet gelezen", HUISSTIJL, f"Hernoem huisstijl.yml naar {HUISSTIJL}."
        )
    gelezen = plank.lees_yaml(HUISSTIJL, Huisstijlvorm)
    if gelezen is None:
        return Huisstijl()
    vorm, plaatsen = gelezen
    _keur_tekst(vorm, plaatsen, plank)
    licht, donker = (
        _lees_thema(vorm.kleuren, "", plaatsen, plank),
        _lees_thema(vorm.kleuren, "_donker", plaatsen, plank),
    )
    return Huisstijl(
        naam=(vorm.naam or "").strip(),
        logo=None if vorm.logo is None else lees_logo(vorm.logo, plaatsen.waar("logo"), plank),
        licht=leid_thema_af(LICHT, licht, licht),
        donker=leid_thema_af(DONKER, donker, licht),
    )


def lees_eigen_blokken(plank: Leesplank) -> tuple[Eigenblok, ...]:
    """Geef de sjablonen uit `sjablonen/`, op naam; leeg als de map er niet is."""
    blokken = [_lees_sjabloon(bestand, plank) for bestand in plank.som_op(SJABLONEN)]
    return tuple(blok for blok in blokken if blok is not None)


def _keur_tekst(vorm: Huisstijlvorm, plaatsen: Plaatsen, plank: Leesplank) -> None:
    if ("naam",) in plaatsen.regels and not (vorm.naam or "").strip():
        plank.meld(
            plaatsen.waar("naam"),
            "'naam' is leeg",
            "de naam zoals die boven de pagina komt",
            "Vul de naam in, of haal de regel weg; dan geldt de naam uit kwaliteit.yaml.",
        )
    elif vorm.naam is not None and len(vorm.naam.strip()) > LANGSTE_NAAM:
        plank.meld(
            plaatsen.waar("naam"), "'naam' is te lang", f"hoogstens {LANGSTE_NAAM} tekens", "Kies een kortere naam."
        )
    if ("logo",) in plaatsen.regels and vorm.logo is None:
        plank.meld(
            plaatsen.waar("logo"),
            "'logo' is leeg",
            "een bestand, zoals logo.svg",
            "Vul het pad in, of haal de regel weg.",
        )


def _lees_thema(vorm: Kleurenvorm, slot: str, plaatsen: Plaatsen, plank: Leesplank) -> dict[str, str]:
    """Geef de opgegeven kleuren van één thema die te gebruiken zijn, met hun naam in het thema."""
    gekeurd = {}
    for naam, token in TOKENS.items():
        sleutel = f"{naam}{slot}"
        if ("kleuren", sleutel) in plaatsen.regels:
            kleur = _keur_kleur(getattr(vorm, sleutel), sleutel, plaatsen, plank)
            if kleur is not None:
                gekeurd[token] = kleur
    return gekeurd


def _keur_kleur(tekst: str | None, sleutel: str, plaatsen: Plaatsen, plank: Leesplank) -> str | None:
    waar = plaatsen.waar("kleuren", sleutel)
    if tekst is None:
        plank.meld(
            waar,
            f"'{sleutel}' is leeg",
            'een kleur tussen aanhalingstekens, zoals "#0a4a57"',
            "Zet de kleur tussen aanhalingstekens: wat zonder aanhalingstekens na een # staat, is commentaar.",
        )
        return None
    if not is_kleur(tekst):
        plank.meld(
            waar,
            f"'{sleutel}' is geen kleur",
            'een # met zes tekens 0-9 en a-f, zoals "#0a4a57"',
            "Zoek in uw huisstijl de kleur als hex-code (ook wel: webkleur).",
        )
        return None
    kleur = lees_kleur(tekst)
    thema = LICHT if sleutel in TOKENS else DONKER
    return kleur if _keur_contrast(kleur, thema, waar, plank) else None


def _keur_contrast(kleur: str, thema: Mapping[str, str], waar: str, plank: Leesplank) -> bool:
    eisen = eis_aan_eigen(thema)
    tegen = next((ander for ander, minimum in eisen if contrast(kleur, ander) < minimum), None)
    if tegen is None:
        return True
    voorstel = zoek_dichtstbij(kleur, eisen) or tegen
    kant = "donkerder" if luminantie(voorstel) < luminantie(kleur) else "lichter"
    plank.meld(
        waar,
        f"{kleur} heeft contrast {schrijf_contrast(contrast(kleur, tegen))} met {_noem(tegen)}",
        f"minstens {schrijf_contrast(TEKST)}, zodat iedereen de tekst kan lezen",
        f"Kies een {kant}e kleur, bijvoorbeeld {voorstel} (contrast {schrijf_contrast(contrast(voorstel, tegen))}).",
    )
    return False


def schrijf_contrast(waarde: float) -> str:
    """Schrijf een contrast met één cijfer achter de komma, naar beneden afgerond: 4,48 haalt de 4,5 niet."""
    return f"{math.floor(waarde * 10 + 1e-9) / 10:.1f}".replace(".", ",")


def _noem(kleur: str) -> str:
    return "wit" if kleur == LICHT["papier"] else f"de donkere achtergrond {kleur}"


def _lees_sjabloon(bestand: str, plank: Leesplank) -> Eigenblok | None:
    naam = f"{SJABLONEN}/{bestand}"
    pad = PurePosixPath(bestand)
    bekend = [str(een) for een in Bloknaam]
    if pad.suffix != ".html" or pad.stem not in bekend or not plank.is_bestand(naam):
        plank.meld(
            naam,
            "dit is geen blok dat een eigen sjabloon kan hebben",
            f"een van: {', '.join(f'{een}.html' for een in bekend)}",
            f"Hernoem het bestand of haal het weg.{bedoelde_u(bestand, [f'{een}.html' for een in bekend])}",
        )
        return None
    tekst = plank.lees_tekst(naam)
    if tekst is None:
        return None
    if not tekst.strip():
        plank.meld(naam, "dit sjabloon is leeg", "HTML voor dit blok", "Vul het sjabloon, of haal het bestand weg.")
    elif len(tekst) > GROOTSTE_SJABLOON:
        plank.meld(
            naam, "dit sjabloon is te groot", f"hoogstens {GROOTSTE_SJABLOON // 1000} kB", "Maak het sjabloon korter."
        )
    return Eigenblok(naam=Bloknaam(pad.stem), bron=tekst, waar=naam)
