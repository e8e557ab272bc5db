"""Namen van kolommen zoals een rekenblad ze schrijft."""


def kolomplaats(letters: str) -> int:
    """Geef de plaats van een kolomletter: A is 0, AA is 26."""
    plaats = 0
    for letter in letters:
        plaats = plaats * 26 + ord(letter) - 64
    return plaats - 1


def kolomletter(plaats: int) -> str:
    """Geef de letter van een kolom: 0 is A, 26 is AA."""
    letters = ""
    rest = plaats + 1
    while rest:
        rest, teken = divmod(rest - 1, 26)
        letters = chr(65 + teken) + letters
    return letters
