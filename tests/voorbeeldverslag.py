"""Een vol verslag voor de toetsen van `weergave`: alle blokken, alle statussen, twee regio's, lange namen."""

from dataclasses import replace
from datetime import date

from kwaliteit.begrippen.actie import Actie, Actiestatus, Doel
from kwaliteit.begrippen.doelgroep import Doelgroep
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Breuk, Intervalmethode, Maat
from kwaliteit.begrippen.onderdeel import Niveau
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, Status
from kwaliteit.begrippen.verslag import (
    Actieregel,
    Alinea,
    Bewijs,
    Blok,
    Categorie,
    Cijfertabel,
    Citaatregel,
    Citaten,
    Deel,
    Figuurkop,
    Kernboodschap,
    Kernboodschappen,
    Mensentekst,
    Normregel,
    Normtabel,
    Oordeelcel,
    Opsomming,
    Responsrij,
    Responstabel,
    Sectie,
    Spiegelfiguur,
    Spiegelrij,
    Terugblik,
    Trendfiguur,
    Trendpunt,
    Verdelingsfiguur,
    Verdelingsrij,
    Verslag,
    Vooruitblik,
)
from kwaliteit.begrippen.werkmap import Organisatie

CL, NA, PR, ED, SA = Doelgroep
JAAR = 2024

VIJF = (
    Categorie(naam="Helemaal eens", kant="gunstig", sterk=True),
    Categorie(naam="Eens", kant="gunstig", sterk=False),
    Categorie(naam="Niet eens en niet oneens", kant="midden", sterk=False),
    Categorie(naam="Oneens", kant="ongunstig", sterk=False),
    Categorie(naam="Helemaal oneens", kant="ongunstig", sterk=True),
)
DRIE = (
    Categorie(naam="Eens of helemaal eens", kant="gunstig", sterk=False),
    VIJF[2],
    Categorie(naam="Oneens of helemaal oneens", kant="ongunstig", sterk=False),
)


TWEE = (
    Categorie(naam="Eens of helemaal eens", kant="gunstig", sterk=False),
    Categorie(naam="Alle andere antwoorden", kant="midden", sterk=False),
)


OORDELEN = (
    "ongeveer gelijk",
    "duidelijk meer",
    "mogelijk minder, kan toeval zijn",
    "te weinig antwoorden om te vergelijken",
    "niet te vergelijken: de groep is veranderd",
)
_HOOGST = {Maat.GEMIDDELDE: 10.0, Maat.SCORE: 100.0, Maat.NPS: 100.0}


def maak_cijfer(
    status: Status = Status.GETOOND,
    *,
    teller: int | None = None,
    noemer: int | None = None,
    waarde: float | None = None,
    marge: float | None = None,
    toelichting: str = "",
    maat: Maat = Maat.GUNSTIG,
    groep: Doelgroep | None = CL,
    jaar: int = JAAR,
    reeks: str = "r1",
    categorie: str = "",
    categorienaam: str = "",
    eenheid: str = "fractie",
    methode: Intervalmethode | None = None,
) -> OpenbaarCijfer:
    """Een openbaar cijfer; waarde en marge volgen uit teller en noemer als het getoond wordt."""
    if status is Status.GETOOND and waarde is None and teller is not None and noemer:
        waarde = teller / noemer
    heeft_marge = status is Status.GETOOND and marge is not None and waarde is not None
    return OpenbaarCijfer(
        jaar=jaar,
        indicator="X",
        pijler="clienten",
        normen=("C1",),
        doelgroep=groep,
        onderdeel="organisatie",
        onderdeelnaam="Hele organisatie",
        niveau=Niveau.ORGANISATIE,
        maat=maat,
        categorie=categorie,
        categorienaam=categorienaam,
        eenheid=eenheid,
        waarde=waarde,
        teller=teller,
        noemer=noemer,
        ondergrens=max(0.0, (waarde or 0) - (marge or 0)) if heeft_marge else None,
        bovengrens=min(_HOOGST.get(maat, 1.0), (waarde or 0) + (marge or 0)) if heeft_marge else None,
        methode=methode or (Intervalmethode.BLAKER if heeft_marge else None),
        uitgenodigd=None,
        reeks=reeks,
        breuk=Breuk.GEEN,
        status=status,
        toelichting=toelichting,
    )


