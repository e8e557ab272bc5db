"""Cijferverwijzingen: van `{{ cijfer("CL04") }}`, kerncijfer, trend of actie naar het openbare cijfer.

Eerst worden alle verwijzingen nagelopen, zodat alle onbekende namen samen in één fout staan. Daarna is elke verwijzing
bekend; is er toch geen cijfer, dan staan er de openbare woorden ("niet gevraagd", "geen informatie").
"""

from collections.abc import Iterator

from kwaliteit.begrippen.actie import Actie
from kwaliteit.begrippen.doelgroep import HOOFDGROEPEN, Doelgroep
from kwaliteit.begrippen.fout import Gebrek, WerkmapFout, bedoelde_u
from kwaliteit.begrippen.indicator import kies_hoofdmaat
from kwaliteit.begrippen.onderdeel import ORGANISATIE
from kwaliteit.begrippen.openbaar import Status
from kwaliteit.begrippen.verhaal import Cijferverwijzing, Verhaaltekst
from kwaliteit.begrippen.verslag import Deel, Mensentekst
from kwaliteit.begrippen.vragenlijst import Vraag
from kwaliteit.begrippen.werkmap import locatiesleutel
from kwaliteit.rapportage.stof import Stof
from kwaliteit.rapportage.taal import som_op


def vul_in(stof: Stof, tekst: Verhaaltekst) -> Mensentekst:
    """Vervang elke verwijzing in een tekst van een mens door het cijfer of de openbare woorden."""
    return Mensentekst(delen=tuple(deel if isinstance(deel, str) else zoek_cijfer(stof, deel) for deel in tekst.delen))


def zoek_cijfer(stof: Stof, verwijzing: Cijferverwijzing) -> Deel:
    """Geef het cijfer van een bekende verwijzing, of de woorden als er geen rij voor is."""
    jaar = stof.jaar if verwijzing.jaar is None else verwijzing.jaar
    onderdeel = _zoek_onderdeel(stof, verwijzing.locatie) or ORGANISATIE
    if verwijzing.indicator in stof.kengetallen:
        return stof.kengetalcijfer(verwijzing.indicator, jaar, onderdeel) or Status.GEEN_INFORMATIE.value
    doelgroep, vraag = zoek_vraag(stof, verwijzing)
    cijfer = stof.openbaar.vind(
        jaar=jaar, indicator=vraag.id, maat=kies_hoofdmaat(vraag), doelgroep=doelgroep, onderdeel=onderdeel
    )
    return cijfer or Status.NIET_GEVRAAGD.value


def zoek_vraag(stof: Stof, verwijzing: Cijferverwijzing) -> tuple[Doelgroep, Vraag]:
    """De vraag en de groep van een verwijzing die al is nagelopen; een onbekende is een KeyError."""
    mogelijk = _zoek_groepen(stof, verwijzing)
    if len(mogelijk) != 1:
        raise KeyError(verwijzing.indicator)
    return mogelijk[0]


def verwijs(indicator: str, waar: str, *, jaar: int | None = None, doelgroep: str | None = None) -> Cijferverwijzing:
    """Maak een verwijzing naar de hele organisatie, voor een naam die niet in een lopende tekst staat."""
    return Cijferverwijzing(indicator=indicator, jaar=jaar, doelgroep=doelgroep, locatie=None, waar=waar)


def noem_verhaalbestand(stof: Stof, pijler_id: str) -> str:
    """Het bestand waarin het verhaal van een pijler staat."""
    return f"verhaal/{stof.jaar}/{pijler_id}.md"


def controleer_verwijzingen(stof: Stof) -> None:
    """Loop alle verwijzingen na; onbekende namen samen zijn een WerkmapFout."""
    gebreken = [gebrek for verwijzing in _alle_verwijzingen(stof) for gebrek in _zoek_gebreken(stof, verwijzing)]
    if gebreken:
        raise WerkmapFout(*gebreken)


def _alle_verwijzingen(stof: Stof) -> Iterator[Cijferverwijzing]:
    verhaal = stof.werkmap.verhaal
    for pijler_id, pijlerverhaal in verhaal.pijlers.items():
        waar = noem_verhaalbestand(stof, pijler_id)
        namen = (*filter(None, (pijlerverhaal.kerncijfer,)), *pijlerverhaal.trend)
        yield from (verwijs(naam, waar) for naam in namen)
    for tekst in _alle_teksten(stof):
        yield from (deel for deel in tekst.delen if isinstance(deel, Cijferverwijzing))
    for actie in stof.werkmap.acties:
        yield from _verwijzingen_van(stof, actie)


