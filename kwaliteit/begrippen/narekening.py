"""Uitkomsten van narekenen: één methode met de hand, en een eerder verslag opnieuw."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kwaliteit.begrippen.fout import Afsluitcode
from kwaliteit.begrippen.openbaar import OpenbaarCijfer
from kwaliteit.begrippen.register import Gepubliceerd

Invoerwaarde = float | tuple[float | None, ...] | tuple[tuple[float | None, ...], ...]
Uitkomstwaarde = float | str | None | tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenuitkomst:
    """Eén methode, met de hand nagerekend. `uitkomst` is niet afgerond; `formule` is ingevuld met de invoer."""

    methode: str
    invoer: tuple[tuple[str, Invoerwaarde], ...]
    uitkomst: tuple[tuple[str, Uitkomstwaarde], ...]
    formule: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Methodebeschrijving:
    """Eén methode om na te rekenen, voor de hulp en de handleiding. `invoer` noemt per vorm de namen, [N] mag weg."""

    naam: str
    doel: str
    invoer: tuple[str, ...]
    uitkomst: str
    formule: str
    bron: str
    voorbeeld: str


def schrijf_in_zes_cijfers(getal: float) -> str:
    """Schrijf een getal met een decimale komma: zes cijfers die ertoe doen, en minstens een achter de komma."""
    if isinstance(getal, int) or (getal == int(getal) and abs(getal) < 1e15):
        return str(int(getal))
    if abs(getal) < 1e-9:
        return f"{getal:.5e}".replace(".", ",")
    cijfers = max(6, len(str(int(abs(getal)))) + 1)
    return format(Decimal(f"{getal:.{cijfers}g}"), "f").replace(".", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatiecijfer:
    """Eén cijfer zoals het gepubliceerd is, of zoals het nu gepubliceerd zou worden.

    Alles is openbaar. `doelgroep` is leeg bij een kengetal; `waarde` en `marge` zijn afgerond op zes decimalen, zoals
    in de csv. `marge_bekend` is onwaar als de bron geen marges heeft (het register): dan wordt zij niet vergeleken.
    """

    jaar: int
    indicator: str
    maat: str
    categorie: str
    doelgroep: str
    onderdeel: str
    reeks: str
    status: str
    teller: int | None
    noemer: int | None
    waarde: float | None
    marge: tuple[float, float] | None = None
    marge_bekend: bool = False

    @classmethod
    def neem_over(cls, cijfer: OpenbaarCijfer | Gepubliceerd, onderdeel: str) -> "Publicatiecijfer":
        """Neem een cijfer over zonder marge; `onderdeel` is de naam zoals een lezer die ziet."""
        return cls(
            jaar=cijfer.jaar,
            indicator=cijfer.indicator,
            maat=str(cijfer.maat),
            categorie=cijfer.categorie,
            doelgroep=str(cijfer.doelgroep or ""),
            onderdeel=onderdeel,
            reeks=cijfer.reeks,
            status=str(cijfer.status),
            teller=cijfer.teller,
            noemer=cijfer.noemer,
            waarde=None if cijfer.waarde is None else round(cijfer.waarde, 6),
        )

    @property
    def sleutel(self) -> tuple[int, str, str, str, str, str]:
        """Waaraan hetzelfde cijfer van toen en nu te herkennen is."""
        return (self.jaar, self.indicator, self.maat, self.doelgroep, self.onderdeel, self.categorie)


@dataclass(frozen=True, kw_only=True)
class Omstandigheden:
    """Waarmee een verslag is gemaakt. `invoer` is bestand -> sha256; `drempel` is None als dat niet bewaard is."""

    programma: str
    kader: str
    kaderversie: str
    drempel: int | None
    invoer: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class EerderVerslag:
    """Wat een eerder verslag publiceerde: de cijfers van zijn jaar, waar die staan, en waarmee het is gemaakt.

    `omstandigheden` is None als dat niet (meer) te lezen is.
    """

    jaar: int
    bron: str
    cijfers: tuple[Publicatiecijfer, ...]
    omstandigheden: Omstandigheden | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """Een gepubliceerd cijfer dat nu anders uitkomt; `toen` en `nu` zijn tekst, `redenen` zijn zinnen."""

    jaar: int
    indicator: str
    maat: str
    categorie: str
    doelgroep: str
    onderdeel: str
    toen: str
    nu: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugtoets:
    """Een eerder verslag opnieuw uitgerekend. `vorig` is None als er geen eerder gepubliceerd verslag is.

    `bron` is het bestand waarmee vergeleken is; `aantal` telt de gepubliceerde cijfers, `nieuw` de cijfers die er nu
    zijn en toen niet.
    """

    jaar: int
    vorig: int | None
    bron: str = ""
    aantal: int = 0
    nieuw: int = 0
    verschillen: tuple[Verschil, ...] = ()
    streng: bool = False

    @property
    def afsluitcode(self) -> Afsluitcode:
        """1 als er verschillen zijn en de gebruiker streng vroeg, anders 0."""
        return Afsluitcode.ERNSTIGE_BEVINDINGEN if self.streng and self.verschillen else Afsluitcode.GOED
