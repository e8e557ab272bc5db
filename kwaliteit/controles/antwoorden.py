"""Wat opvalt aan de antwoorden in één blad: cellen die niet passen, dubbele respondenten en locaties.

Noemt cellen, rijen en aantallen; nooit een antwoord, respondentnummer of onbekende locatienaam.
"""

from collections.abc import Iterator

from kwaliteit.begrippen.antwoord import Afwijking, Afwijkingsoort, Antwoordblad
from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.onderdeel import Niveau
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.vragenlijst import Schaalsoort, Vraag
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.controles.woorden import beschrijf_schaal, som_op, tel

HOOGSTENS_LOS = 200
"""Zoveel cellen per vraag en soort krijgen een eigen bevinding; de rest staat in één samenvattende."""

HOOGSTENS_RIJEN = 10
"""Zoveel rijnummers van één dubbele respondent worden genoemd."""

ZONDER_LOCATIE = (Doelgroep.SAMENWERKINGSPARTNERS, Doelgroep.ERVARINGSDESKUNDIGEN)
"""Groepen die niet bij een locatie hoeven te horen; daar is een bron zonder locatie gewoon."""

SOORTEN = {
    Afwijkingsoort.BUITEN_SCHAAL: Bevindingsoort.WAARDE_BUITEN_SCHAAL,
    Afwijkingsoort.ONBEKEND_LABEL: Bevindingsoort.ONBEKEND_LABEL,
    Afwijkingsoort.FOUTCEL: Bevindingsoort.FOUTCEL,
}

INHOUD = {
    Afwijkingsoort.BUITEN_SCHAAL: "staat een waarde die niet bij de schaal past",
    Afwijkingsoort.ONBEKEND_LABEL: "staat een antwoord dat de schaal niet kent",
    Afwijkingsoort.FOUTCEL: "staat een fout van het rekenblad, zoals #N/B",
}

HERSTEL = {
    Afwijkingsoort.BUITEN_SCHAAL: (
        "Kijk of het een tikfout is en verbeter de cel. Weet u het niet zeker, maak de cel dan leeg. "
        "Tot die tijd telt dit antwoord niet mee."
    ),
    Afwijkingsoort.ONBEKEND_LABEL: (
        "Verbeter een tikfout in de cel. Komt dit antwoord vaker voor, typ dan: kwaliteit koppel {bestand}. "
        "Tot die tijd telt dit antwoord niet mee."
    ),
    Afwijkingsoort.FOUTCEL: "Herstel de formule of maak de cel leeg. Tot die tijd telt dit antwoord niet mee.",
}

HERSTEL_GETAL = {
    Afwijkingsoort.BUITEN_SCHAAL: (
        "Is het een tikfout of een code voor 'geen antwoord', zoals -99 of 999? Verbeter de cel of maak haar leeg. "
        "Is het een echt getal, geef dan in de vragenlijst de laagste en hoogste waarde van de schaal. "
        "Tot die tijd telt dit antwoord niet mee."
    ),
    Afwijkingsoort.ONBEKEND_LABEL: (
        "Maak van de cel een getal, of maak haar leeg. Staat er een datum, zoals 7-mei? Excel maakte hier misschien "
        "een datum van 7.5. Tot die tijd telt dit antwoord niet mee."
    ),
}
"""Bij een vraag waar het antwoord een getal is."""


def loop_blad_na(
    blad: Antwoordblad, werkmap: Werkmap, rekenregels: Rekenregels, *, per_locatie: bool
) -> Iterator[Bevinding]:
    """Geef de bevindingen over één blad, in vaste volgorde.

    `per_locatie`: in deze groep en dit jaar heeft minstens één mens een bekende locatie, dus hoort ieder er een te
    hebben.
    """
    yield from _meld_afwijkingen(blad)
    yield from _meld_dubbele_respondenten(blad)
    yield from _meld_locaties(blad, werkmap, per_locatie=per_locatie)
    yield from _meld_onvolledige(blad, rekenregels)


