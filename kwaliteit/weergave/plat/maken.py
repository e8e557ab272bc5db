"""Van verslag naar platte delen: waar de woorden van Markdown, papier, Word en het kale fragment ontstaan.

Getallen komen uit `woorden` en `tabellen`, alternatieve teksten uit `alternatief`; wat een mens schreef gaat langs de
strenge lezer van `mensentekst`. Hier wordt alleen de volgorde bepaald en wat er vet staat.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kwaliteit.begrippen.actie import noem_stand
from kwaliteit.begrippen.schrijfwijze import schrijf_datum
from kwaliteit.begrippen.verslag import (
    Actieregel,
    Alinea,
    Blok,
    Cijfertabel,
    Citaten,
    Deel,
    Dekkingsmatrix,
    Figuurkop,
    Kernboodschap,
    Kernboodschappen,
    Mensentekst,
    Normtabel,
    Opsomming,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Terugblik,
    Trendfiguur,
    Uitgave,
    Verdelingsfiguur,
    Verslag,
    Vooruitblik,
)
from kwaliteit.weergave import mensentekst, tabellen
from kwaliteit.weergave.adressen import knip_op_adressen
from kwaliteit.weergave.alternatief import SLOT, alternatief
from kwaliteit.weergave.figuren import trend
from kwaliteit.weergave.figuren.beelden import heeft_beeld
from kwaliteit.weergave.onthouden import onthoud_per_verslag
from kwaliteit.weergave.plat.delen import (
    DIEPSTE_KOP,
    Aanhaling,
    Beeld,
    Kop,
    Lijst,
    Platcel,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Stukje,
    Tekst,
    Toon,
    knip_tabel,
    maak_regel,
    maak_tekst,
)
from kwaliteit.weergave.woorden import als_tekst, groepsnaam, in_woorden, zonder_aanhaling

VERWIJZINGEN = {
    Uitgave.VERSLAG: "Het hele verslag (webpagina)",
    Uitgave.KORT: "Het verslag in gewone taal, op één bladzijde (webpagina)",
    Uitgave.VERANTWOORDING: "De verantwoording voor zorgkantoor en inspectie (webpagina)",
}
BESTANDEN = (
    ("indicatoren.html", "Wat elk cijfer betekent (webpagina)"),
    ("gegevens/indicatoren.csv", "Alle cijfers als bestand (CSV)"),
)


_Figuurblok = Verdelingsfiguur | Trendfiguur | Spiegelfiguur | Dekkingsmatrix
_Tabelblok = Responstabel | Cijfertabel | Normtabel


@onthoud_per_verslag
def maak_plat(verslag: Verslag) -> tuple[Platdeel, ...]:
    """Geef heel het verslag als platte delen, in leesvolgorde; de titel is de enige kop van niveau 1."""
    return (
        *_schrijf_begin(verslag),
        *(deel for sectie in verslag.secties for deel in _schrijf_sectie(sectie, 2)),
        *_schrijf_slot(verslag),
    )


def _schrijf_begin(verslag: Verslag) -> Iterator[Platdeel]:
    yield Kop(niveau=1, regel=_zin(verslag.titel))
    if verslag.concept:
        yield Tekst(regel=_zin(_vet("Concept."), " Dit verslag is nog niet vastgesteld."), toon="let_op")
    if verslag.organisatie.verzonnen:
        yield Tekst(regel=_zin(_vet("Voorbeeld."), " Deze organisatie en alle cijfers zijn verzonnen."), toon="let_op")
    yield from _alinea(verslag.organisatie.naam)
    yield from _alinea(verslag.inleiding, toon="lead")
    if verslag.vastgesteld_op and not verslag.concept:
        yield from _alinea(f"Vastgesteld op {schrijf_datum(verslag.vastgesteld_op)}", toon="stil")


def _schrijf_sectie(sectie: Sectie, niveau: int) -> Iterator[Platdeel]:
    yield Kop(niveau=niveau, regel=_zin(sectie.titel), anker=sectie.anker)
    dieper = min(niveau + 1, DIEPSTE_KOP)
    for blok in sectie.blokken:
        yield from _schrijf_blok(blok, dieper)
    for kind in sectie.secties:
        yield from _schrijf_sectie(kind, dieper)


def _schrijf_slot(verslag: Verslag) -> Iterator[Platdeel]:
    """Waar de rest staat, van wie dit is en waarmee het is gemaakt."""
    organisatie, herkomst = verslag.organisatie, verslag.herkomst
    doelen = [(f"{uitgave}.html", tekst) for uitgave, tekst in VERWIJZINGEN.items() if uitgave is not verslag.uitgave]
    yield Streep()
    yield Tekst(regel=_zin("Bij dit verslag horen ook:"), toon="stil")
    yield _opsomming(_zin(Stukje(tekst=tekst, doel=doel)) for doel, tekst in (*doelen, *BESTANDEN))
    yield Tekst(regel=_met_puntjes(organisatie.naam, organisatie.website, organisatie.contact), toon="stil")
    yield Tekst(
        regel=_met_puntjes(
            f"Programma kwaliteit {herkomst.programma}",
            f"kader {herkomst.kader}, versie {herkomst.kaderversie}",
            f"controlegetal {herkomst.controlegetal}",
        ),
        toon="stil",
    )


def _schrijf_blok(blok: Blok, niveau: int) -> Iterable[Platdeel]:  # noqa: PLR0911  een regel per soort blok
    match blok:
        case Alinea():
            return _schrijf_alinea(blok)
        case Opsomming():
            return (_opsomming(_schrijf_punten(blok)),)
        case Mensentekst():
            return mensentekst.als_delen(blok.delen, niveau)
        case Kernboodschappen():
            return (_opsomming(map(_schrijf_kern, blok.boodschappen)),)
        case Citaten():
            return _schrijf_citaten(blok)
        case Terugblik():
            return _schrijf_terugblik(blok)
        case Vooruitblik():
            return (_maak_lijst(map(_schrijf_belofte, blok.regels), begin=1),)
        case Responstabel() | Cijfertabel() | Normtabel():
            return _schrijf_tabelblok(blok)
        case Verdelingsfiguur() | Trendfiguur() | Spiegelfiguur() | Dekkingsmatrix():
            return _schrijf_figuur(blok)


def _schrijf_punten(blok: Opsomming) -> Iterator[Regel]:
    ankers = blok.ankers or ("",) * len(blok.punten)
    for (woord, delen), anker in zip(blok.punten, ankers, strict=True):
        doel = _naar_anker(anker, None) if anker else ""
        yield _zin(Stukje(tekst=woord, vet=True, doel=doel), f" {als_tekst(delen)}")


def _schrijf_alinea(blok: Alinea) -> Iterator[Tekst]:
    tekst = als_tekst(blok.delen)
    regel = _met_vet_begin("Let op." if blok.toon == "let_op" else "", tekst)
    if maak_tekst(tekst):
        yield Tekst(regel=regel, toon=blok.toon)


def _schrijf_kern(kern: Kernboodschap) -> Regel:
    delen = [kern.boodschap]
    if kern.cijfer is not None:
        komma = "," if kern.bij_cijfer[:1].isupper() else ""
        delen.append(f"Het cijfer: {in_woorden(kern.cijfer)}{komma} {kern.bij_cijfer}")
    delen += filter(None, (kern.verschil, kern.voorbehoud))
    naam = Stukje(tekst=f"{kern.pijlernaam}.", vet=True, doel=_naar_anker(kern.anker, kern.uitgave))
    return _zin(naam, f" {' '.join(filter(None, delen))}")


def _schrijf_citaten(blok: Citaten) -> Iterator[Platdeel]:
    for citaat in blok.citaten:
        tekst = f"“{zonder_aanhaling(citaat.tekst)}”"
        yield Aanhaling(delen=(Tekst(regel=_zin(tekst)),), bron=maak_tekst(citaat.rol))


# ---- acties ----


def _schrijf_terugblik(blok: Terugblik) -> Iterator[Platdeel]:
    if blok.kop is None:
        yield Tekst(regel=_zin(_vet(blok.samenvatting)))
    else:
        yield Tekst(regel=_figuurtitel(blok.kop))
        yield from _schrijf_beeld(blok, blok.kop)
    if blok.regels:
        yield _maak_lijst(map(_schrijf_stand, blok.regels))
    if blok.kop is not None:
        yield from _schrijf_voet(blok.kop)


def _schrijf_stand(regel: Actieregel) -> tuple[Platdeel, ...]:
    bij = [_regel_met("Waarom", regel.waarom)]
    if regel.gelukt_als or regel.uitkomst:
        uitkomst = als_tekst(regel.uitkomst)
        bij.append(_zin("Gelukt als: ", als_tekst(regel.gelukt_als), " ", _vet(uitkomst)))
    kop = _zin(_vet(regel.actie.wat), f" ({noem_stand(regel.status)}) {regel.toelichting}")
    return (Tekst(regel=kop), *_bijregels(bij))


def _schrijf_belofte(regel: Actieregel) -> tuple[Platdeel, ...]:
    wie = _zin(f"Wie: {regel.actie.wie}. Klaar op {schrijf_datum(regel.actie.klaar_op)}.")
    bij = (_regel_met("Waarom", regel.waarom), wie, _regel_met("Gelukt als", regel.gelukt_als))
    return (Tekst(regel=_zin(_vet(regel.actie.wat))), *_bijregels(bij))


def _regel_met(woord: str, delen: Sequence[Deel]) -> Regel:
    return _zin(f"{woord}: {als_tekst(delen)}") if delen else ()


def _bijregels(regels: Iterable[Regel]) -> Iterator[Lijst]:
    if gevuld := [regel for regel in regels if regel]:
        yield _opsomming(gevuld)


# ---- figuren en tabellen ----


def _schrijf_figuur(blok: _Figuurblok) -> Iterator[Platdeel]:
    yield Tekst(regel=_figuurtitel(blok.kop))
    yield from _schrijf_beeld(blok, blok.kop)
    if isinstance(blok, Trendfiguur) and not tabellen.heeft_eigen_tabel(blok):
        wat = "Cijfers en marges" if trend.heeft_marges(blok.punten) else "Cijfers"
        doel = f"#{tabellen.anker_elders(blok)}"
        yield Tekst(regel=_zin(f"{wat} staan in ", Stukje(tekst=blok.tabel_naam, doel=doel), "."))
    else:
        yield from _schrijf_tabel(blok, tabellen.bijschrift_van(blok), anker=f"{blok.kop.anker}-tabel")
    vraagteksten = _schrijf_vraagteksten(blok) if isinstance(blok, Spiegelfiguur) else ()
    yield from _schrijf_voet(blok.kop, vraagteksten)


def _schrijf_beeld(blok: _Figuurblok | Terugblik, kop: Figuurkop) -> Iterator[Beeld]:
    if heeft_beeld(blok):
        yield Beeld(naam=kop.anker, alt=maak_tekst(_beschrijf(blok)))


def _beschrijf(blok: _Figuurblok | Terugblik) -> str:
    """De alternatieve tekst; die van de standen en de dekking hebben geen plaats op de rijke pagina."""
    match blok:
        case Terugblik():
            tellingen = Counter(noem_stand(regel.status) for regel in blok.regels)
            standen = ", ".join(f"{aantal} {stand}" for stand, aantal in tellingen.items())
            return f"Lijst met tekens, een rij per belofte. De standen: {standen}. Zij staan ook in de lijst hieronder."
        case Dekkingsmatrix():
            return f"Raster met tekens: {len(blok.rijen)} pijlers en {len(blok.bronnen)} bronnen. {SLOT}"
        case _:
            return alternatief(blok)


def _schrijf_tabelblok(blok: _Tabelblok) -> Iterator[Platdeel]:
    kop = blok.kop
    bijschrift = f"Tabel {kop.nummer}. {als_tekst(kop.boodschap).rstrip('.')}. {kop.ondertitel}"
    yield from _schrijf_tabel(blok, bijschrift, anker=kop.anker)
    uitleg = blok.uitleg if isinstance(blok, Cijfertabel) else ()
    yield from _schrijf_voet(kop, (deel for delen in uitleg for deel in _alinea(als_tekst(delen), toon="stil")))


def _schrijf_tabel(blok: tabellen.Tabelblok, bijschrift: str, *, anker: str) -> tuple[Plattabel, ...]:
    tabel = tabellen.tabel_van(blok)
    plat = Plattabel(
        bijschrift=maak_tekst(bijschrift),
        koppen=tuple(maak_tekst(kop) for kop in tabel.koppen),
        rijen=tuple(tuple(_maak_cel(cel) for cel in rij) for rij in tabel.rijen),
        getallen=tabel.getallen,
        slot_is_tekst=tabel.slot_is_tekst,
        anker=anker,
    )
    return knip_tabel(plat, [Platcel(regel=_zin(rij[0].tekst)) for rij in tabel.rijen])


def _maak_cel(cel: tabellen.Cel) -> Platcel:
    if not cel.bewijs:
        return Platcel(regel=_zin(tabellen.lange_tekst(cel)), is_woorden=cel.is_woorden)
    delen: list[str | Stukje] = []
    for bewijs in cel.bewijs:
        naam = Stukje(tekst=bewijs.tekst, doel=_naar_anker(bewijs.anker, bewijs.uitgave))
        delen += ["; " if delen else "", naam if bewijs.anker else bewijs.tekst, bewijs.rest]
    return Platcel(regel=_zin(*delen), is_woorden=cel.is_woorden)


def _schrijf_vraagteksten(blok: Spiegelfiguur) -> Iterator[Platdeel]:
    for rij in blok.rijen:
        if rij.vraagteksten:
            yield Tekst(regel=_zin(f"Zo luidde de vraag over “{rij.onderwerp}”:"))
            yield _opsomming(_zin(f"{groepsnaam(groep)}: {tekst}") for groep, tekst in rij.vraagteksten)


def _schrijf_voet(kop: Figuurkop, uitleg: Iterable[Platdeel] = ()) -> Iterator[Platdeel]:
    for noot in kop.noten:
        yield from _alinea(als_tekst(noot), toon="stil")
    yield from uitleg
    if kop.bron:
        yield from _alinea(f"Bron: {kop.bron.rstrip('.')}.", toon="stil")


def _figuurtitel(kop: Figuurkop) -> Regel:
    return _zin(_vet(f"Figuur {kop.nummer}. {als_tekst(kop.boodschap)}"), f" {kop.ondertitel}")


# ---- bouwstenen ----


def _zin(*delen: str | Stukje) -> Regel:
    stukjes = (
        stukje
        for deel in delen
        for stukje in (
            (deel,)
            if isinstance(deel, Stukje)
            else (Stukje(tekst=stuk, doel=doel) for stuk, doel in knip_op_adressen(deel))
        )
    )
    return maak_regel(*stukjes, op_een_regel=True)


def _vet(tekst: str) -> Stukje:
    return Stukje(tekst=tekst, vet=True)


def _met_vet_begin(woord: str, tekst: str) -> Regel:
    return _zin(_vet(woord), f" {tekst}")


def _alinea(tekst: str, *, toon: Toon = "gewoon") -> Iterator[Tekst]:
    if regel := _zin(tekst):
        yield Tekst(regel=regel, toon=toon)


def _opsomming(regels: Iterable[Regel]) -> Lijst:
    return Lijst(punten=tuple((Tekst(regel=regel),) for regel in regels))


def _maak_lijst(punten: Iterable[tuple[Platdeel, ...]], begin: int | None = None) -> Lijst:
    return Lijst(punten=tuple(punten), begin=begin)


def _naar_anker(anker: str, uitgave: Uitgave | None) -> str:
    """Een doel in dit verslag, of op de pagina van een andere uitgave."""
    return f"#{anker}" if uitgave is None else f"{uitgave}.html#kv-{anker}"


def _met_puntjes(*delen: str) -> Regel:
    return _zin(" · ".join(filter(None, delen)))
