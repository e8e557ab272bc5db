"""De interne bestanden voor analisten: onbeschermd, nooit online."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from kwaliteit.begrippen.antwoord import Antwoordblad, Antwoordkolom, Leesresultaat
from kwaliteit.begrippen.bevinding import Bevinding
from kwaliteit.begrippen.doelgroep import Reden
from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.indicator import (
    Betrouwbaarheid,
    Cijfer,
    Indicatoren,
    Kengetalmeting,
    Maat,
    Meting,
    Responsmeting,
)
from kwaliteit.begrippen.onderdeel import Boom
from kwaliteit.begrippen.openbaar import Beveiligd, Verborgen
from kwaliteit.begrippen.tabel import Tabel, Tabelvorm
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.vergelijking import Vergeleken, Vergelijking
from kwaliteit.begrippen.vragenlijst import Kengetalsoort
from kwaliteit.begrippen.werkmap import Werkmap
from kwaliteit.uitvoer.csvtekst import als_csv, getal_als_tekst
from kwaliteit.uitvoer.datapakket import als_json, maak_datapakket
from kwaliteit.uitvoer.gemarkeerd import maak_gemarkeerde_kopieen
from kwaliteit.uitvoer.openbare_bestanden import noem_andere_kant, tabel_per_pijler
from kwaliteit.uitvoer.overzicht import maak_overzicht
from kwaliteit.uitvoer.tabelvormen import (
    BETROUWBAARHEID,
    BEVINDINGEN,
    INTERNE_INDICATOREN,
    INTERNE_RESPONS,
    INTERNE_VERGELIJKINGEN,
    ONDERDRUKKING,
    antwoordenvorm,
)

WAARSCHUWING = """NIET PUBLICEREN

