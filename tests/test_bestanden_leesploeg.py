"""Vreemde bestanden worden in een kind gelezen: wat het kind ook overkomt, de ouder blijft heel en weet de reden."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from kwaliteit.bestanden import leesploeg
from kwaliteit.bestanden.bewaking import GEEN_KIND, GRENZEN, IN_DE_WAR, OMGEVALLEN, TE_LANG, TE_VEEL_GEHEUGEN, Grenzen
from kwaliteit.bestanden.leesploeg import Leesploeg
from kwaliteit.bestanden.ruw import LEEG, Onleesbaar, Ruwbestand, Weigering
from tests.bronnen_fabriek import maak_csv, maak_xlsx
from tests.onderbreken import onderbreekbaar

KORT = Grenzen(seconden=2.5, seconden_per_mb=0, geheugen=300_000_000)
BEGIN = """
import sys
sys.path[:] = sys.argv[1:]
import json, os, time
from kwaliteit.bestanden.overdracht import lees_kader, schrijf_kader
uit = sys.stdout.buffer
def stuur(*kaders):
    for kader in kaders:
        schrijf_kader(uit, kader)
    uit.flush()
stuur(b"")
lees_kader(sys.stdin.buffer, 1 << 17)
blad = {"naam": "x", "aantal_rijen": 2, "kolommen": [[]], "foutcellen": [], "verborgen_rijen": [],
        "samengevoegd": [], "heeft_velden": False}
alles = {"soort": "xlsx", "bladen": [blad], "verborgen_bladen": [], "codering": "", "is_gegokt": False,
         "scheidingsteken": "", "sha256": ""}
