"""De kop van een gewone tabel, en tabellen die geen antwoorden van mensen zijn. Twijfel is een weigering."""

from collections.abc import Sequence

from kwaliteit.bestanden.celnaam import kolomletter
from kwaliteit.bestanden.ruw import Cel, Onleesbaar, Ruwblad, Weigering
from kwaliteit.bronnen.dialecten import VRIJ, Bovenrij, Indeling, Kolomkop
from kwaliteit.bronnen.dialecten.kopvormen import is_getal, is_moment
from kwaliteit.bronnen.dialecten.vrij import maak_kolomkop

GEEN_KOPREGEL = Weigering(
    wat="Dit bestand heeft geen kopregel: in de eerste rij staan teksten en getallen door elkaar.",
    verwacht="boven de antwoorden één rij met de naam van elke kolom",
    doe_dit="Zet een rij met koppen boven de antwoorden, of exporteer opnieuw met koppen.",
)
MEER_KOPRIJEN = Weigering(
    wat="Niet te zien is welke rij de kopregel is: boven de tabel staan meer rijen met tekst.",
    verwacht="één kopregel met de naam van elke kolom, en daarboven hoogstens een titel",
    doe_dit="Maak van de koppen één rij, haal groepskoppen en uitleg erboven weg, en sla het bestand opnieuw op.",
)
SAMENGEVOEGDE_KOP = Weigering(
    wat="De kop bestaat uit samengevoegde cellen over meer rijen of kolommen.",
    verwacht="één kopregel met in elke kolom een eigen kop",
    doe_dit="Hef het samenvoegen op, geef elke kolom één eigen kop in één rij, en sla het bestand opnieuw op.",
)
ANTWOORDEN_IN_DE_KOP = Weigering(
    wat="De kop bestaat uit twee rijen: onder de vragen staan de mogelijke antwoorden, elk in een eigen kolom.",
    verwacht="één kopregel met één kolom per vraag, en daaronder het antwoord",
    doe_dit="Exporteer de antwoorden opnieuw met één kolom per vraag.",
)
GEEN_TABEL = Weigering(
    wat="Op dit blad staat één samengevoegde cel en geen tabel.",
    verwacht="een kopregel met daaronder één rij per persoon",
    doe_dit="Exporteer de antwoorden opnieuw.",
)
TEKST_ONDER_TABEL = Weigering(
    wat="Onder de tabel staan rijen met losse tekst die geen antwoorden zijn.",
    verwacht="onder de kopregel alleen rijen met antwoorden",
    doe_dit="Haal de tekst onder de tabel weg en sla het bestand opnieuw op.",
)
KRUISTABEL = Weigering(
    wat="Dit is een kruistabel met opgetelde uitkomsten; er staan geen antwoorden van losse mensen in.",
    verwacht="één rij per persoon die de vragenlijst invulde",
    doe_dit="Exporteer uit de enquêtetool de losse antwoorden in plaats van de samenvatting.",
)
SAMENVATTING = Weigering(
    wat="Elke locatie staat op precies één rij. Zo te zien zijn dit uitkomsten per locatie en geen losse antwoorden.",
    verwacht="één rij per persoon die de vragenlijst invulde",
    doe_dit="Exporteer de losse antwoorden. Is elke rij toch één persoon? Voeg dan een kolom 'respondent' toe met een "
    "eigen nummer per rij.",
)
STRUCTUUR = Weigering(
    wat="Dit is de structuur van een LimeSurvey-vragenlijst (class, type/scale, name); er staan geen antwoorden in.",
    verwacht="een export van de antwoorden",
    doe_dit="Kies in LimeSurvey 'Antwoorden exporteren' in plaats van 'Vragenlijst exporteren'.",
)
WOORDENBOEK = Weigering(
    wat="Dit is het woordenboek van een REDCap-project (Variable / Field Name); er staan geen antwoorden in.",
    verwacht="een export van de antwoorden",
    doe_dit="Exporteer in REDCap de data in plaats van de data dictionary.",
)
STRUCTUURKOPPEN = frozenset({"class", "type scale", "name"})
WOORDENBOEKKOPPEN = frozenset({"variable field name", "form name", "field type", "field label"})
SAMENVATTINGKOPPEN = (
    frozenset({"answer choices", "responses"}),
    frozenset({"antwoordkeuzen", "reacties"}),
    frozenset({"antwoordopties", "reacties"}),
    frozenset({"antwortoptionen", "beantwortungen"}),
)
"""Koppen van de samenvatting die SurveyMonkey per vraag maakt."""
TOTAALWOORDEN = frozenset({"total", "totaal", "gesamt", "tot", "n", "aantal", "eindtotaal"})
GENOEG_RIJEN = 5
HALF, MEESTAL, BIJNA_ALLES = 0.5, 0.7, 0.8


