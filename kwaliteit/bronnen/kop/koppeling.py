"""`koppelingen/<naam>.yaml`: welke kop bij welke vraag hoort, en welk antwoord bij welke code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.bronnen.taal.schrijfwijze import maak_label, toon_kop, vereenvoudig
from kwaliteit.strikte_yaml import Plaatsen, lees_yaml_met_plaatsen


class Rol(StrEnum):
    """Wat een kolom is als het geen vraag is; deze woorden mogen ook in een koppeling staan."""

    LOCATIE = "locatie"
    RESPONDENT = "respondent"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    DEELNAME = "deelname"
    GEWICHT = "gewicht"
    CITEREN = "citeren"
    NEGEER = "negeer"


class Onvolledig(StrEnum):
    """Wat er gebeurt met mensen die de lijst niet verstuurden."""

    MEETELLEN = "meetellen"
    WEGLATEN = "weglaten"


REDENWOORDEN = {"leeg": Reden.LEEG, **{reden.woord: reden for reden in Reden if reden in (-2, -3, -4)}}
"""Woorden die in `antwoorden:` in plaats van een code mogen staan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelbestand:
    """De vorm van het YAML-bestand."""

    kolommen: dict[str, str] = field(default_factory=dict)
    antwoorden: dict[str, dict[str, int | str]] = field(default_factory=dict)
    onvolledig: Onvolledig = Onvolledig.MEETELLEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """Een nagelopen koppeling.

    `kolommen`: vereenvoudigde kop -> vraag of rol. `antwoorden`: vraag-id of schaalnaam -> label -> code of Reden
    (een code uit de schaal is een gewoon geheel getal, geen plaats). `onvolledig` geldt alleen als de enquêtetool zegt
    wie de lijst verstuurde.
    """

    kolommen: Mapping[str, Vraag | Rol]
    antwoorden: Mapping[str, Mapping[str, int | Reden]]
    onvolledig: Onvolledig = Onvolledig.MEETELLEN

    def eigen_antwoorden(self, vraag: Vraag) -> dict[str, int | Reden]:
        """Geef label -> code of Reden voor een vraag; wat bij de vraag zelf staat gaat voor op haar schaal."""
        return {**self.antwoorden.get(vraag.schaal.naam, {}), **self.antwoorden.get(vraag.id, {})}


GEEN_KOPPELING = Koppeling(kolommen={}, antwoorden={})


def lees_koppeling(pad: Path, vragen: tuple[Vraag, ...], *, naam: str) -> Koppeling:
    """Lees een koppeling en loop alle namen na; onbekende namen en codes komen samen in één WerkmapFout."""
    bestand, plaatsen = lees_yaml_met_plaatsen(pad, Koppelbestand, naam=naam)
    per_id = {vraag.id: vraag for vraag in vragen}
    gebreken: list[Gebrek] = []
    kolommen: dict[str, Vraag | Rol] = {}
    for kop, doel in bestand.kolommen.items():
        rol = next((rol for rol in Rol if rol == doel), None)
        if rol is None and doel not in per_id:
            gebreken.append(_onbekende_vraag(plaatsen, kop, doel, per_id))
            continue
        kolommen[vereenvoudig(kop)] = rol or per_id[doel]
    antwoorden = {
        doel: _lees_antwoorden(plaatsen, doel, labels, vragen, gebreken) for doel, labels in bestand.antwoorden.items()
    }
    if gebreken:
        raise WerkmapFout(*gebreken)
    return Koppeling(kolommen=kolommen, antwoorden=antwoorden, onvolledig=bestand.onvolledig)


def _lees_antwoorden(
    plaatsen: Plaatsen, doel: str, labels: Mapping[str, int | str], vragen: tuple[Vraag, ...], gebreken: list[Gebrek]
) -> Mapping[str, int | Reden]:
    schalen = [vraag.schaal for vraag in vragen if doel in (vraag.id, vraag.schaal.naam)]
    if not schalen:
        namen = [*(vraag.id for vraag in vragen), *(vraag.schaal.naam for vraag in vragen)]
        gebreken.append(_onbekende_schaal(plaatsen, doel, namen))
        return {}
    vertaald: dict[str, int | Reden] = {}
    for label, waarde in labels.items():
        code = REDENWOORDEN.get(waarde) if isinstance(waarde, str) else waarde
        buiten = schalen[0].codes and not isinstance(code, Reden) and code not in schalen[0].codes
        if code is None or buiten:
            gebreken.append(
                Gebrek(
                    waar=f"{plaatsen.waar('antwoorden', doel, label)}, antwoorden van '{doel}'",
                    wat="hier staat een code die niet bij de schaal hoort",
                    verwacht=_noem_codes(schalen[0].codes),
                    doe_dit=f"Verbeter de code bij '{doel}'.",
                )
            )
        else:
            vertaald[maak_label(label)] = code
    return vertaald


def _noem_codes(codes: tuple[int, ...]) -> str:
    return ", ".join([*map(str, codes), *(f"'{woord}'" for woord in REDENWOORDEN)])


def _onbekende_vraag(plaatsen: Plaatsen, kop: str, doel: str, bekend: Iterable[str]) -> Gebrek:
    return Gebrek(
        waar=f"{plaatsen.waar('kolommen', kop)}, kolom '{toon_kop(kop)}'",
        wat=f"'{doel}' is geen vraag.{bedoelde_u(doel, [*bekend, *Rol])}",
        verwacht="een vraag uit de vragenlijst, of " + ", ".join(f"'{rol}'" for rol in Rol),
        doe_dit="Verbeter het woord achter de dubbele punt.",
    )


def _onbekende_schaal(plaatsen: Plaatsen, doel: str, bekend: Iterable[str]) -> Gebrek:
    return Gebrek(
        waar=f"{plaatsen.waar('antwoorden', doel)}, antwoorden",
        wat=f"'{doel}' is geen vraag en geen schaal.{bedoelde_u(doel, bekend)}",
        verwacht="een vraag uit de vragenlijst, of een schaal daarvan",
        doe_dit="Verbeter de naam.",
    )