def _alle_teksten(stof: Stof) -> Iterator[Verhaaltekst]:
    verhaal = stof.werkmap.verhaal
    teksten = [verhaal.voorwoord, verhaal.samenvatting, verhaal.over_ons, verhaal.gewone_taal]
    for pijler in verhaal.pijlers.values():
        teksten += [pijler.terugblik, pijler.duiding, pijler.vooruitblik, pijler.besproken]
    teksten += [reactie.tekst for reactie in verhaal.reacties]
    return (tekst for tekst in teksten if tekst is not None)


def _verwijzingen_van(stof: Stof, actie: Actie) -> Iterator[Cijferverwijzing]:
    normen = {norm.id for norm in stof.kader.normen}
    yield from (verwijs(naam, actie.waar) for naam in actie.waarom if naam not in normen)
    doel = actie.gelukt_als
    if doel is not None and doel.indicator is not None:
        yield verwijs(doel.indicator, actie.waar, doelgroep=doel.doelgroep)


def _zoek_gebreken(stof: Stof, verwijzing: Cijferverwijzing) -> Iterator[Gebrek]:
    if verwijzing.jaar is not None and verwijzing.jaar not in stof.jaren:
        yield Gebrek(
            waar=verwijzing.waar,
            wat=f"Bij {verwijzing.indicator} staat het jaar {verwijzing.jaar}. Daarvan zijn geen cijfers.",
            verwacht=f"een van de jaren {som_op([str(jaar) for jaar in stof.jaren])}",
            doe_dit="Verbeter het jaar of haal de verwijzing weg.",
        )
    if verwijzing.locatie is not None and _zoek_onderdeel(stof, verwijzing.locatie) is None:
        namen = [onderdeel.id for onderdeel in stof.openbaar.boom.onderdelen]
        yield Gebrek(
            waar=verwijzing.waar,
            wat=f"De locatie '{verwijzing.locatie}' bij {verwijzing.indicator} is niet bekend.",
            verwacht="een id of naam uit 'locaties' in kwaliteit.yaml",
            doe_dit=f"Verbeter de naam.{bedoelde_u(verwijzing.locatie, (*namen, *stof.werkmap.locatienamen))}",
        )
    if verwijzing.indicator not in stof.kengetallen:
        yield from _zoek_vraaggebreken(stof, verwijzing)


def _zoek_vraaggebreken(stof: Stof, verwijzing: Cijferverwijzing) -> Iterator[Gebrek]:
    groepen = [groep for groep, _ in stof.vragen.get(verwijzing.indicator, ())]
    if not groepen:
        yield Gebrek(
            waar=verwijzing.waar,
            wat=f"'{verwijzing.indicator}' is geen bekende vraag en geen bekend kengetal.",
            verwacht="de naam van een vraag of kengetal, zoals CL04 of K01",
            doe_dit=f"Verbeter de naam.{bedoelde_u(verwijzing.indicator, (*stof.vragen, *stof.kengetallen))}",
        )
    elif len(_zoek_groepen(stof, verwijzing)) != 1:
        bekend = som_op([groep.value for groep in groepen])
        if verwijzing.doelgroep is None:
            wat, doe_dit = f"{verwijzing.indicator} is aan meer groepen gevraagd.", "Zet de doelgroep erbij."
        else:
            wat = f"{verwijzing.indicator} hoort niet bij de doelgroep '{verwijzing.doelgroep}'."
            doe_dit = f"Verbeter de doelgroep.{bedoelde_u(verwijzing.doelgroep, [groep.value for groep in groepen])}"
        yield Gebrek(waar=verwijzing.waar, wat=wat, verwacht=f"een van de doelgroepen {bekend}", doe_dit=doe_dit)


def _zoek_groepen(stof: Stof, verwijzing: Cijferverwijzing) -> tuple[tuple[Doelgroep, Vraag], ...]:
    """De groepen die een verwijzing kan bedoelen. Zonder doelgroep gaat een hoofdgroep voor ervaringsdeskundigen."""
    paren = stof.vragen.get(verwijzing.indicator, ())
    if verwijzing.doelgroep is not None:
        gezocht = verwijzing.doelgroep.casefold()
        return tuple(paar for paar in paren if gezocht in (paar[0].value, paar[0].naam))
    return tuple(paar for paar in paren if paar[0] in HOOFDGROEPEN) or paren


def _zoek_onderdeel(stof: Stof, naam: str | None) -> str | None:
    """Het id van een onderdeel bij id, naam of bekende schrijfwijze; None als het niet bestaat."""
    if naam is None:
        return None
    gezocht = locatiesleutel(naam)
    for onderdeel in stof.openbaar.boom.onderdelen:
        if gezocht in (locatiesleutel(onderdeel.id), locatiesleutel(onderdeel.naam)):
            return onderdeel.id
    return stof.werkmap.locatienamen.get(gezocht)