def weiger_ander_bestand(rij: Bovenrij) -> None:
    """Weiger een bestand dat aan deze rij te zien iets anders is dan antwoorden."""
    if rij.gevuld >= STRUCTUURKOPPEN:
        raise Onleesbaar(STRUCTUUR)
    if len(rij.gevuld & WOORDENBOEKKOPPEN) >= 3 and "variable field name" in rij.gevuld:
        raise Onleesbaar(WOORDENBOEK)
    if any(rij.gevuld >= koppen for koppen in SAMENVATTINGKOPPEN) and len(rij.gevuld) <= 3:
        raise Onleesbaar(KRUISTABEL)


def deel_in(blad: Ruwblad, ruw: Sequence[Sequence[Cel]], rijen: Sequence[Bovenrij], zoekdiepte: int) -> Indeling:
    """Vind de kop van een gewone tabel (blad met minstens één rij), of werp `Onleesbaar` op met de reden."""
    if blad.samengevoegd and blad.aantal_rijen == len(blad.kolommen) == 1:
        raise Onleesbaar(GEEN_TABEL)
    soorten = [
        [_bepaal_soort(cel, tekst) for cel, tekst in zip(cellen, rij.teksten, strict=True)]
        for cellen, rij in zip(ruw, rijen, strict=True)
    ]
    vullingen = [sum(soort != LEEG for soort in rij) for rij in soorten]
    breedte = max(vullingen, default=0)
    eerste = next(plek for plek, vulling in enumerate(vullingen) if vulling) if breedte else 0
    if breedte and TEKST not in soorten[eerste] and vullingen[eerste] >= HALF * breedte:
        return Indeling(
            dialect=VRIJ,
            waarom="een tabel zonder kopregel: de eerste rij heeft alleen getallen of datums",
            eerste_koprij=eerste,
            koprijen=0,
            koppen=(Kolomkop(kop="", namen=()),) * len(blad.kolommen),
        )
    plek = _zoek_koprij(soorten[:zoekdiepte], vullingen, breedte)
    hoogte = _meet_kophoogte(blad, plek)
    if any(vulling >= 2 for vulling in vullingen[:plek]):
        _weiger_kruistabel(blad, rijen, plek)
        raise Onleesbaar(MEER_KOPRIJEN)
    _weiger_kruistabel(blad, rijen, plek)
    _weiger_dubbele_koppen(blad, rijen[plek], plek)
    _weiger_tekst_eronder(blad, plek)
    return Indeling(
        dialect=VRIJ,
        waarom="een gewone tabel met een kopregel",
        eerste_koprij=plek,
        koprijen=hoogte,
        koppen=tuple(map(maak_kolomkop, rijen[plek].teksten)),
    )


LEEG, TEKST, WAARDE = "", "tekst", "waarde"


def _bepaal_soort(cel: Cel, tekst: str) -> str:
    if not tekst:
        return LEEG
    return TEKST if isinstance(cel, str) and not is_getal(tekst) and not is_moment(tekst) else WAARDE


def _zoek_koprij(soorten: Sequence[Sequence[str]], vullingen: Sequence[int], breedte: int) -> int:
    """Kies de kop uit de rijen met alleen tekst boven de eerste rij met getallen."""
    antwoordrij = next(
        (plek for plek, rij in enumerate(soorten) if WAARDE in rij and vullingen[plek] >= HALF * breedte), None
    )
    boven = range(len(soorten) if antwoordrij is None else antwoordrij)
    mogelijk = [plek for plek in boven if TEKST in soorten[plek] and WAARDE not in soorten[plek]]
    volst = max((vullingen[plek] for plek in mogelijk), default=0)
    if not mogelijk or volst < HALF * breedte:
        raise Onleesbaar(GEEN_KOPREGEL)
    if antwoordrij is not None and antwoordrij - 1 in mogelijk and vullingen[antwoordrij - 1] == volst:
        return next(plek for plek in mogelijk if vullingen[plek] == volst)
    return next(plek for plek in mogelijk if vullingen[plek] >= MEESTAL * volst)