def deel(teller: int, noemer: int, groep: Doelgroep = CL, jaar: int = JAAR, reeks: str = "r1") -> OpenbaarCijfer:
    """Een getoond percentage met marge."""
    return maak_cijfer(teller=teller, noemer=noemer, marge=0.9 / noemer**0.5, groep=groep, jaar=jaar, reeks=reeks)


def weinig(teller: int, noemer: int, groep: Doelgroep = SA, jaar: int = JAAR) -> OpenbaarCijfer:
    """Een telling bij 10 tot 29 antwoorden."""
    return maak_cijfer(Status.WEINIG, teller=teller, noemer=noemer, groep=groep, jaar=jaar)


BAND_HOOG = maak_cijfer(Status.BAND_HOOG, noemer=62, toelichting="meer dan 90%")
BAND_LAAG = maak_cijfer(Status.BAND_LAAG, noemer=None, toelichting="minder dan 3 van de 14", groep=SA)
TE_WEINIG = maak_cijfer(Status.TE_WEINIG)
NIET_GETOOND = maak_cijfer(Status.NIET_GETOOND)
NIET_GEVRAAGD = maak_cijfer(Status.NIET_GEVRAAGD)
GEEN_INFORMATIE = maak_cijfer(Status.GEEN_INFORMATIE)


def respons(teller: int, noemer: int | None, groep: Doelgroep, jaar: int = JAAR) -> OpenbaarCijfer:
    """Een respons; zonder noemer is het aantal uitgenodigden onbekend."""
    return maak_cijfer(teller=teller, noemer=noemer, maat=Maat.RESPONS, groep=groep, jaar=jaar)


def kop(nummer: int, anker: str, boodschap: tuple[Deel, ...], ondertitel: str, *noten: tuple[Deel, ...]) -> Figuurkop:
    """Een figuurkop met een vaste bron."""
    bron = "Vragenlijst kwaliteit-clienten (versie 0.1), ingevuld van 1 september tot en met 31 oktober 2024"
    return Figuurkop(nummer=nummer, anker=anker, boodschap=boodschap, ondertitel=ondertitel, bron=bron, noten=noten)


def verdelingsrij(vraag: str, tellingen: tuple[int, ...], groep: Doelgroep = CL) -> Verdelingsrij:
    """Een rij met balk; twee, drie of vijf tellingen."""
    noemer = sum(tellingen)
    categorieen = {5: VIJF, 3: DRIE, 2: TWEE}[len(tellingen)]
    gunstig = sum(tellingen[:2]) if len(tellingen) == 5 else tellingen[0]
    return Verdelingsrij(
        vraag="CL01",
        vraagtekst=vraag,
        doelgroep=groep,
        gunstig=deel(gunstig, noemer, groep),
        categorieen=categorieen,
        verdeling=tuple(
            maak_cijfer(teller=aantal, noemer=noemer, maat=Maat.VERDELING, groep=groep, categorienaam=categorie.naam)
            for aantal, categorie in zip(tellingen, categorieen, strict=True)
        ),
    )


def kale_rij(vraag: str, gunstig: OpenbaarCijfer, groep: Doelgroep = CL) -> Verdelingsrij:
    """Een rij zonder balk."""
    return Verdelingsrij(vraag="CL09", vraagtekst=vraag, doelgroep=groep, gunstig=gunstig, categorieen=(), verdeling=())


