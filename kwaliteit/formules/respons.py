"""Welk deel van de uitgenodigden meedeed (rekenregels 5), in de geest van RR1 en RR2 van AAPOR."""


def bereken_respons(volledig: int, deels: int, uitgenodigd: int) -> float:
    """Geef het deel dat meedeed: wie een deel invulde telt mee, en iedereen die is uitgenodigd staat in de noemer."""
    return (volledig + deels) / uitgenodigd


def bereken_volledige_respons(volledig: int, uitgenodigd: int) -> float:
    """Geef het deel dat de lijst volledig invulde."""
    return volledig / uitgenodigd
