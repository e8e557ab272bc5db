"""De openbare CSV's: uit dezelfde openbare cijfers en oordelen als de pagina, en uit niets anders."""

from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import Maat
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.openbaar import OpenbaarCijfer, OpenbareIndicatoren, Pijlertelling
from kwaliteit.begrippen.tabel import Tabel
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.vergelijking import Oordeel, Oordelen, Vergelijkingsoort
from kwaliteit.begrippen.werkmap import Organisatie
from kwaliteit.uitvoer.csvtekst import als_csv
from kwaliteit.uitvoer.datapakket import maak_datapakket
from kwaliteit.uitvoer.tabelvormen import (
    OPENBARE_INDICATOREN,
    OPENBARE_RESPONS,
    OPENBARE_VERGELIJKINGEN,
    PER_PIJLER,
)


def maak_openbare_bestanden(
    openbaar: OpenbareIndicatoren, oordelen: Oordelen, organisatie: Organisatie, herkomst: Herkomst
) -> tuple[Uitvoerbestand, ...]:
    """Maak `gegevens/*.csv` en de beschrijving ervan. Openbaar is altijd komma en punt, voor machines."""
    tabellen = (
        Tabel.uit_rijen(
            OPENBARE_INDICATOREN, (_indicator(cijfer) for cijfer in openbaar.cijfers if cijfer.maat is not Maat.RESPONS)
        ),
        tabel_per_pijler(openbaar, oordelen),
        Tabel.uit_rijen(
            OPENBARE_RESPONS, (_respons(cijfer) for cijfer in openbaar.cijfers if cijfer.maat is Maat.RESPONS)
        ),
        Tabel.uit_rijen(OPENBARE_VERGELIJKINGEN, (_oordeel(oordeel, openbaar.boom) for oordeel in oordelen.oordelen)),
    )
    pakket = maak_datapakket(
        f"kwaliteitsverslag-{openbaar.jaar}",
        f"Kwaliteitsverslag {openbaar.jaar}: de cijfers",
        organisatie,
        [tabel.vorm for tabel in tabellen],
        herkomst,
        nederlands=False,
    )
    csvs = (Uitvoerbestand(pad=f"{tabel.vorm.naam}.csv", inhoud=als_csv(tabel)) for tabel in tabellen)
    return tuple(Uitvoerbestand(pad=f"gegevens/{bestand.pad}", inhoud=bestand.inhoud) for bestand in (*csvs, pakket))


def tabel_per_pijler(openbaar: OpenbareIndicatoren, oordelen: Oordelen) -> Tabel:
    """`indicatoren_per_pijler`: intern en openbaar dezelfde, want uit openbare cijfers gemaakt."""
    return Tabel.uit_rijen(PER_PIJLER, (_pijlertelling(telling, oordelen) for telling in openbaar.per_pijler))


def noem_andere_kant(oordeel: Oordeel) -> str:
    """Waarmee vergeleken is: een jaar, een groep, of de rest van de organisatie."""
    if oordeel.soort is Vergelijkingsoort.JAAR:
        return str(oordeel.ander.jaar)
    return str(oordeel.ander.doelgroep) if oordeel.soort is Vergelijkingsoort.GROEP else "de rest"


def _oordeel(oordeel: Oordeel, boom: Boom) -> tuple[object, ...]:
    return (
        oordeel.een.jaar,
        str(oordeel.soort),
        oordeel.indicator,
        str(oordeel.een.doelgroep),
        boom.per_id[oordeel.een.onderdeel].naam,
        noem_andere_kant(oordeel),
        oordeel.tekst,
        str(oordeel.label),
        oordeel.punten,
    )


def _indicator(cijfer: OpenbaarCijfer) -> tuple[object, ...]:
    return (
        cijfer.jaar,
        cijfer.indicator,
        cijfer.pijler,
        " ".join(cijfer.normen),
        str(cijfer.doelgroep or ""),
        cijfer.onderdeelnaam,
        str(cijfer.niveau),
        str(cijfer.maat),
        cijfer.categorie,
        cijfer.eenheid,
        cijfer.waarde,
        cijfer.teller,
        cijfer.noemer,
        cijfer.ondergrens,
        cijfer.bovengrens,
        cijfer.uitgenodigd,
        cijfer.reeks,
        "ja" if cijfer.reeksbreuk else "nee",
        str(cijfer.status),
        cijfer.toelichting,
        str(cijfer.methode or ""),
    )


def _respons(cijfer: OpenbaarCijfer) -> tuple[object, ...]:
    return (
        cijfer.jaar,
        str(cijfer.doelgroep or ""),
        cijfer.onderdeelnaam,
        str(cijfer.niveau),
        cijfer.teller,
        cijfer.noemer,
        cijfer.waarde,
        str(cijfer.status),
        cijfer.toelichting,
    )


def _pijlertelling(telling: Pijlertelling, oordelen: Oordelen) -> tuple[object, ...]:
    sleutel = (telling.jaar, telling.pijler, telling.doelgroep)
    return (
        telling.jaar,
        telling.pijler,
        str(telling.doelgroep),
        telling.gevraagd,
        telling.getoond,
        telling.minstens_75,
        telling.onder_50,
        oordelen.stijgingen.get(sleutel),
        oordelen.dalingen.get(sleutel),
        telling.normen_met_bewijs,
        telling.normen_zonder_bewijs,
    )