def _meld_afwijkingen(blad: Antwoordblad) -> Iterator[Bevinding]:
    groepen: dict[tuple[str, Afwijkingsoort], list[Afwijking]] = {}
    for afwijking in blad.afwijkingen:
        groepen.setdefault((afwijking.vraag.id, afwijking.soort), []).append(afwijking)
    volgorde = {vraag_id: plaats for plaats, vraag_id in enumerate(blad.kolommen)}
    soorten = list(Afwijkingsoort)
    for sleutel in sorted(groepen, key=lambda s: (volgorde.get(s[0], len(volgorde)), s[0], soorten.index(s[1]))):
        afwijkingen = sorted(groepen[sleutel], key=lambda afwijking: (len(afwijking.cel), afwijking.cel))
        for afwijking in afwijkingen[:HOOGSTENS_LOS]:
            yield _meld_cel(blad, afwijking)
        over = len(afwijkingen[HOOGSTENS_LOS:]) + blad.meer_afwijkingen.get(sleutel, 0)
        if over:
            yield _vat_samen(blad, afwijkingen[0].vraag, sleutel[1], over)


def _meld_cel(blad: Antwoordblad, afwijking: Afwijking) -> Bevinding:
    return Bevinding(
        soort=SOORTEN[afwijking.soort],
        wat=f"Bij vraag {afwijking.vraag.id} {INHOUD[afwijking.soort]}.",
        verwacht=beschrijf_schaal(afwijking.vraag.schaal),
        doe_dit=_kies_herstel(afwijking).format(bestand=blad.bron.bestand),
        bestand=blad.bron.bestand,
        blad=blad.bron.blad,
        cel=afwijking.cel,
        vraag=afwijking.vraag.id,
    )


def _kies_herstel(afwijking: Afwijking) -> str:
    """Geef wat te doen bij een cel; bij een onbegrensd getal kan het ook een code voor "geen antwoord" zijn."""
    schaal = afwijking.vraag.schaal
    is_getal = schaal.soort.is_geteld and not schaal.soort.heeft_codes
    if afwijking.soort is Afwijkingsoort.BUITEN_SCHAAL:
        is_getal = schaal.soort is Schaalsoort.GETAL and None in (schaal.laagste, schaal.hoogste)
    return {**HERSTEL, **HERSTEL_GETAL}[afwijking.soort] if is_getal else HERSTEL[afwijking.soort]


def _vat_samen(blad: Antwoordblad, vraag: Vraag, soort: Afwijkingsoort, aantal: int) -> Bevinding:
    return Bevinding(
        soort=SOORTEN[soort],
        wat=f"Bij vraag {vraag.id} {INHOUD[soort]}, in nog {tel(aantal, 'andere cel', 'andere cellen')}.",
        verwacht=beschrijf_schaal(vraag.schaal),
        doe_dit="Kijk eerst of deze kolom wel bij deze vraag hoort en of de schaal klopt: "
        "zoveel fouten in één kolom zijn zelden tikfouten.",
        bestand=blad.bron.bestand,
        blad=blad.bron.blad,
        vraag=vraag.id,
        aantal=aantal,
    )


def _meld_dubbele_respondenten(blad: Antwoordblad) -> Iterator[Bevinding]:
    rijen_bij: dict[str, list[int]] = {}
    for respondent, rij in zip(blad.respondent, blad.rijen.tolist(), strict=False):
        if respondent:
            rijen_bij.setdefault(respondent, []).append(rij)
    dubbel = sorted(sorted(rijen) for rijen in rijen_bij.values() if len(rijen) > 1)
    for rijen in dubbel[:HOOGSTENS_LOS]:
        yield _meld_dubbele(
            blad, f"Hetzelfde respondentnummer komt {len(rijen)} keer voor, in de rijen {_noem(rijen)}."
        )
    if len(dubbel) > HOOGSTENS_LOS:
        meer = tel(len(dubbel) - HOOGSTENS_LOS, "ander respondentnummer komt", "andere respondentnummers komen")
        yield _meld_dubbele(blad, f"Nog {meer} meer dan één keer voor.")


def _meld_dubbele(blad: Antwoordblad, wat: str) -> Bevinding:
    return Bevinding(
        soort=Bevindingsoort.DUBBELE_RESPONDENT,
        wat=wat,
        verwacht="elk respondentnummer één keer",
        doe_dit="Kijk welke rij geldt en haal de andere uit de bron. Tot die tijd tellen alle rijen mee.",
        bestand=blad.bron.bestand,
        blad=blad.bron.blad,
    )


def _noem(rijen: list[int]) -> str:
    genoemd = [str(rij) for rij in rijen[:HOOGSTENS_RIJEN]]
    if len(rijen) > HOOGSTENS_RIJEN:
        genoemd.append(f"nog {len(rijen) - HOOGSTENS_RIJEN} andere")
    return som_op(genoemd)