goed = [json.dumps(alles).encode(), b'["", "a"]', b"\\0\\0\\0\\0\\1\\0\\0\\0"]
"""
"""Een namaakkind tot en met het moment dat het een bestand moet lezen."""


def bewaar(map_: Path, **bestanden: bytes) -> list[Path]:
    """Schrijf bestanden; "a_csv" wordt "a.csv"."""
    paden = []
    for naam, inhoud in bestanden.items():
        pad = map_ / naam.replace("_", ".")
        pad.write_bytes(inhoud)
        paden.append(pad)
    return paden


def kinderen() -> list[psutil.Process]:
    """De levende kindprocessen van deze toets, ook als ze al dood maar nog niet opgeruimd zijn."""
    return psutil.Process().children(recursive=True)


def weiger(pad: Path, grenzen: Grenzen = KORT) -> Weigering:
    """Lees een bestand dat niet te lezen is en geef de reden."""
    with Leesploeg(grenzen) as ploeg, pytest.raises(Onleesbaar) as fout:
        ploeg.open(pad)
    return fout.value.weigering


def lees_met(namaak: str, map_: Path, monkeypatch: pytest.MonkeyPatch, grenzen: Grenzen = KORT) -> Ruwbestand:
    """Lees een bestand met een namaakkind."""
    monkeypatch.setattr(leesploeg, "KIND", BEGIN + namaak)
    with Leesploeg(grenzen) as ploeg:
        return ploeg.open(bewaar(map_, goed_csv=b"a;b\n1;2\n")[0])


def test_een_kind_geeft_dezelfde_cellen_als_lezen_in_huis(tmp_path: Path) -> None:
    rijen = [("nr", "CL01", "Ruimte"), (1, 4.5, True), (2, "é€", None), (3, 1, 0)]
    een, ander = bewaar(tmp_path, a_xlsx=maak_xlsx(rijen), b_csv=maak_csv(rijen).encode())
    with Leesploeg() as ploeg:
        ploeg.zet_klaar([een, ander])
        blad = ploeg.open(een).bladen[0]
        tekst = ploeg.open(ander)
    assert [blad.rij(nummer) for nummer in range(4)] == [
        ("nr", "CL01", "Ruimte"),
        (1.0, 4.5, True),
        (2.0, "é€", ""),
        (3.0, 1.0, 0.0),
    ]
    assert [type(cel) for cel in blad.rij(1)] == [float, float, bool]
    assert list(tekst.bladen[0].velden or []) == [3, 3, 3, 3]
    assert tekst.scheidingsteken == ";"


def test_de_reden_van_het_kind_komt_heel_aan_en_het_kind_leest_daarna_gewoon_verder(tmp_path: Path) -> None:
    leeg, goed = bewaar(tmp_path, leeg_csv=b"", goed_csv=b"a;b\n1;2\n")
    with Leesploeg() as ploeg:
        with pytest.raises(Onleesbaar) as fout:
            ploeg.open(leeg)
        [kind] = kinderen()
        assert ploeg.open(goed).bladen[0].aantal_rijen == 2
        assert kinderen() == [kind]
    assert fout.value.weigering == LEEG
    assert len(fout.value.sha256) == 64
    assert kinderen() == []


def test_een_kind_dat_vastloopt_wordt_gestopt_en_het_volgende_bestand_krijgt_een_nieuw_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = time.monotonic()
    with pytest.raises(Onleesbaar) as fout:
        lees_met("time.sleep(60)", tmp_path, monkeypatch)
    assert fout.value.weigering == TE_LANG
    assert time.monotonic() - begin < 20
    assert kinderen() == []


def test_een_kind_zonder_grens_van_het_systeem_wordt_op_geheugen_gestopt_door_mee_te_kijken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Zo gaat het op Windows: dit namaakkind zet zichzelf geen grens.
    with pytest.raises(Onleesbaar) as fout:
        lees_met(
            "b = [b'x' * (1 << 20) for _ in range(3000) if not time.sleep(0.001)]",
            tmp_path,
            monkeypatch,
            replace(KORT, seconden=30),
        )
    assert fout.value.weigering == TE_VEEL_GEHEUGEN


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux begrenst het geheugen van een proces zelf")
def test_een_kind_begrenst_ook_zichzelf(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from kwaliteit.bestanden.bewaking import beperk_geheugen\n"
        "beperk_geheugen(300_000_000)\n"
        "try: bytearray(400_000_000)\n"
        "except MemoryError: print('tegengehouden')\n"
        "try: open(sys.argv[1] + '/x', 'wb', buffering=0).write(b'x')\n"
        "except OSError: print('schrijft niet')"
    )
    opdracht = [sys.executable, "-I", "-c", code, str(tmp_path), *sys.path]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False, env={**os.environ})
    assert klaar.stdout.split("\n")[:2] == ["tegengehouden", "schrijft niet"], klaar.stderr


@pytest.mark.parametrize(
    ("namaak", "wat_het_doet"),
    [
        ("os.abort()", "breekt af"),
        ("sys.exit()", "houdt op"),
        ("uit.write(b'geen kader maar tekst'); uit.flush(); sys.exit()", "stuurt onzin"),
        ("uit.write((1 << 62).to_bytes(8, 'big')); uit.flush(); time.sleep(60)", "belooft een onmogelijke lengte"),
        ("uit.write((1 << 28).to_bytes(8, 'big') + b'x'); uit.flush(); sys.exit()", "belooft meer dan het stuurt"),
        ("stuur(b'[]')", "stuurt een lijst als overzicht"),
        ("alles['soort'] = 'exe'; stuur(json.dumps(alles).encode())", "noemt een soort die niet bestaat"),
        ("blad['aantal_rijen'] = 10**9; stuur(json.dumps(alles).encode())", "zegt een miljard rijen te hebben"),
        ("blad['aantal_rijen'] = -1; stuur(json.dumps(alles).encode())", "zegt min één rij te hebben"),
        ("stuur(goed[0], b'[\"\", \"a\"]', b'\\0\\0\\0\\0')", "stuurt een rij te weinig"),
        ("stuur(goed[0], goed[1], b'\\0\\0\\0\\0\\2\\0\\0\\0')", "wijst naar een cel die er niet is"),
        ("stuur(goed[0], goed[1], b'\\0\\0\\0\\0\\xff\\xff\\xff\\xff')", "wijst naar een cel vóór de eerste"),
        ('stuur(goed[0], b\'["a", ""]\', goed[2])', "begint niet met de lege cel"),
        ('stuur(goed[0], b\'["", ["moment", "gisteren"]]\', goed[2])', "stuurt een datum die er geen is"),
        ('stuur(goed[0], b\'["", {"a": 1}]\', goed[2])', "stuurt een cel van een vreemde soort"),
        ("stuur(goed[0], b'[' * 100000, goed[2])", "stuurt bodemloze haken"),
    ],
    ids=lambda waarde: waarde if " " not in waarde[:6] else waarde.replace(" ", "-"),
)
def test_een_kind_dat_omvalt_of_liegt_wordt_niet_geloofd(
    namaak: str, wat_het_doet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lees_met("stuur(*goed)", tmp_path, monkeypatch).bladen[0].rij(1) == ("a",), "het namaakkind zelf is goed"
    with pytest.raises(Onleesbaar) as fout:
        lees_met(namaak, tmp_path, monkeypatch)
    assert fout.value.weigering == OMGEVALLEN, wat_het_doet


def test_een_computer_die_geen_kind_wil_starten_krijgt_die_reden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [pad] = bewaar(tmp_path, goed_csv=b"a;b\n1;2\n")
    monkeypatch.setattr(leesploeg, "KIND", "raise SystemExit(3)")
    assert weiger(pad) == GEEN_KIND
    monkeypatch.setattr(sys, "executable", str(tmp_path / "geen-python"))
    assert weiger(pad) == GEEN_KIND


def test_de_tijd_groeit_mee_met_het_bestand() -> None:
    assert GRENZEN.tijd_voor(0) == 12
    assert GRENZEN.tijd_voor(23_000_000) == 58
    assert replace(GRENZEN, seconden_per_mb=0).tijd_voor(23_000_000) == 12


def test_een_gewone_pijp_of_map_laat_niemand_wachten(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.xlsx")
        assert weiger(tmp_path / "pijp.xlsx").wat == "Dit is geen rekenblad maar een map, pijp of apparaat."
    assert weiger(tmp_path / "er-niet.xlsx").wat == "Het bestand is er niet."


def test_namen_die_geen_gewone_tekst_zijn_komen_bij_het_kind_aan(tmp_path: Path) -> None:
    namen = ["naam met spatie & 'aanhaling' é 💥.csv"]
    if sys.platform == "linux":
        namen.append(os.fsdecode(b"niet-utf8-\xff.csv"))
    for naam in namen:
        (tmp_path / naam).write_bytes(b"a;b\n1;2\n")
        with Leesploeg() as ploeg:
            assert ploeg.open(tmp_path / naam).bladen[0].aantal_rijen == 2


def test_lezen_vooruit_blijft_een_bestand_voor_en_de_volgorde_van_vragen_doet_er_niet_toe(tmp_path: Path) -> None:
    paden = bewaar(tmp_path, **{f"b{nummer}_csv": f"a;b\n{nummer};2\n".encode() for nummer in range(9)})
    with Leesploeg() as ploeg:
        ploeg.zet_klaar(paden)
        assert len(ploeg._uitkomsten) == 2
        for nummer in (8, 0, 5, 1, 7, 2, 6, 4, 3):
            assert ploeg.open(paden[nummer]).bladen[0].rij(1)[0] == str(nummer)
        assert ploeg.open(paden[3]).bladen[0].rij(1)[0] == "3", "een bestand mag ook nog een keer"


def test_een_kind_dat_tussen_twee_bestanden_sterft_kost_niets(tmp_path: Path) -> None:
    een, ander = bewaar(tmp_path, een_csv=b"a;b\n1;2\n", ander_csv=b"a;b\n1;2\n")
    with Leesploeg() as ploeg:
        ploeg.open(een)
        [kind] = kinderen()
        kind.kill()
        kind.wait(5)
        assert ploeg.open(ander).bladen[0].aantal_rijen == 2
    assert kinderen() == []


def test_een_kind_dat_bij_het_starten_blijft_hangen_wordt_gestopt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [pad] = bewaar(tmp_path, goed_csv=b"a;b\n1;2\n")
    monkeypatch.setattr(leesploeg, "KIND", "import time; time.sleep(60)")
    monkeypatch.setattr(leesploeg, "STARTTIJD", 0.5)
    begin = time.monotonic()
    assert weiger(pad) == GEEN_KIND
    assert time.monotonic() - begin < 10
    assert kinderen() == []


def test_een_fout_van_ons_in_het_kind_stopt_alleen_dat_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [pad] = bewaar(tmp_path, goed_csv=b"a;b\n1;2\n")
    stuk = leesploeg.KIND.replace(
        "; werk()", "\nimport kwaliteit.bestanden.kind as kind\nkind.open_ruw = lambda inhoud: 1 // 0\nwerk()"
    )
    monkeypatch.setattr(leesploeg, "KIND", stuk)
    reden = weiger(pad)
    assert reden == IN_DE_WAR
    assert not reden.onveilig


def test_ctrl_c_tijdens_het_lezen_wacht_niet_op_een_kind_dat_vastzit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paden = bewaar(tmp_path, een_csv=b"a;b\n1;2\n")
    monkeypatch.setattr(leesploeg, "KIND", BEGIN + "time.sleep(60)")

    def breek_af() -> None:
        with Leesploeg(replace(KORT, seconden=60)) as ploeg:
            ploeg.zet_klaar(paden)
            time.sleep(0.3)
            raise KeyboardInterrupt

    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        breek_af()
    assert time.monotonic() - begin < 10
    assert kinderen() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C sturen gaat op Windows anders")
def test_het_hele_programma_stopt_meteen_bij_ctrl_c_en_zegt_dat(tmp_path: Path) -> None:
    # Een bestand dat seconden duurt, zodat de onderbreking zeker tijdens het lezen komt.
    (tmp_path / "groot.csv").write_bytes(b"a;b;c\n" + b"1;2;3\n" * 3_000_000)
    proces = subprocess.Popen(
        onderbreekbaar("inspecteer", str(tmp_path / "groot.csv")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    ouder = psutil.Process(proces.pid)
    while not ouder.children() and proces.poll() is None:
        time.sleep(0.01)
    begin = time.monotonic()
    proces.send_signal(signal.SIGINT)
    _, fout = proces.communicate(timeout=30)
    assert (proces.returncode, fout.splitlines()[-1]) == (130, "Afgebroken.")
    assert time.monotonic() - begin < 5
