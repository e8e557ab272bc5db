"""Strikte YAML: wat mensen schrijven wordt precies dat, of een gebrek met de regel en wat te doen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kwaliteit.begrippen.fout import Afsluitcode, Gebrek, WerkmapFout
from kwaliteit.strikte_yaml import GROOTSTE_BESTAND, lees_yaml, lees_yaml_met_plaatsen, lees_yaml_tekst, ontleding
from kwaliteit.strikte_yaml.ontleding import los_op


class Kleur(StrEnum):
    """Een opsomming."""

    ROOD = "rood"
    GROEN = "groen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """Een vorm in een vorm."""

    aantal: int
    kleur: Kleur = Kleur.ROOD
    keuze: Literal["aan", "uit"] = "aan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Een vorm met alles wat de leeskamers gebruiken."""

    naam: str
    jaren: Mapping[int, Blad] = field(default_factory=dict)
    geplant: date | None = None
    tijden: tuple[str, ...] = ()
    norm: str | tuple[str, ...] = ()
    per_kleur: Mapping[Kleur, int | dict[str, int]] = field(default_factory=dict)
    hoogte: float = 0.0
    bloeit: bool = False
    bladeren: tuple[Blad, ...] = ()
    los: Blad | None = None


VRIJ: Any = dict[str, object]


def lees(tekst: str, vorm: Any = Plant) -> Any:
    """Lees een stuk YAML dat goed hoort te zijn."""
    return lees_yaml_tekst(tekst, vorm, naam="plant.yaml")


def gebreken(tekst: str, vorm: Any = Plant) -> list[tuple[str, str, str, str]]:
    """Lees een stuk YAML dat fout hoort te zijn en geef elk gebrek als vier teksten."""
    with pytest.raises(WerkmapFout) as gevangen:
        lees_yaml_tekst(tekst, vorm, naam="plant.yaml")
    return [_in_delen(gebrek) for gebrek in gevangen.value.gebreken]


def _in_delen(gebrek: Gebrek) -> tuple[str, str, str, str]:
    return gebrek.waar, gebrek.wat, gebrek.verwacht, gebrek.doe_dit


def test_een_goed_bestand_wordt_de_vorm_met_de_juiste_soorten() -> None:
    gelezen = lees(
        "naam: no\n"
        "jaren: {2023: {aantal: 1}, 2024: {aantal: 2, kleur: groen, keuze: uit}}\n"
        "geplant: 2024-03-01\n"
        "tijden: [12:30, 0123, '5', yes]\n"
        "norm: C4\n"
        "per_kleur: {rood: 3, groen: {noord: 2}}\n"
        "hoogte: 3\n"
        "bloeit: true\n"
        "bladeren:\n  - {aantal: 7}\n"
        "los: ~\n"
    )
    assert gelezen == Plant(
        naam="no",
        jaren={2023: Blad(aantal=1), 2024: Blad(aantal=2, kleur=Kleur.GROEN, keuze="uit")},
        geplant=date(2024, 3, 1),
        tijden=("12:30", "0123", "5", "yes"),
        norm="C4",
        per_kleur={Kleur.ROOD: 3, Kleur.GROEN: {"noord": 2}},
        hoogte=3.0,
        bloeit=True,
        bladeren=(Blad(aantal=7),),
    )
    assert lees("naam: x\nnorm: [C5, P1]").norm == ("C5", "P1")


@pytest.mark.parametrize("tekst", ["no", "Ja", "12:30", "0123", "01.5", "0x1F", "1_000", "06290123", ".inf", "1e999"])
def test_wat_in_yaml_1_1_verandert_blijft_hier_tekst(tekst: str) -> None:
    assert los_op(tekst) == tekst


def test_wat_core_kent_wordt_wel_een_waarde() -> None:
    uitkomst = [los_op(tekst) for tekst in ("true", "False", "null", "~", "", "12", "-3", "0.5", "1e3", "2024-01-01")]
    assert uitkomst == [True, False, None, None, None, 12, -3, 0.5, 1000.0, "2024-01-01"]
    assert los_op("9" * 19) == "9" * 19, "te veel cijfers voor een getal: een nummer, dus tekst"


