"""Wat opvalt aan de cijfers van het verslagjaar: veel 'niet van toepassing', schalen die los hangen, reeksbreuken."""

from collections.abc import Iterator

from kwaliteit.begrippen.bevinding import Bevinding, Bevindingsoort
from kwaliteit.begrippen.indicator import Betrouwbaarheid, Breuk, Gevraagd, Indicatoren, Meting
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.rekenregels import Rekenregels
from kwaliteit.begrippen.schrijfwijze import schrijf_grens


def loop_cijfers_na(indicatoren: Indicatoren, rekenregels: Rekenregels) -> tuple[Bevinding, ...]:
    """Geef de bevindingen over de cijfers van het verslagjaar, op volgorde van doelgroep en vraag."""
    metingen = [
        meting
        for meting in indicatoren.metingen
        if meting.gevraagd.jaar == indicatoren.jaar and meting.onderdeel == ORGANISATIE
    ]
    gebroken = [gevraagd for gevraagd in indicatoren.gevraagd if gevraagd.jaar == indicatoren.jaar and gevraagd.breekt]
    schalen = [een for een in indicatoren.betrouwbaarheid if een.jaar == indicatoren.jaar]
    return (
        *_meld_nvt(sorted(metingen, key=lambda meting: _volgorde(meting.gevraagd)), rekenregels),
        *_meld_samenhang(sorted(schalen, key=lambda een: (een.doelgroep.rangorde, een.schaalscore)), rekenregels),
        *_meld_breuken(sorted(gebroken, key=_volgorde)),
    )


def _volgorde(gevraagd: Gevraagd) -> tuple[int, str, str]:
    return gevraagd.doelgroep.rangorde, gevraagd.vragenlijst, gevraagd.vraag.id


def _meld_nvt(metingen: list[Meting], rekenregels: Rekenregels) -> Iterator[Bevinding]:
    grens = round(rekenregels.nvt_boven * 100)
    for meting in metingen:
        gezien = meting.n + meting.aantal_nvt + meting.aantal_weet_niet
        if gezien and meting.aantal_nvt > rekenregels.nvt_boven * gezien:
            vraag, groep = meting.gevraagd.vraag, meting.gevraagd.doelgroep.naam
            wat = f"Bij vraag {vraag.id} koos meer dan {grens}% van de groep {groep} voor 'niet van toepassing'."
            if vraag.samenstelling is not None:
                wat = f"Meer dan {grens}% van de groep {groep} heeft door 'niet van toepassing' geen score {vraag.id}."
            yield Bevinding(
                soort=Bevindingsoort.VEEL_NVT,
                wat=wat,
                verwacht=f"hoogstens {grens}%",
                doe_dit="Bespreek of deze vraag voor iedereen geldt. Het cijfer gaat alleen over wie wel antwoord gaf; "
                "leg dat uit in de duiding.",
                vraag=vraag.id,
            )


def _meld_samenhang(schalen: list[Betrouwbaarheid], rekenregels: Rekenregels) -> Iterator[Bevinding]:
    for een in schalen:
        if een.alfa is not None and een.alfa < rekenregels.alfa_laag:
            yield Bevinding(
                soort=Bevindingsoort.LAGE_SAMENHANG,
                wat=f"De {een.vragen} vragen van schaalscore {een.schaalscore} hangen bij de groep "
                f"{een.doelgroep.naam} weinig samen.",
                verwacht=f"een Cronbachs alfa van {schrijf_grens(rekenregels.alfa_laag)} of hoger",
                doe_dit="Kijk of een vraag andersom is gesteld en 'omgekeerd: true' mist. Anders meten deze vragen "
                "misschien verschillende dingen; kijk dan liever naar de losse vragen.",
                vraag=een.schaalscore,
            )


def _meld_breuken(gebroken: list[Gevraagd]) -> Iterator[Bevinding]:
    for gevraagd in gebroken:
        vraag, groep = gevraagd.vraag.id, gevraagd.doelgroep.naam
        if gevraagd.breuk is Breuk.GROEP:
            # `vergelijkbaar_met` gaat over de vraag; dat maakt de mensen niet dezelfde.
            yield Bevinding(
                soort=Bevindingsoort.VRAAG_VERANDERD,
                wat=f"De groep {groep} is anders omschreven dan de vorige keer. Dat breekt de reeks van vraag {vraag}.",
                verwacht="dezelfde omschrijving bij 'wie' in kwaliteit.yaml als de vorige keer",
                doe_dit="Het verslag vergelijkt dit cijfer niet met eerdere jaren. Horen er toch dezelfde mensen bij, "
                "schrijf dan bij 'wie' precies dezelfde tekst als toen.",
                vraag=vraag,
            )
            continue
        yield Bevinding(
            soort=Bevindingsoort.VRAAG_VERANDERD,
            wat=f"Vraag {vraag} is aan de groep {groep} anders gesteld dan de vorige keer.",
            verwacht="dezelfde tekst, schaal en versie als de vorige keer",
            doe_dit="Het verslag vergelijkt dit cijfer niet met eerdere jaren. Is dat toch eerlijk, zet dan in de "
            "vragenlijst 'vergelijkbaar_met' met de reden. Het verslag noemt die reden.",
            vraag=vraag,
        )
