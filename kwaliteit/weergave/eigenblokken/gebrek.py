"""Wat er aan een eigen sjabloon mankeert, voordat bekend is hoe het bestand heet."""


class Sjabloongebrek(Exception):
    """Eén gebrek in een eigen sjabloon. `regel` is 0 als het over het hele bestand gaat of nog niet bekend is."""

    def __init__(self, wat: str, verwacht: str, doe_dit: str, *, regel: int = 0) -> None:
        super().__init__(wat)
        self.wat, self.verwacht, self.doe_dit, self.regel = wat, verwacht, doe_dit, regel

    def op(self, regel: int) -> "Sjabloongebrek":
        """Hetzelfde gebrek, met de regel erbij als die nog niet bekend was."""
        return Sjabloongebrek(self.wat, self.verwacht, self.doe_dit, regel=self.regel or regel)
