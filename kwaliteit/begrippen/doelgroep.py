"""De groepen mensen die informatie geven, en de reden waarom een antwoord leeg is."""

from enum import IntEnum, StrEnum


class Doelgroep(StrEnum):
    """De vier bronnen van het kader, met ervaringsdeskundigen apart (eis V5), in de volgorde van het verslag."""

    CLIENTEN = "clienten"
    NAASTEN = "naasten"
    PROFESSIONALS = "professionals"
    ERVARINGSDESKUNDIGEN = "ervaringsdeskundigen"
    SAMENWERKINGSPARTNERS = "samenwerkingspartners"

    @property
    def naam(self) -> str:
        """De naam zoals die in het verslag staat, zonder hoofdletter: "cliënten"."""
        return "cliënten" if self is Doelgroep.CLIENTEN else self.value

    @property
    def rangorde(self) -> int:
        """Vaste plaats in elke tabel en figuur."""
        return list(Doelgroep).index(self)


HOOFDGROEPEN = tuple(groep for groep in Doelgroep if groep is not Doelgroep.ERVARINGSDESKUNDIGEN)
"""De vier groepen die het kader noemt; ervaringsdeskundigen horen bij de professionals."""


LOCATIEGROEP = Doelgroep.CLIENTEN
"""De groep waarvan het verslag de antwoorden per locatie toont en met de rest vergelijkt."""


class Reden(IntEnum):
    """Waarom een vraag geen waarde heeft. Negatief, zodat een codeplaats (0 en hoger) er nooit mee verward wordt."""

    LEEG = -1
    NVT = -2
    WEET_NIET = -3
    NIET_GETOOND = -4
    ONGELDIG = -5

    @property
    def woord(self) -> str:
        """Het woord in `antwoorden.csv`; een leeg antwoord blijft leeg."""
        return {
            Reden.LEEG: "",
            Reden.NVT: "n.v.t.",
            Reden.WEET_NIET: "weet niet",
            Reden.NIET_GETOOND: "niet getoond",
            Reden.ONGELDIG: "ongeldig",
        }[self]