In deze map staan cijfers van kleine groepen en antwoorden per persoon (zonder naam).
Zet deze map niet op een website en stuur haar niet door.
Wat wel openbaar mag, staat in de map 'openbaar' hiernaast.
"""


def maak_interne_bestanden(
    werkmap: Werkmap,
    gelezen: Leesresultaat,
    bevindingen: Sequence[Bevinding],
    indicatoren: Indicatoren,
    beveiligd: Beveiligd,
    vergeleken: Vergeleken,
    herkomst: Herkomst,
) -> tuple[Uitvoerbestand, ...]:
    """Maak alles voor `intern/`. Met `csv: nl` in de werkmap: puntkomma, decimale komma en BOM."""
    nederlands = werkmap.nederlandse_csv
    bevindingentabel = Tabel.uit_rijen(BEVINDINGEN, (_bevinding(bevinding) for bevinding in bevindingen))
    cijfers = _indicatoren(indicatoren)
    respons = Tabel.uit_rijen(INTERNE_RESPONS, (_respons(meting, indicatoren.boom) for meting in indicatoren.respons))
    tabellen = (
        bevindingentabel,
        cijfers,
        respons,
        _antwoorden(
            [blad for blad in gelezen.bladen if blad.bron.jaar == indicatoren.jaar], "," if nederlands else "."
        ),
        tabel_per_pijler(beveiligd.openbaar, vergeleken.openbaar),
        Tabel.uit_rijen(INTERNE_VERGELIJKINGEN, (_vergelijking(rij, indicatoren.boom) for rij in vergeleken.intern)),
        Tabel.uit_rijen(BETROUWBAARHEID, map(_betrouwbaarheid, indicatoren.betrouwbaarheid)),
        Tabel.uit_rijen(ONDERDRUKKING, (_verborgen(regel, indicatoren.boom) for regel in beveiligd.verborgen)),
    )
    vormen: list[Tabelvorm] = [tabel.vorm for tabel in tabellen]
    return (
        Uitvoerbestand(pad="NIET-PUBLICEREN.txt", inhoud=WAARSCHUWING.encode()),
        *(
            Uitvoerbestand(pad=f"{tabel.vorm.naam}.csv", inhoud=als_csv(tabel, nederlands=nederlands))
            for tabel in tabellen
        ),
        maak_overzicht((bevindingentabel, _hoofdcijfers(cijfers, indicatoren.jaar), respons)),
        *maak_gemarkeerde_kopieen(gelezen, bevindingen),
        Uitvoerbestand(pad="herkomst.json", inhoud=als_json(_herkomst(herkomst))),
        maak_datapakket(
            f"kwaliteitsverslag-{indicatoren.jaar}-intern",
            f"Kwaliteitsverslag {indicatoren.jaar}: interne tabellen (niet publiceren)",
            werkmap.organisatie,
            vormen,
            herkomst,
            nederlands=nederlands,
        ),
    )


def _antwoorden(bladen: Sequence[Antwoordblad], decimaal: str) -> Tabel:
    """Eén rij per respondent; een vraag die een groep niet kreeg heet daar `niet gevraagd`."""
    vragen = {id_: kolom.vraag for blad in bladen for id_, kolom in blad.kolommen.items()}
    vorm = antwoordenvorm(vragen.values())
    if not bladen:
        return Tabel.uit_rijen(vorm, ())
    frames = [_antwoorden_van(blad, vorm, decimaal) for blad in bladen]
    return Tabel(vorm=vorm, frame=frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True))


def _antwoorden_van(blad: Antwoordblad, vorm: Tabelvorm, decimaal: str) -> pd.DataFrame:
    locaties = np.array([*blad.locaties, ""], dtype=object)
    vast: dict[str, object] = {
        "jaar": blad.bron.jaar,
        "doelgroep": str(blad.bron.doelgroep),
        "bestand": blad.bron.bestand,
        "rij": blad.rijen,
        "locatie": locaties[blad.locatie],
    }
    per_vraag = {
        kolom.naam: _codes(blad.kolommen[kolom.naam], decimaal) if kolom.naam in blad.kolommen else "niet gevraagd"
        for kolom in vorm.kolommen[len(vast) :]
    }
    return pd.DataFrame(vast | per_vraag, index=range(blad.aantal)).astype(
        {kolom.naam: kolom.soort.dtype for kolom in vorm.kolommen}
    )


def _codes(kolom: Antwoordkolom, decimaal: str = ".") -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    redenen = [reden.woord for reden in sorted(Reden)]
    if kolom.gekozen is not None:
        # Wie hetzelfde koos, deelt een tekst: zo is er geen lus per antwoord.
        keuzes, welke = np.unique(kolom.gekozen, axis=0, return_inverse=True)
        codes = np.array(kolom.vraag.schaal.codes)
        teksten = np.array([";".join(map(str, codes[keuze])) for keuze in keuzes], dtype=object)
        return np.where(kolom.plaats >= 0, teksten[welke.ravel()], np.array(["", *redenen], dtype=object)[kolom.plaats])
    if kolom.getal is None:
        woorden = np.array([*map(str, kolom.vraag.schaal.codes), *redenen], dtype=object)
        return np.asarray(woorden[kolom.plaats])
    teksten = np.array([getal_als_tekst(getal).replace(".", decimaal) for getal in kolom.getal.tolist()], dtype=object)
    woorden = np.array(["", *redenen], dtype=object)
    return np.where(kolom.plaats >= 0, teksten, woorden[kolom.plaats])


def _indicatoren(indicatoren: Indicatoren) -> Tabel:
    rijen = [_meting(meting, cijfer, indicatoren.boom) for meting in indicatoren.metingen for cijfer in meting.cijfers]
    rijen += [_kengetal(meting, indicatoren.boom) for meting in indicatoren.kengetallen]
    return Tabel.uit_rijen(INTERNE_INDICATOREN, rijen)


def _hoofdcijfers(cijfers: Tabel, jaar: int) -> Tabel:
    """Voor het overzicht: alleen dit jaar, zonder verdelingen; een blad dat iemand kan overzien."""
    frame = cijfers.frame
    return Tabel(vorm=cijfers.vorm, frame=frame[(frame["jaar"] == jaar) & (frame["maat"] != str(Maat.VERDELING))])


def _meting(meting: Meting, cijfer: Cijfer, boom: Boom) -> tuple[object, ...]:
    gevraagd = meting.gevraagd
    marge = cijfer.interval
    weging = meting.weging if cijfer.maat is Maat.GUNSTIG else None
    return (
        gevraagd.jaar,
        gevraagd.vraag.id,
        gevraagd.pijler,
        " ".join(gevraagd.normen),
        str(gevraagd.doelgroep),
        *_plaats(boom, meting.onderdeel),
        str(cijfer.maat),
        cijfer.categorie,
        cijfer.maat.eenheid,
        cijfer.waarde,
        cijfer.teller,
        cijfer.noemer,
        marge.laag if marge else None,
        marge.hoog if marge else None,
        str(marge.methode) if marge else "",
        meting.populatie,
        meting.aantal_nvt,
        meting.aantal_weet_niet,
        gevraagd.reeks,
        "ja" if gevraagd.breekt else "nee",
        "",
        weging.waarde if weging else None,
        weging.effectief if weging else None,
    )


def _kengetal(meting: Kengetalmeting, boom: Boom) -> tuple[object, ...]:
    eenheid = {
        Kengetalsoort.VERHOUDING: "fractie",
        Kengetalsoort.AANTAL: "aantal",
        Kengetalsoort.PER_1000: "per 1.000",
    }[meting.kengetal.soort]
    return (
        meting.jaar,
        meting.kengetal.id,
        meting.pijler,
        " ".join(meting.kengetal.normen),
        "",
        *_plaats(boom, meting.onderdeel),
        str(Maat.VERHOUDING),
        "",
        eenheid,
        meting.waarde,
        meting.teller,
        meting.noemer,
        None,
        None,
        "",
        None,
        None,
        None,
        "",
        "nee",
        meting.toelichting,
        None,
        None,
    )


def _plaats(boom: Boom, onderdeel_id: str) -> tuple[str, str]:
    onderdeel = boom.per_id[onderdeel_id]
    return onderdeel.naam, str(onderdeel.niveau)


def _respons(meting: Responsmeting, boom: Boom) -> tuple[object, ...]:
    return (
        meting.jaar,
        str(meting.doelgroep),
        *_plaats(boom, meting.onderdeel),
        meting.deelnemers,
        meting.volledig,
        meting.uitgenodigd,
        meting.populatie,
    )


def _vergelijking(vergelijking: Vergelijking, boom: Boom) -> tuple[object, ...]:
    oordeel = vergelijking.oordeel
    return (
        oordeel.een.jaar,
        str(oordeel.soort),
        oordeel.indicator,
        str(oordeel.maat),
        str(oordeel.een.doelgroep),
        boom.per_id[oordeel.een.onderdeel].naam,
        noem_andere_kant(oordeel),
        oordeel.maat.eenheid,
        vergelijking.verschil,
        vergelijking.laag,
        vergelijking.hoog,
        vergelijking.p,
        vergelijking.q,
        str(vergelijking.methode or ""),
        vergelijking.n_een,
        vergelijking.n_ander,
        str(oordeel.label),
        oordeel.tekst,
    )


def _betrouwbaarheid(rij: Betrouwbaarheid) -> tuple[object, ...]:
    return rij.jaar, str(rij.doelgroep), rij.schaalscore, rij.vragen, rij.n, rij.alfa


def _bevinding(bevinding: Bevinding) -> tuple[object, ...]:
    return (
        bevinding.soort.code,
        str(bevinding.ernst),
        bevinding.bestand,
        bevinding.blad,
        bevinding.cel,
        bevinding.vraag,
        bevinding.wat,
        bevinding.verwacht,
        bevinding.doe_dit,
    )


def _verborgen(regel: Verborgen, boom: Boom) -> tuple[object, ...]:
    return (
        regel.jaar,
        regel.indicator,
        regel.maat,
        str(regel.doelgroep or ""),
        boom.per_id[regel.onderdeel].naam,
        regel.regel,
        regel.reden,
    )


def _herkomst(herkomst: Herkomst) -> dict[str, object]:
    return {
        "programma": {"naam": "kwaliteit", "versie": herkomst.programma},
        "kader": {"id": herkomst.kader, "versie": herkomst.kaderversie},
        "drempel": herkomst.drempel,
        "controlegetal": herkomst.controlegetal,
        "invoer": dict(sorted(herkomst.bronnen.items())),
    }