def _clientenfiguur() -> Verdelingsfiguur:
    return Verdelingsfiguur(
        kop=kop(
            2,
            "figuur-clienten",
            ("Herstel: ", deel(47, 62), " van de cliënten is het eens"),
            "Antwoorden van cliënten op elke vraag, in procenten, 2024",
            ("“Weet ik niet” en “niet van toepassing” tellen niet mee.",),
        ),
        eerdere_jaren=(2022, 2023),
        rijen=tuple(
            replace(
                rij,
                eerder=(
                    "niet gevraagd" if rang % 4 == 3 else deel(30 + rang, 60, jaar=2022),
                    NIET_GETOOND if rang % 4 == 2 else deel(31 + rang, 58, jaar=2023),
                ),
                vergeleken=OORDELEN[rang % len(OORDELEN)],
                noot="2023 niet te vergelijken: de vraag is veranderd" if rang == 1 else "",
            )
            for rang, rij in enumerate(_clientenrijen())
        ),
        vergelijkkop="Vergeleken met 2023",
    )


def _clientenrijen() -> tuple[Verdelingsrij, ...]:
    return (
        verdelingsrij("Mijn begeleider kijkt naar wat ík nodig heb.", (18, 31, 7, 3, 3)),
        verdelingsrij("De begeleiding komt afspraken na.", (43, 19)),
        verdelingsrij("Ik heb samen met mijn begeleider mijn woonzorgplan gemaakt.", (12, 24, 11, 10, 5)),
        verdelingsrij("Ik weet wat er is afgesproken voor als het slechter met mij gaat.", (9, 20, 12, 14, 7)),
        verdelingsrij("Ik bepaal zelf hoe ik aan mijn herstel werk.", (47, 9, 6)),
        verdelingsrij("Ik praat vaak genoeg met mijn begeleider over mijn plan.", (14, 22, 13, 8, 5)),
        kale_rij("Ik kies zelf wie van mijn familie of vrienden meepraat over mijn zorg.", BAND_HOOG),
        kale_rij("Ik weet wie mij waarmee helpt.", weinig(11, 14, CL)),
        kale_rij("De hulp past bij hoe het op dat moment met mij gaat.", TE_WEINIG),
        kale_rij("Ik kan makkelijk iemand bereiken als ik een vraag of klacht heb.", NIET_GETOOND),
    )


def _anderenfiguur(nummer: int, anker: str) -> Verdelingsfiguur:
    return Verdelingsfiguur(
        kop=kop(
            nummer,
            anker,
            ("Herstel: ", deel(55, 61, PR), " van de professionals is het eens"),
            "Antwoorden van naasten, professionals en samenwerkingspartners op elke vraag, in procenten, 2024",
        ),
        rijen=(
            verdelingsrij("De cliënt bepaalt zelf hoe hij of zij aan herstel werkt.", (10, 23, 12, 9, 4), NA),
            verdelingsrij("Onze cliënten bepalen zelf hoe zij aan herstel werken.", (21, 34, 3, 3, 0), PR),
            kale_rij("Ik weet wat er is afgesproken voor als het slechter gaat met een cliënt.", weinig(11, 14), SA),
            kale_rij("Ik weet wie de cliënt waarmee helpt.", BAND_LAAG, SA),
        ),
        ingeklapt=True,
    )


def _trend(nummer: int, anker: str) -> Trendfiguur:
    return Trendfiguur(
        kop=kop(
            nummer,
            anker,
            ("Zelf bepalen: ", deel(47, 62), ", mogelijk meer dan in 2023, kan toeval zijn"),
            "“Ik bepaal zelf hoe ik aan mijn herstel werk.” Antwoorden van cliënten, 2019 tot en met 2024",
            ("Vanaf 2022 niet te vergelijken: de vraag is veranderd.",),
        ),
        vraagtekst="Ik bepaal zelf hoe ik aan mijn herstel werk.",
        doelgroep=CL,
        punten=(
            Trendpunt(jaar=2019, cijfer=deel(22, 51, jaar=2019, reeks="r0"), breuk=False),
            Trendpunt(jaar=2020, cijfer=None, breuk=False),
            Trendpunt(jaar=2021, cijfer=replace(TE_WEINIG, jaar=2021), breuk=False),
            Trendpunt(jaar=2022, cijfer=deel(39, 60, jaar=2022), breuk=True),
            Trendpunt(jaar=2023, cijfer=deel(41, 58, jaar=2023), breuk=False),
            Trendpunt(jaar=2024, cijfer=deel(47, 62), breuk=False),
        ),
        verschil="mogelijk meer dan in 2023, kan toeval zijn",
    )


