"""Gewichten: met de hand nagerekend, en zonder gewichten verandert er niets."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaliteit.begrippen.indicator import Indicatoren, Maat
from kwaliteit.formules.marges import bereken_wilson
from tests.bouwstenen_indicatoren import maak_blad, maak_lijst, maak_vraag, reken, vind


def reken_gewogen(codes: Sequence[int], gewichten: Sequence[float] | None, *, omgekeerd: bool = False) -> Indicatoren:
    """Reken één vraag aan mensen met deze antwoorden en gewichten."""
    blad = maak_blad(maak_lijst(maak_vraag(omgekeerd=omgekeerd)), {"V1": list(codes)})
    if gewichten is not None:
        blad = replace(blad, gewicht=np.array(gewichten, dtype=np.float64))
    return reken(blad)


def test_het_gewogen_deel_met_de_hand() -> None:
    # Gunstig (4 of 5): gewichten 1 en 2. Samen 1 + 1 + 2 = 4. Deel 3/4. Effectief 4² / (1 + 1 + 4) = 16/6.
    meting = vind(reken_gewogen([5, 2, 4], [1, 1, 2]))
    assert meting.weging is not None
    assert meting.weging.waarde == pytest.approx(0.75)
    assert meting.weging.effectief == pytest.approx(16 / 6)
    assert meting.weging.zwaarste == pytest.approx(0.5)
    marge = meting.weging.interval
    assert (marge.laag, marge.hoog) == pytest.approx(bereken_wilson(2, 16 / 6))
    # Het ongewogen cijfer staat ernaast.
    assert meting.gunstig == 2
    assert meting.gevraagd.gewogen


def test_een_omgekeerde_vraag_weegt_de_andere_kant() -> None:
    meting = vind(reken_gewogen([5, 2, 4], [1, 1, 2], omgekeerd=True))
    assert meting.weging is not None
    assert meting.weging.waarde == pytest.approx(0.25)


def test_zonder_gewichten_is_er_geen_weging() -> None:
    meting = vind(reken_gewogen([5, 2, 4], None))
    assert meting.weging is None
    assert not meting.gevraagd.gewogen


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0.1, 10)), min_size=1, max_size=30), st.randoms())
def test_gelijke_gewichten_veranderen_niets_en_de_volgorde_ook_niet(
    mensen: list[tuple[int, float]], toeval: Random
) -> None:
    codes = [code for code, _ in mensen]
    gelijk = vind(reken_gewogen(codes, [2.5] * len(codes)))
    assert gelijk.weging is not None
    ongewogen = next(cijfer.waarde for cijfer in gelijk.cijfers if cijfer.maat is Maat.GUNSTIG)
    assert gelijk.weging.waarde == pytest.approx(ongewogen)
    assert gelijk.weging.effectief == pytest.approx(len(codes))
    anders = list(mensen)
    toeval.shuffle(anders)
    een, ander = (
        vind(reken_gewogen([code for code, _ in rij], [gewicht for _, gewicht in rij])).weging
        for rij in (mensen, anders)
    )
    assert een == ander