def test_aanhalingstekens_maken_altijd_tekst() -> None:
    assert lees("a: 'true'\nb: \"12\"\nc: |\n  null\n", VRIJ) == {"a": "true", "b": "12", "c": "null\n"}
    assert gebreken("naam: x\nhoogte: '3'") == [
        (
            "plant.yaml, regel 2",
            "'hoogte' is geen getal",
            "een getal",
            "Schrijf een getal met een punt, zonder aanhalingstekens.",
        )
    ]


def test_alle_gebreken_van_een_bestand_komen_samen_op_volgorde_van_regel() -> None:
    gevonden = gebreken(
        "naam: 5\n"
        "naam: nog eens\n"
        "jaren: {twee: {aantal: 1}, 2024: {aantal: true, kleur: roood, keuze: no}}\n"
        "geplant: 2024-02-30\n"
        "tijden: a\n"
        "norm: [1]\n"
        "per_kleur: {rood: a, groen: {noord: x}, blauw: 1}\n"
        "bloeit: ja\n"
        "hoogten: 3\n"
        "bladeren:\n"
        "  - {aantal: 1.5}\n"
        "  - {}\n"
        "los: 3\n"
    )
    assert gevonden == [
        ("plant.yaml, regel 1", "'naam' is geen tekst", "tekst", "Zet de waarde tussen aanhalingstekens."),
        (
            "plant.yaml, regel 2",
            "de sleutel 'naam' staat hier voor de tweede keer; de eerste staat op regel 1",
            "elke sleutel één keer",
            "Haal een van de twee weg.",
        ),
        ("plant.yaml, regel 3", "de sleutel 'twee' is geen geheel getal", "een geheel getal", "Verbeter de sleutel."),
        (
            "plant.yaml, regel 3",
            "'aantal' is geen geheel getal",
            "een geheel getal",
            "Schrijf alleen cijfers, zonder aanhalingstekens.",
        ),
        (
            "plant.yaml, regel 3",
            "onbekende waarde 'roood' bij 'kleur'",
            "een van: rood, groen",
            "Kies een bekende waarde. Bedoelde u 'rood'?",
        ),
        ("plant.yaml, regel 3", "onbekende waarde 'no' bij 'keuze'", "een van: aan, uit", "Kies een bekende waarde."),
        (
            "plant.yaml, regel 4",
            "'geplant' is geen datum",
            "een datum als 2024-12-31",
            "Schrijf de datum als jaar-maand-dag.",
        ),
        (
            "plant.yaml, regel 5",
            "'tijden' is geen lijst",
            "een lijst",
            "Schrijf een lijst: [a, b], of regels die met '- ' beginnen.",
        ),
        ("plant.yaml, regel 6", "'norm', nummer 1 is geen tekst", "tekst", "Zet de waarde tussen aanhalingstekens."),
        (
            "plant.yaml, regel 7",
            "onbekende sleutel 'blauw'",
            "een van: rood, groen",
            "Verbeter de sleutel of haal hem weg.",
        ),
        (
            "plant.yaml, regel 7",
            "'rood' past niet",
            "een geheel getal of een blok met sleutels",
            "Verbeter de waarde.",
        ),
        (
            "plant.yaml, regel 7",
            "'noord' is geen geheel getal",
            "een geheel getal",
            "Schrijf alleen cijfers, zonder aanhalingstekens.",
        ),
        (
            "plant.yaml, regel 8",
            "'bloeit' is geen true of false",
            "true of false",
            "Schrijf true (ja) of false (nee), zonder aanhalingstekens.",
        ),
        (
            "plant.yaml, regel 9",
            "onbekende sleutel 'hoogten'",
            "een van: bladeren, bloeit, geplant, hoogte, jaren, los, naam, norm, per_kleur, tijden",
            "Verbeter de sleutel of haal hem weg. Bedoelde u 'hoogte'?",
        ),
        (
            "plant.yaml, regel 11",
            "'aantal' is geen geheel getal",
            "een geheel getal",
            "Schrijf alleen cijfers, zonder aanhalingstekens.",
        ),
        (
            "plant.yaml, regel 12",
            "bij 'bladeren', nummer 2 ontbreekt de sleutel 'aantal'",
            "'aantal: …'",
            "Voeg deze sleutel toe.",
        ),
        (
            "plant.yaml, regel 13",
            "'los' is geen blok met sleutels",
            "een blok met sleutels: aantal, keuze, kleur",
            "Schrijf 'sleutel: waarde' op ingesprongen regels.",
        ),
    ]