def _korte_trend(nummer: int, anker: str, bij: Figuurkop) -> Trendfiguur:
    """Een trend waarvan de cijfers in de tabel bij een andere figuur staan."""
    trend = _trend(nummer, anker)
    punten = tuple(
        Trendpunt(
            jaar=jaar, cijfer=deel(30 if jaar == 2022 else 31 if jaar == 2023 else 49, noemer, jaar=jaar), breuk=False
        )
        for jaar, noemer in ((2022, 60), (2023, 58), (2024, 62))
    )
    return replace(trend, punten=punten, tabel_bij=bij.anker, tabel_naam=f"de tabel bij figuur {bij.nummer}")


def _spiegel() -> Spiegelfiguur:
    groepen = (CL, NA, PR, SA)

    def rij(onderwerp: str, verschil: int | None, *cijfers: OpenbaarCijfer | None, vragen: bool = False) -> Spiegelrij:
        return Spiegelrij(
            onderwerp=onderwerp,
            cijfers=tuple(zip(groepen, cijfers, strict=True)),
            verschil=verschil,
            vraagteksten=(
                (CL, "Ik kies zelf wie van mijn familie of vrienden meepraat over mijn zorg."),
                (NA, "Ik doe mee op de manier die de cliënt wil."),
                (PR, "Naasten doen mee op de manier die de cliënt wil."),
            )
            if vragen
            else (),
            oordeel="professionals duidelijk meer dan cliënten" if verschil is not None and verschil > 20 else "",
        )

    return Spiegelfiguur(
        kop=kop(
            30,
            "figuur-spiegel",
            ("Over klachten en zelf bepalen kijken groepen het meest verschillend",),
            "Deel dat het eens of helemaal eens is, per onderwerp en groep, 2024",
            ("Het verschil telt alleen groepen met 30 of meer antwoorden.",),
        ),
        groepen=groepen,
        rijen=(
            rij(
                "Weten wat is afgesproken als het slechter gaat",
                43,
                deel(29, 62),
                deel(30, 58, NA),
                deel(55, 61, PR),
                BAND_HOOG,
            ),
            rij(
                "Makkelijk te bereiken met een vraag of klacht",
                35,
                deel(40, 62),
                deel(33, 58, NA),
                deel(56, 61, PR),
                weinig(11, 14),
            ),
            rij("Zelf bepalen hoe je aan herstel werkt", 33, deel(47, 62), deel(33, 58, NA), deel(55, 61, PR), None),
            rij(
                "Naasten doen mee zoals de cliënt wil",
                5,
                deel(45, 62),
                deel(44, 58, NA),
                deel(47, 61, PR),
                deel(23, 31, SA),
                vragen=True,
            ),
            rij("Weten wie de cliënt waarmee helpt", None, TE_WEINIG, weinig(10, 19, NA), deel(40, 61, PR), BAND_LAAG),
        ),
    )


def _jaartabel(nummer: int, anker: str) -> Cijfertabel:
    return Cijfertabel(
        kop=kop(
            nummer,
            anker,
            ("Alle cijfers van deze pijler over de jaren",),
            "Hele organisatie, per vraag en groep, 2022 tot en met 2024",
        ),
        koppen=("Vraag", "2022", "2023", "2024", "Vergeleken met de vorige keer"),
        rijen=(
            (
                "Cliënten: Ik bepaal zelf hoe ik aan mijn herstel werk.",
                deel(39, 60, jaar=2022),
                deel(41, 58, jaar=2023),
                deel(47, 62),
                "mogelijk meer dan in 2023, kan toeval zijn",
            ),
            ("Cliënten: Ik weet wie mij waarmee helpt.", "niet gevraagd", weinig(9, 21, CL), BAND_HOOG, OORDELEN[3]),
            ("Naasten: Welk cijfer geeft u de zorg?", TE_WEINIG, NIET_GETOOND, cijfer_gemiddelde(), "eerste meting"),
            (
                "Naasten: Kwaliteit van leven: gemiddelde score, van 0 tot 100",
                NIET_GEVRAAGD,
                score(61),
                score(68),
                OORDELEN[0],
            ),
        ),
        ingeklapt=True,
        stapel=True,
        slot_is_tekst=True,
    )