def _meld_locaties(blad: Antwoordblad, werkmap: Werkmap, *, per_locatie: bool) -> Iterator[Bevinding]:
    locaties = [onderdeel.naam for onderdeel in werkmap.boom.onderdelen if onderdeel.niveau is Niveau.LOCATIE]
    bekend = f"een locatie uit kwaliteit.yaml: {som_op(locaties, 'of')}"
    if blad.onbekende_locaties:
        aantal = len(blad.cellen_onbekende_locatie)
        herstel = "Verbeter de naam in de bron, of zet hem in kwaliteit.yaml onder 'ook_wel' bij de juiste locatie."
        if not locaties:
            herstel = "Voeg 'locaties:' toe aan kwaliteit.yaml, zie werkmap.md in de handleiding."
        yield Bevinding(
            soort=Bevindingsoort.ONBEKENDE_LOCATIE,
            wat=f"{tel(aantal, 'persoon heeft', 'mensen hebben')} een locatie die niet in kwaliteit.yaml staat "
            f"({tel(len(blad.onbekende_locaties), 'naam', 'namen')}).",
            verwacht=bekend if locaties else "alleen locaties die in kwaliteit.yaml staan; daar staat er nog geen",
            doe_dit=f"{herstel} "
            f"{'Deze persoon telt' if aantal == 1 else 'Deze mensen tellen'} nu wel mee voor de organisatie, "
            "maar niet bij een locatie.",
            bestand=blad.bron.bestand,
            blad=blad.bron.blad,
            cel=", ".join(blad.cellen_onbekende_locatie[:HOOGSTENS_RIJEN]),
            aantal=aantal,
        )
    if len(locaties) > 1:
        yield from _meld_geen_locatiekolom(blad)
    zonder = int((blad.locatie < 0).sum())
    if zonder and per_locatie and len(locaties) > 1 and blad.locatiekolom:
        wie = "niemand" if zonder == blad.aantal else tel(zonder, "persoon", "mensen")
        yield Bevinding(
            soort=Bevindingsoort.GEEN_LOCATIE,
            wat=f"Bij {wie} staat {'een' if zonder == blad.aantal else 'geen'} bekende locatie.",
            verwacht=bekend,
            doe_dit="Vul de locatie aan als u die weet. Anders hoeft u niets te doen: "
            "deze mensen tellen mee voor de organisatie, maar niet bij een locatie.",
            bestand=blad.bron.bestand,
            blad=blad.bron.blad,
            aantal=zonder,
        )


def _meld_geen_locatiekolom(blad: Antwoordblad) -> Iterator[Bevinding]:
    """Meld dat de kolom met de locatie ontbreekt, met de kolom die het lijkt te zijn."""
    lijkt = blad.lijkt_locatie
    if blad.locatiekolom or (blad.bron.doelgroep in ZONDER_LOCATIE and not lijkt):
        return
    herstel = f"Geef kolom {lijkt} de kop 'locatie', of zet haar in een koppeling op 'locatie'."
    if not lijkt:
        herstel = (
            "Staat de locatie er wel? Geef de kolom de kop 'locatie', of zet haar in een koppeling op 'locatie'. "
            "Is er niet naar gevraagd, dan hoeft u niets te doen."
        )
    yield Bevinding(
        soort=Bevindingsoort.GEEN_LOCATIEKOLOM,
        wat="In geen enkele kolom is de locatie gevonden. Zonder locatie zijn er geen cijfers per locatie."
        + (f" In kolom {lijkt} staan wel namen van uw locaties." if lijkt else ""),
        verwacht="een kolom met de kop 'locatie'",
        doe_dit=herstel,
        bestand=blad.bron.bestand,
        blad=blad.bron.blad,
        cel=lijkt,
    )


def _meld_onvolledige(blad: Antwoordblad, rekenregels: Rekenregels) -> Iterator[Bevinding]:
    onvolledig = int((blad.deelnemers() & ~blad.volledig(rekenregels.volledig_vanaf)).sum())
    if onvolledig:
        deel = round(rekenregels.volledig_vanaf * 100)
        yield Bevinding(
            soort=Bevindingsoort.ONVOLLEDIG,
            aantal=onvolledig,
            wat=f"{tel(onvolledig, 'persoon beantwoordde', 'mensen beantwoordden')} minder dan {deel}% van de vragen.",
            verwacht=f"een antwoord op minstens {deel}% van de vragen",
            doe_dit="U hoeft niets te doen: de antwoorden die er wel zijn, tellen mee. "
            "Zijn het er veel, kijk dan of de vragenlijst te lang of te moeilijk is.",
            bestand=blad.bron.bestand,
            blad=blad.bron.blad,
        )