def test_een_onbekende_sleutel_diep_in_een_lijst_noemt_de_sleutels_van_die_plek() -> None:
    assert gebreken("naam: x\nbladeren:\n  - aantal: 1\n    kleurr: rood\n") == [
        (
            "plant.yaml, regel 4",
            "onbekende sleutel 'kleurr'",
            "een van: aantal, keuze, kleur",
            "Verbeter de sleutel of haal hem weg. Bedoelde u 'kleur'?",
        )
    ]


def test_een_lange_waarde_komt_niet_in_de_fouttekst() -> None:
    verhaal = "iemand vertelde hier een heel persoonlijk verhaal"
    (gevonden,) = gebreken(f"naam: x\nlos: {{aantal: 1, kleur: {verhaal}}}")
    assert gevonden[1] == "onbekende waarde bij 'kleur'"
    assert not any(verhaal in deel for deel in gevonden)


def test_een_lege_waarde_heet_leeg() -> None:
    assert gebreken("naam:\nlos: {aantal: 1, kleur: }\nnorm: ~") == [
        ("plant.yaml, regel 1", "'naam' is leeg", "tekst", "Vul de waarde in, of haal de sleutel weg."),
        ("plant.yaml, regel 2", "'kleur' is leeg", "een van: rood, groen", "Vul de waarde in, of haal de sleutel weg."),
        ("plant.yaml, regel 3", "'norm' is leeg", "tekst of een lijst", "Verbeter de waarde."),
    ]