def cijfer_gemiddelde() -> OpenbaarCijfer:
    """Een rapportcijfer met marge."""
    return maak_cijfer(waarde=7.25, noemer=42, marge=0.43, maat=Maat.GEMIDDELDE, eenheid="cijfer", groep=NA)


def score(waarde: float) -> OpenbaarCijfer:
    """Een gemiddelde score van 0 tot 100, waarvan de marge niet openbaar is."""
    return maak_cijfer(waarde=waarde, noemer=42, maat=Maat.SCORE, eenheid="punten", groep=NA)


def _kengetallen() -> Cijfertabel:
    return Cijfertabel(
        kop=kop(
            5,
            "tabel-clienten-kengetallen",
            ("Kengetallen bij deze pijler",),
            "Uit de registratie, hele organisatie, 2023 tot en met 2024",
        ),
        koppen=("Kengetal", "2023", "2024"),
        rijen=(
            ("Cliënten met een woonzorgplan", _kengetal(98, 118), _kengetal(109, 121)),
            ("Meldingen van incidenten per 1.000 cliëntdagen", _per_1000(3.25), _per_1000(2.849)),
            ("Cliënten met een signaleringsplan", TE_WEINIG, BAND_LAAG),
        ),
        stapel=False,
        uitleg=(("Cliënten met een woonzorgplan: cliënten met een plan, gedeeld door cliënten op 31-12.",),),
    )


def _kengetal(teller: int, noemer: int) -> OpenbaarCijfer:
    return maak_cijfer(teller=teller, noemer=noemer, maat=Maat.VERHOUDING, groep=None)


def _per_1000(waarde: float) -> OpenbaarCijfer:
    return maak_cijfer(waarde=waarde, teller=124, noemer=43520, maat=Maat.VERHOUDING, groep=None, eenheid="per 1.000")


def _respons() -> Responstabel:
    return Responstabel(
        kop=kop(
            1,
            "tabel-respons",
            ("Antwoord van cliënten: ", respons(118, 176, CL)),
            "Mensen die antwoord gaven, van alle mensen die zijn gevraagd, per groep, 2024",
            ("Naasten: Minder dan de helft deed mee. Lees dit cijfer voorzichtig.",),
        ),
        jaar=JAAR,
        vorig_jaar=2023,
        rijen=(
            Responsrij(doelgroep=CL, cijfer=respons(118, 176, CL), vorig=respons(102, 168, CL, 2023)),
            Responsrij(doelgroep=NA, cijfer=respons(74, 160, NA), vorig=respons(70, 155, NA, 2023)),
            Responsrij(doelgroep=PR, cijfer=respons(1310, 1680, PR), vorig=respons(131, 168, PR, 2023)),
            Responsrij(doelgroep=ED, cijfer=replace(TE_WEINIG, maat=Maat.RESPONS, doelgroep=ED), vorig=None),
            Responsrij(
                doelgroep=SA,
                cijfer=replace(weinig(14, 31), maat=Maat.RESPONS),
                vorig=respons(34, None, SA, 2023),
            ),
        ),
    )


def _actie(wat: str, wie: str = "Teamleiders wonen") -> Actie:
    return Actie(
        id="zorgkaart",
        wat=wat,
        waarom=("CL04",),
        wie=wie,
        beloofd_in=2023,
        klaar_op=date(2025, 10, 1),
        gelukt_als=Doel(indicator="CL04", doelgroep="clienten", minstens=0.8),
        stand={},
        waar="acties.yaml, regel 1",
    )


