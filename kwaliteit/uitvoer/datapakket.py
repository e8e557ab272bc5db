"""`datapackage.json`: beschrijft de CSV's naast zich, uit dezelfde afspraken waarmee ze geschreven zijn."""

import json
from collections.abc import Sequence

from kwaliteit.begrippen.herkomst import Herkomst
from kwaliteit.begrippen.tabel import Kolom, Kolomsoort, Tabelvorm
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.werkmap import Organisatie

_VELDTYPE = {
    Kolomsoort.TEKST: "string",
    Kolomsoort.GEHEEL: "integer",
    Kolomsoort.GETAL: "number",
    Kolomsoort.DATUM: "date",
}


def als_json(inhoud: object) -> bytes:
    """JSON met vaste opmaak: zelfde inhoud, zelfde bytes."""
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode(errors="backslashreplace")


def maak_datapakket(
    naam: str,
    titel: str,
    organisatie: Organisatie,
    vormen: Sequence[Tabelvorm],
    herkomst: Herkomst,
    *,
    nederlands: bool,
) -> Uitvoerbestand:
    """Beschrijf de tabellen als Tabular Data Package; de bestanden heten `<vorm.naam>.csv` in dezelfde map."""
    return Uitvoerbestand(
        pad="datapackage.json",
        inhoud=als_json(
            {
                "profile": "tabular-data-package",
                "name": naam,
                "title": titel,
                "organisatie": {"naam": organisatie.naam, "kvk_nummer": organisatie.kvk, "agb_code": organisatie.agb},
                "bron": f"kwaliteit {herkomst.programma}",
                "kader": herkomst.kader,
                "kader_versie": herkomst.kaderversie,
                "controlegetal": herkomst.controlegetal,
                "resources": [_tabel(vorm, nederlands=nederlands) for vorm in vormen],
            }
        ),
    )


def _tabel(vorm: Tabelvorm, *, nederlands: bool) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": vorm.naam,
        "path": f"{vorm.naam}.csv",
        "title": vorm.titel,
        "description": vorm.korrel,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";" if nederlands else ",", "lineTerminator": "\n"},
        "schema": {
            "fields": [_veld(kolom, nederlands=nederlands) for kolom in vorm.kolommen],
            "primaryKey": list(vorm.sleutel),
            "missingValues": [""],
        },
    }


def _veld(kolom: Kolom, *, nederlands: bool) -> dict[str, object]:
    veld: dict[str, object] = {"name": kolom.naam, "type": _VELDTYPE[kolom.soort], "description": kolom.omschrijving}
    if kolom.eenheid:
        veld["unit"] = kolom.eenheid
    if nederlands and kolom.soort is Kolomsoort.GETAL:
        veld["decimalChar"] = ","
    return veld