_VOLUIT = ("gewone tekst en getallen", "Schrijf de waarde voluit, of zet haar tussen aanhalingstekens.")
_ALIAS = ("een verwijzing met '*'", *_VOLUIT)
_ANKER = ("een anker met '&'", *_VOLUIT)
_TAG = ("een tag met '!'", *_VOLUIT)
KAPOT: dict[str, Any] = {
    "alias": ("naam: *a", (1, *_ALIAS)),
    "anker": ("naam: &a x", (1, *_ANKER)),
    "zelfverwijzing": ("&a\nnaam: x\nlos: *a", (1, *_ANKER), (3, *_ALIAS)),
    "tag": ("naam: !!str x", (1, *_TAG)),
    "tag-op-sleutel": ("!!str naam: x", (1, *_TAG)),
    "python-object": ('!!python/object/apply:os.system ["x"]', (1, *_TAG)),
    "merge-sleutel": (
        "naam: x\n<<: {hoogte: 1}",
        (2, "een samenvoeging met '<<'", "alles voluit geschreven", "Schrijf de sleutels hier voluit op."),
    ),
    "lijst-als-sleutel": (
        "naam: x\n? [a]\n: 1",
        (2, "een sleutel is geen gewone tekst", "een woord als sleutel", "Schrijf 'sleutel: waarde'."),
    ),
    "twee-documenten": (
        "naam: x\n---\nnaam: y",
        (2, "hier begint een tweede document", "één document in één bestand", "Haal de regel met '---' weg."),
    ),
    "tab": (
        "naam: x\nlos:\n\taantal: 1",
        (3, "een tab in de inspringing", "alleen spaties voor een regel", "Vervang de tab door twee spaties."),
    ),
    "open-haak": (
        "naam: x\ntijden: [a,",
        (
            2,
            "een haak is niet gesloten, of er ontbreekt een komma",
            "een lijst als [a, b] of een blok als {a: 1}",
            "Zet de haak of de komma erbij.",
        ),
    ),
    "open-aanhaling": (
        'naam: "x\nhoogte: 1',
        (
            1,
            "een aanhalingsteken is niet gesloten",
            "een aanhalingsteken aan het begin en aan het eind",
            "Zet het tweede aanhalingsteken erbij.",
        ),
    ),
    "dubbele-punt": (
        "naam: a: b",
        (
            1,
            "een dubbele punt op een plek waar die niet kan",
            "'sleutel: waarde' op een eigen regel",
            "Kijk naar de inspringing, en zet een tekst met een dubbele punt tussen aanhalingstekens.",
        ),
    ),
    "apenstaart": (
        "hoogte: 1\nnaam: @x",
        (
            2,
            "deze regel is niet te lezen",
            "YAML: 'sleutel: waarde' of '- onderdeel', met gelijke inspringing",
            "Kijk naar de inspringing en de leestekens op deze regel en de regel erboven.",
        ),
    ),
    "nul-byte": (
        'hoogte: 1\nnaam: "x\0y"',
        (2, "hier staat een onzichtbaar stuurteken", "gewone tekst", "Haal het teken weg, of typ de regel over."),
    ),
    "diep": (
        "[" * 50_000 + "]" * 50_000,
        (1, "te veel lagen in elkaar", "hoogstens 40 lagen", "Maak het bestand eenvoudiger."),
    ),
    "alleen-lijst": (
        "- a\n- b",
        (
            1,
            "dit bestand is geen blok met sleutels",
            "een blok met sleutels: bladeren, bloeit, geplant, hoogte, jaren, los, naam, norm, per_kleur, tijden",
            "Schrijf 'sleutel: waarde' op ingesprongen regels.",
        ),
    ),
    "bool-als-getal": (
        "naam: x\nlos: {aantal: true}",
        (2, "'aantal' is geen geheel getal", "een geheel getal", "Schrijf alleen cijfers, zonder aanhalingstekens."),
    ),
    "oneindig": (
        "naam: x\nhoogte: .inf",
        (2, "'hoogte' is geen getal", "een getal", "Schrijf een getal met een punt, zonder aanhalingstekens."),
    ),
    "jaar-dubbel-geschreven": (
        "naam: x\njaren:\n  2024: {aantal: 1}\n  02024: {aantal: 1}",
        (
            4,
            "de sleutel '02024' staat hier voor de tweede keer; de eerste staat op regel 3",
            "elke sleutel één keer",
            "Haal een van de twee weg.",
        ),
    ),
}


@pytest.mark.parametrize("naam", KAPOT)
def test_wat_niet_mag_is_een_gebrek_met_zijn_regel_en_hele_tekst(naam: str) -> None:
    tekst, *verwacht = KAPOT[naam]
    gevonden = [gebrek for gebrek in gebreken(tekst) if "ontbreekt de sleutel" not in gebrek[1]]
    assert gevonden == [(f"plant.yaml, regel {regel}", *delen) for regel, *delen in verwacht]