def _regel(wat: str, status: Actiestatus | None, toelichting: str, *, vooruit: bool = False) -> Actieregel:
    return Actieregel(
        actie=_actie(wat),
        status=status,
        toelichting=toelichting,
        waarom=(deel(47, 62), " van de cliënten is het eens: “Ik bepaal zelf hoe ik aan mijn herstel werk.”"),
        gelukt_als=("minstens 80% van de cliënten het eens is",),
        uitkomst=() if vooruit else ("het is nu ", deel(47, 62)),
        doel=None,
    )


def _pijler(naam: str, anker: str, nummer: int, extra: tuple[Blok, ...] = ()) -> Sectie:
    figuur = _clientenfiguur()
    figuur = replace(figuur, kop=replace(figuur.kop, nummer=nummer, anker=f"figuur-{anker}"))
    return Sectie(
        titel=naam,
        anker=anker,
        in_inhoud=True,
        blokken=(
            Alinea(
                delen=("Je eigen leven leiden, met hulp die bij je past. Daar gaat deze pijler over.",), toon="lead"
            ),
        ),
        secties=(
            Sectie(
                titel="Terugblik",
                anker=f"{anker}-terugblik",
                blokken=(
                    Mensentekst(
                        delen=(
                            "We wilden dat cliënten **vaker meebeslissen** over hun zorg. Daarom maakten we met de"
                            " cliëntenraad een zorgkaart in gewone taal.\n\n# Wat we leerden\n\nVan de cliënten zegt ",
                            deel(47, 62),
                            " dat dit lukt. Zie ook [de website](https://voorbeeldhuis.example/kwaliteit).\n\n"
                            "- korte gesprekken helpen\n- een vaste dag *niet*\n\n> Het gesprek zelf is de winst.",
                        )
                    ),
                    Terugblik(
                        samenvatting="1 van 6 klaar",
                        regels=(
                            _regel("Elke cliënt heeft een zorgkaart in gewone taal", Actiestatus.KLAAR, "Af in mei."),
                            _regel("Training samen beslissen voor alle teams", Actiestatus.LOOPT, ""),
                            _regel(
                                "Vaste terugkoppeling na elk gesprek",
                                Actiestatus.LATER,
                                "Dit begon pas in november, omdat het nieuwe dossier later klaar was.",
                            ),
                            _regel("Naasten kennen de klachtenregeling", Actiestatus.DEELS, "Twee locaties volgen."),
                            _regel("Een eigen app", Actiestatus.GESTOPT, "Te duur voor wat het opleverde."),
                            _regel("Minder formulieren", Actiestatus.NIET_GELUKT, "Er kwamen er twee bij."),
                            _regel("Werkplek voor iedereen", None, ""),
                        )
                        if nummer == 2
                        else (),
                    ),
                ),
            ),
            Sectie(
                titel="Resultaten",
                anker=f"{anker}-resultaten",
                blokken=(
                    figuur,
                    _anderenfiguur(nummer + 1, f"figuur-{anker}-anderen"),
                    _trend(nummer + 2, f"figuur-{anker}-trend"),
                    _korte_trend(nummer + 3, f"figuur-{anker}-trend-kort", figuur.kop),
                    *extra,
                    _jaartabel(nummer + 4, f"tabel-{anker}-jaren"),
                    Citaten(
                        citaten=(
                            Citaatregel(
                                tekst="Vroeger lag mijn plan al klaar. Nu schrijven we het samen, aan de keukentafel.",
                                rol="Cliënt",
                            ),
                            Citaatregel(
                                tekst="“Er wordt wel geluisterd. Maar daarna hoor ik vaak niet wat ermee is gedaan.”",
                                rol="Naaste",
                            ),
                        )
                    ),
                ),
                secties=(
                    Sectie(
                        titel="Per regio en locatie",
                        anker="",
                        blokken=(_locaties(nummer + 5, f"tabel-{anker}-locaties"),),
                    ),
                ),
            ),
            Sectie(
                titel="Vooruitblik",
                anker=f"{anker}-vooruitblik",
                ingeklapt=True,
                blokken=(
                    Alinea(delen=("Over deze pijler schreef de organisatie dit jaar geen vooruitblik.",), toon="stil"),
                ),
            ),
        ),
    )


