"""De stand van de acties als los beeld: per actie een teken en een woord, nooit alleen een kleur."""

from kwaliteit.begrippen.actie import Actiestatus, noem_stand
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter
from kwaliteit.begrippen.verslag import Actieregel, Terugblik
from kwaliteit.weergave.figuren.letters import Letter, breek_af
from kwaliteit.weergave.figuren.los.maten import LINKS, RECHTS, RUIMTE, TEKST, Romp
from kwaliteit.weergave.figuren.stand import VAK, teken_stand
from kwaliteit.weergave.figuren.vormen import Lijn, Rechthoek, Stijl, Vorm, schuif, zet, zet_midden

RAND_RIJ = 10
PIL = 32
BIJ = 7
"""Pixels tussen het teken en het woord."""
WIT = 13
STATEN: dict[Actiestatus | None, tuple[str, str, str]] = {
    Actiestatus.KLAAR: ("merk", "merk", "papier"),
    Actiestatus.LOOPT: ("papier", "merk", "merk"),
    Actiestatus.LATER: ("oker-zacht", "oker", "oker"),
    Actiestatus.DEELS: ("oker-zacht", "oker", "oker"),
}
"""Kleur van het vlak, van de rand en van het woord; alle andere standen zijn stil."""
_STIL = ("papier", "stil", "stil")


def teken(blok: Terugblik) -> Romp:
    """Teken een rij per actie: links wat beloofd was, rechts de stand."""
    breedte = max((_pilbreedte(regel.status) for regel in blok.regels), default=0)
    vormen: list[Vorm] = []
    y = 0.0
    for regel in blok.regels:
        vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
        rij, hoogte = _rij(regel, breedte)
        vormen += schuif(rij, 0, y)
        y += hoogte
    vormen.append(Lijn(x1=LINKS, x2=RECHTS, y1=y, y2=y, kleur="lijn"))
    return Romp(
        vormen=tuple(vormen),
        hoogte=y,
        kern=tuple(f"{regel.actie.wat}: {noem_stand(regel.status)}" for regel in blok.regels),
    )


def _rij(regel: Actieregel, breedte: float) -> tuple[tuple[Vorm, ...], float]:
    regels = breek_af(regel.actie.wat, TEKST.letter, TEKST.grootte, RUIMTE - breedte - 2 * WIT)
    hoogte = max(len(regels) * TEKST.hoogte, PIL) + 2 * RAND_RIJ
    boven = (hoogte - len(regels) * TEKST.hoogte) / 2
    pil = schuif(_pil(regel.status), RECHTS - breedte, hoogte / 2)
    return (*zet(regels, TEKST, LINKS, boven), *pil), hoogte


def _stijl(status: Actiestatus | None) -> Stijl:
    vlak, _, kleur = STATEN.get(status, _STIL)
    return Stijl(grootte=16, hoogte=22, letter=Letter.VET, kleur=kleur, op=vlak)


def _begin(status: Actiestatus | None) -> float:
    """Waar het woord in de pil begint."""
    return WIT + (VAK + BIJ if status else 0)


def _pilbreedte(status: Actiestatus | None) -> float:
    return round(_begin(status) + _stijl(status).meet(met_hoofdletter(noem_stand(status))) + WIT)


def _pil(status: Actiestatus | None) -> tuple[Vorm, ...]:
    """Een pil om y = 0 en vanaf x = 0, met het teken voor het woord."""
    vlak, rand, kleur = STATEN.get(status, _STIL)
    vorm = Rechthoek(x=0, y=-PIL / 2, breedte=_pilbreedte(status), hoogte=PIL, kleur=vlak, rand=rand, straal=PIL / 2)
    return (
        vorm,
        *schuif(teken_stand(status, kleur, vlak), WIT, -VAK / 2),
        *zet_midden(met_hoofdletter(noem_stand(status)), _stijl(status), _begin(status), 0, anker="start"),
    )