def test_een_alias_bom_is_geweigerd_voordat_hij_groeit() -> None:
    bom = "a: &a [x,x,x]\n" + "".join(
        f"{nieuw}: &{nieuw} [{','.join([f'*{oud}'] * 9)}]\n" for oud, nieuw in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert gebreken(bom, VRIJ)[0][1] == "een anker met '&'"


def test_een_fouttekst_van_de_bibliotheek_komt_nergens_terug() -> None:
    for tekst in ("naam: a: geheim", "geheim", "naam: [geheim", "naam: 'geheim", "%geheim\n---\n", "naam: %geheim"):
        alles = " ".join(" ".join(delen) for delen in gebreken(tekst))
        assert "geheim" not in alles
        assert "mapping" not in alles


def test_een_leeg_stuk_mag_als_de_vorm_dat_toelaat() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Kop:
        boodschap: str = ""

    vorm: Any = tuple[str, ...]
    assert lees("", vorm) == ()
    assert lees("# alleen een opmerking\n", Kop) == Kop()
    assert gebreken("\n") == [
        ("plant.yaml, regel 1", "hier staat niets", "de sleutels: naam", "Vul het bestand in, of haal het weg.")
    ]


def test_de_regels_van_een_stuk_tellen_vanaf_de_opgegeven_eerste_regel() -> None:
    with pytest.raises(WerkmapFout) as gevangen:
        lees_yaml_tekst("naam: x\nhoogten: 1", Plant, naam="verhaal.md", eerste_regel=2)
    assert gevangen.value.gebreken[0].waar == "verhaal.md, regel 3"


def test_na_het_lezen_is_van_elke_plek_de_regel_bekend(tmp_path: Path) -> None:
    pad = tmp_path / "plant.yaml"
    pad.write_text("# kop\nnaam: x\njaren:\n  2024:\n    aantal: 1\ntijden:\n  - a\n  - b\n", encoding="utf-8")
    _, plaatsen = lees_yaml_met_plaatsen(pad, Plant, naam="plant.yaml")
    assert plaatsen.waar("jaren", "2024", "aantal") == "plant.yaml, regel 5"
    assert plaatsen.waar("tijden", 1) == "plant.yaml, regel 8"
    assert plaatsen.waar("jaren", "2024", "kleur") == "plant.yaml, regel 4", "een weggelaten sleutel: het blok eromheen"
    assert plaatsen.waar("hoogte") == "plant.yaml, regel 2"


def _bestandsgebrek(pad: Path) -> tuple[str, str, str, str]:
    with pytest.raises(WerkmapFout) as gevangen:
        lees_yaml(pad, Plant, naam="plant.yaml")
    assert gevangen.value.afsluitcode is Afsluitcode.WERKMAP_ONGELDIG
    (gebrek,) = gevangen.value.gebreken
    return _in_delen(gebrek)


def test_een_bestand_dat_geen_goed_tekstbestand_is_wordt_genoemd(tmp_path: Path) -> None:
    pad = tmp_path / "plant.yaml"
    assert _bestandsgebrek(pad) == (
        "plant.yaml",
        "dit bestand is er niet",
        "een YAML-bestand",
        "Maak het bestand of verbeter de naam.",
    )
    pad.mkdir()
    assert _bestandsgebrek(pad)[1] == "dit is geen gewoon bestand"
    pad.rmdir()
    pad.write_bytes(b"hoogte: 1\nnaam: Ren\xe9\n")
    assert _bestandsgebrek(pad) == (
        "plant.yaml, regel 2",
        "hier staat een teken dat geen UTF-8 is",
        "een tekstbestand in UTF-8",
        "Bewaar het bestand opnieuw en kies als codering UTF-8.",
    )
    pad.write_bytes("naam: x\n".encode("utf-16"))
    assert _bestandsgebrek(pad)[1] == "hier staat een teken dat geen UTF-8 is"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen FIFO")
def test_een_fifo_laat_het_programma_niet_wachten(tmp_path: Path) -> None:
    pad = tmp_path / "plant.yaml"
    os.mkfifo(pad)
    assert _bestandsgebrek(pad)[1] == "dit is geen gewoon bestand"


def test_een_bestand_tot_een_megabyte_mag_en_daarboven_niet(tmp_path: Path) -> None:
    pad = tmp_path / "plant.yaml"
    kop, staart = b'naam: "', b'"'
    vulling = GROOTSTE_BESTAND - len(kop) - len(staart)
    pad.write_bytes(kop + b"x" * vulling + staart)
    assert len(lees_yaml(pad, Plant, naam="plant.yaml").naam) == vulling
    pad.write_bytes(kop + b"x" * (vulling + 1) + staart)
    assert _bestandsgebrek(pad) == (
        "plant.yaml",
        "dit bestand is te groot",
        "hoogstens 1 MB",
        "Controleer of dit het goede bestand is.",
    )


def test_een_bom_voor_de_tekst_hindert_niet(tmp_path: Path) -> None:
    pad = tmp_path / "plant.yaml"
    pad.write_bytes(b"\xef\xbb\xbfnaam: x\r\n")
    assert lees_yaml(pad, Plant, naam="plant.yaml").naam == "x"


def test_zonder_de_c_lader_is_de_uitkomst_gelijk(monkeypatch: pytest.MonkeyPatch) -> None:
    goed = "naam: no\njaren: {2024: {aantal: 2}}\ntijden:\n- 12:30\n- 'a: b'\n"
    fout = "naam: !!str x\nlos: {aantal: 1, aantal: 2}\nbloeit: *a\n"
    met_c = lees(goed), gebreken(fout), gebreken("naam: 'x"), gebreken("los:\n\taantal: 1")
    monkeypatch.setattr(ontleding, "_LADER", yaml.SafeLoader)
    assert (lees(goed), gebreken(fout), gebreken("naam: 'x"), gebreken("los:\n\taantal: 1")) == met_c


Boom = int | list["Boom"] | list[tuple[str, "Boom"]]
"""Een blok is een lijst van paren, zodat een sleutel dubbel kan staan."""

_sleutels = st.text("abcdefgh", min_size=1, max_size=4)
_bomen: st.SearchStrategy[Any] = st.recursive(
    st.integers(0, 9),
    lambda kind: (
        st.lists(kind, max_size=4) | st.lists(st.tuples(_sleutels, kind), max_size=4, unique_by=lambda paar: paar[0])
    ),
    max_leaves=15,
)


def _schrijf(boom: Any) -> str:
    """Schrijf een boom met elke sleutel en elk onderdeel op een eigen regel."""
    if isinstance(boom, int):
        return str(boom)
    if boom and isinstance(boom[0], tuple):
        return "{\n" + "".join(f"{sleutel}: {_schrijf(kind)},\n" for sleutel, kind in boom) + "}"
    return "[\n" + "".join(f"{_schrijf(kind)},\n" for kind in boom) + "]"


def _vind_blokken(boom: Any) -> list[Any]:
    if isinstance(boom, int):
        return []
    kinderen = [kind[1] if isinstance(kind, tuple) else kind for kind in boom]
    eigen = [boom] if boom and isinstance(boom[0], tuple) else []
    return eigen + [blok for kind in kinderen for blok in _vind_blokken(kind)]


def _als_waarde(boom: Any) -> Any:
    if isinstance(boom, int):
        return boom
    if boom and isinstance(boom[0], tuple):
        return {sleutel: _als_waarde(kind) for sleutel, kind in boom}
    return [_als_waarde(kind) for kind in boom]


@given(
    boom=st.lists(st.tuples(_sleutels, _bomen), min_size=1, max_size=4, unique_by=lambda paar: paar[0]), keus=st.data()
)
def test_een_dubbele_sleutel_is_waar_ook_een_gebrek_op_de_regel_van_de_tweede(boom: Any, keus: st.DataObject) -> None:
    assert lees(_schrijf(boom), VRIJ) == _als_waarde(boom), "zonder dubbele sleutel is alles goed"
    blok = keus.draw(st.sampled_from(_vind_blokken(boom)))
    sleutel = keus.draw(st.sampled_from([paar[0] for paar in blok]))
    blok.append((sleutel, 777))
    tekst = _schrijf(boom)
    regel = next(nummer for nummer, inhoud in enumerate(tekst.splitlines(), 1) if inhoud == f"{sleutel}: 777,")
    (gevonden,) = gebreken(tekst, VRIJ)
    assert gevonden[0] == f"plant.yaml, regel {regel}"
    assert gevonden[1].startswith(f"de sleutel '{sleutel}' staat hier voor de tweede keer")


@given(st.text(max_size=60))
def test_elke_tekst_geeft_een_waarde_of_een_werkmapfout(tekst: str) -> None:
    try:
        lees(tekst, VRIJ)
    except WerkmapFout as fout:
        gevonden = fout.gebreken
    else:
        gevonden = ()
    assert all(all(_in_delen(gebrek)) for gebrek in gevonden)


def test_een_stuurteken_achter_een_ontsnapping_wordt_geweigerd() -> None:
    with pytest.raises(WerkmapFout) as fout:
        lees_yaml_tekst('naam: "A\\x07B"\n', dict[str, str], naam="plant.yaml")
    assert [(gebrek.waar, gebrek.wat) for gebrek in fout.value.gebreken] == [
        ("plant.yaml, regel 1", "een onzichtbaar stuurteken")
    ]