def _locaties(nummer: int, anker: str) -> Cijfertabel:
    vraag = "Ik bepaal zelf hoe ik aan mijn herstel werk."
    return Cijfertabel(
        kop=kop(nummer, anker, ("Zelf bepalen, per regio en locatie",), f"“{vraag}” Cliënten, 2024"),
        koppen=("Onderdeel", "Eens"),
        rijen=(
            ("Hele organisatie", deel(47, 62)),
            ("Regio Stad en Ommeland", BAND_HOOG),
            ("Locatie Noord", Oordeelcel(cijfer=deel(24, 31), oordeel="duidelijk meer dan de rest")),
            ("Woonvoorziening Burgemeester van Sonsbeeckstraat", weinig(8, 14, CL)),
            ("Regio Zuidoost-Achterhoek en omstreken", NIET_GETOOND),
            ("Locatie Zuid", TE_WEINIG),
        ),
        stapel=False,
    )


PIJLERS = (
    ("Cliënten", "clienten"),
    ("Naasten", "naasten"),
    ("Professionals", "professionals"),
    ("Samenleving", "samenleving"),
    ("Samenwerken", "samenwerken"),
)


def _kort() -> Sectie:
    cijfers = (deel(47, 62), deel(33, 58, NA), BAND_HOOG, _kengetal(47, 176), weinig(11, 14))
    bij = (
        "van de cliënten is het eens: “Ik bepaal zelf hoe ik aan mijn herstel werk.”",
        "van de naasten is het eens: “Ik kan makkelijk iemand bereiken als ik een vraag heb.”",
        "van de professionals is het eens: “Wij zijn makkelijk te bereiken.”",
        "Cliënten met werk of vrijwilligerswerk",
        "samenwerkingspartners zijn het eens: “De overdracht verloopt goed.”",
    )
    zinnen = (
        "Cliënten voelen zich veilig. Meebeslissen kan beter.",
        "Naasten voelen zich welkom. Ze horen nieuws soms te laat.",
        "Teams zijn trots op hun werk. De werkdruk blijft hoog.",
        "Meer cliënten doen mee in de buurt.",
        "De overdracht met de wijk verloopt rustiger.",
    )
    return Sectie(
        titel="In het kort",
        anker="kort",
        in_inhoud=True,
        blokken=(
            Kernboodschappen(
                boodschappen=tuple(
                    Kernboodschap(
                        pijlernaam=naam,
                        anker=anker,
                        boodschap=zin,
                        cijfer=cijfer,
                        bij_cijfer=bijschrift,
                        verschil="Duidelijk minder dan in 2023." if anker == "professionals" else "",
                        voorbehoud="Minder dan de helft deed mee. Lees dit cijfer voorzichtig."
                        if anker == "naasten"
                        else "",
                    )
                    for (naam, anker), zin, cijfer, bijschrift in zip(PIJLERS, zinnen, cijfers, bij, strict=True)
                )
            ),
            Mensentekst(delen=("Dit jaar ging het vooral over **samen beslissen**. Dat lukt steeds vaker.",)),
        ),
        secties=(
            Sectie(
                titel="Zo is dit verslag te lezen",
                anker="leeswijzer",
                kader=True,
                blokken=(
                    Opsomming(
                        punten=(
                            (
                                "Marge.",
                                (
                                    "Niet iedereen deed mee. Daarom is een percentage nooit precies."
                                    " De lichte balk laat zien waar het echte cijfer waarschijnlijk ligt.",
                                ),
                            ),
                            (
                                "Weinig antwoorden.",
                                ("Bij 10 tot en met 29 antwoorden staan er alleen aantallen, geen percentage.",),
                            ),
                            (
                                "Te weinig antwoorden.",
                                ("Bij minder dan 10 antwoorden staat er geen cijfer.",),
                            ),
                            ("Tabel.", ("Bij elke figuur staan dezelfde cijfers ook in een tabel.",)),
                        )
                    ),
                ),
            ),
        ),
    )