def _meet_kophoogte(blad: Ruwblad, koprij: int) -> int:
    """Geef hoeveel rijen de kop hoog is: koppen die over lege rijen eronder zijn samengevoegd, tellen die mee.

    Staat er in die rijen nog iets, of hoort bij één kop meer dan één kolom met antwoorden, dan is het een weigering.
    """
    laatste = koprij
    for rij1, kolom1, rij2, kolom2 in blad.samengevoegd:
        if rij1 <= koprij <= rij2:
            laatste = max(laatste, rij2)
            breed = blad.kolommen[kolom1 + 1 : kolom2 + 1]
            if rij1 < koprij or any(any(kolom.plaats[koprij + 1 :]) for kolom in breed):
                raise Onleesbaar(SAMENGEVOEGDE_KOP)
    laatste = min(laatste, blad.aantal_rijen - 1)
    if any(any(kolom.plaats[koprij + 1 : laatste + 1]) for kolom in blad.kolommen):
        raise Onleesbaar(SAMENGEVOEGDE_KOP)
    return laatste - koprij + 1


def _weiger_kruistabel(blad: Ruwblad, rijen: Sequence[Bovenrij], koprij: int) -> None:
    """Een kruistabel heeft namen in de eerste kolom, verder alleen getallen, en procenten of totalen."""
    onder = rijen[koprij + 1 :]
    cellen = [tekst for rij in onder for tekst in rij.teksten[1:] if tekst]
    namen = [rij.geef(0) for rij in onder if rij.gevuld]
    if len(namen) < 2 or not cellen or any(is_getal(naam) or is_moment(naam) for naam in namen):
        return
    if sum(map(is_getal, cellen)) < BIJNA_ALLES * len(cellen) or len(set(namen)) < len(namen):
        return
    kop = rijen[koprij]
    procenten = sum(
        1 for plek, tekst in enumerate(kop.teksten) if tekst.rstrip().endswith("%") or _zijn_procenten(onder, plek)
    )
    heeft_totaal = any(sleutel.split()[0] in TOTAALWOORDEN for sleutel in kop.gevuld)
    heeft_groepen = any(len(rij.gevuld) >= 2 for rij in rijen[:koprij]) or _heeft_dubbele(kop)
    if procenten >= 2 or (heeft_totaal and heeft_groepen):
        raise Onleesbaar(KRUISTABEL)


def _zijn_procenten(rijen: Sequence[Bovenrij], plaats: int) -> bool:
    gevuld = [tekst for rij in rijen if (tekst := rij.geef(plaats))]
    return bool(gevuld) and all(tekst.endswith("%") for tekst in gevuld)


def _heeft_dubbele(rij: Bovenrij) -> bool:
    gevuld = [sleutel for sleutel in rij.sleutels if sleutel]
    return len(set(gevuld)) < len(gevuld)


def _weiger_dubbele_koppen(blad: Ruwblad, rij: Bovenrij, koprij: int) -> None:
    """Twee kolommen met inhoud en dezelfde kop: niet te zeggen welke bij welke vraag hoort."""
    eerder: dict[str, int] = {}
    for plaats, tekst in enumerate(rij.teksten):
        if not tekst or not any(blad.kolommen[plaats].plaats[koprij + 1 :]):
            continue
        if tekst in eerder:
            raise Onleesbaar(
                Weigering(
                    wat=f"Kolom {kolomletter(eerder[tekst])} en kolom {kolomletter(plaats)} hebben dezelfde kop.",
                    verwacht="in elke kolom een eigen kop",
                    doe_dit="Geef elke kolom een eigen kop, of haal de dubbele kolom weg.",
                )
            )
        eerder[tekst] = plaats


def _weiger_tekst_eronder(blad: Ruwblad, koprij: int) -> None:
    """Weiger als de laatste rijen tekst hebben in kolommen waar verder alleen getallen of datums staan."""
    if blad.velden is not None or blad.aantal_rijen - koprij - 1 <= GENOEG_RIJEN:
        return
    einde = blad.aantal_rijen
    while einde > koprij + 1 and all(isinstance(cel, str) for cel in blad.rij(einde - 1)):
        einde -= 1
    if einde == blad.aantal_rijen or einde - koprij - 1 < GENOEG_RIJEN:
        return
    for kolom in blad.kolommen:
        gevuld = [plek for plek in kolom.plaats[koprij + 1 : einde] if plek]
        soorten = {type(kolom.waarden[plek]) for plek in gevuld}
        if len(gevuld) >= GENOEG_RIJEN and len(soorten) == 1 and str not in soorten and any(kolom.plaats[einde:]):
            raise Onleesbaar(TEKST_ONDER_TABEL)