def _verantwoording() -> Sectie:
    regels = tuple(
        Normregel(
            id=f"C{nummer}",
            thema="Zelf bepalen",
            tekst="De cliënt bepaalt zelf hoe hij of zij aan herstel werkt, met hulp die past bij het moment.",
            plaats="Cliënten, zin 3",
            bewijs=(
                (
                    Bewijs(tekst="figuur 2, vraag CL04", anker="figuur-clienten"),
                    Bewijs(tekst="dossiertoets in twee regio's", anker=""),
                )
                if nummer % 3
                else ()
            ),
            stand="met bewijs" if nummer % 3 else "nog geen zicht",
        )
        for nummer in range(1, 34)
    )
    return Sectie(
        titel="Verantwoording",
        anker="verantwoording",
        in_inhoud=True,
        blokken=(
            Alinea(delen=("Dit deel is vooral voor het zorgkantoor en de inspectie.",)),
            Normtabel(
                kop=kop(40, "tabel-normen", ("Per norm: het bewijs en de stand",), "Alle normen van het kader, 2024"),
                eerste_kop="Norm",
                regels=regels,
            ),
        ),
    )


def maak_voorbeeldverslag() -> Verslag:
    """Het volle verslag."""
    pijlers = tuple(
        _pijler(naam, anker, 2 + rang * 6, (_kengetallen(),) if rang == 0 else ())
        for rang, (naam, anker) in enumerate(PIJLERS)
    )
    return Verslag(
        organisatie=Organisatie(
            naam="Stichting Voorbeeldhuis",
            website="https://voorbeeldhuis.example",
            contact="kwaliteit@voorbeeldhuis.example",
            verzonnen=True,
        ),
        jaar=JAAR,
        titel="Kwaliteitsverslag 2024",
        omschrijving="Wat cliënten, naasten, professionals en partners zeggen over 2024, en wat wij in 2025 gaan doen.",
        inleiding=(
            "Wij begeleiden 176 mensen die wonen met zorg na een psychische ziekte. In dit verslag staat wat goed ging,"
            " wat beter moet en wat wij in 2025 gaan doen."
        ),
        concept=True,
        vastgesteld_op=date(2025, 5, 12),
        secties=(
            _kort(),
            Sectie(
                titel="Wie deden mee",
                anker="respons",
                in_inhoud=True,
                blokken=(
                    Alinea(delen=("De organisatie vroeg de mening van cliënten, naasten, professionals en partners.",)),
                    _respons(),
                    Alinea(delen=("Dit jaar vroeg de organisatie ervaringsdeskundigen niets.",), toon="let_op"),
                ),
            ),
            *pijlers,
            Sectie(
                titel="De spiegel: kijken we hetzelfde?",
                anker="spiegel",
                in_inhoud=True,
                blokken=(
                    Alinea(
                        delen=(
                            "Liggen de tekens dicht bij elkaar, dan zien de groepen het ongeveer hetzelfde."
                            " Liggen ze ver uit elkaar, dan is er iets om over te praten.",
                        )
                    ),
                    _spiegel(),
                ),
            ),
            Sectie(
                titel="Vooruitblik",
                anker="vooruitblik",
                in_inhoud=True,
                blokken=(
                    Vooruitblik(
                        regels=(
                            _regel(
                                "Cliënten horen binnen een week wat er met hun vraag is gedaan", None, "", vooruit=True
                            ),
                            _regel("Naasten weten waar zij een klacht kunnen melden", None, "", vooruit=True),
                        )
                    ),
                ),
            ),
            _verantwoording(),
            Sectie(
                titel="Hoe dit verslag is gemaakt",
                anker="methode",
                in_inhoud=True,
                blokken=(Alinea(delen=("De marge is berekend met de methode van Blaker.",)),),
            ),
        ),
        herkomst=Herkomst(
            programma="0.1.0",
            kader="woonzorg-lggz-2024",
            kaderversie="1",
            controlegetal="5f0c91be7a24",
            bronnen={},
        ),
    )
