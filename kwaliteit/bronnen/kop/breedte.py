"""Klopt in een tekstbestand elke rij met de kop? Eén veld te veel of te weinig schuift alle antwoorden ongemerkt op."""

from kwaliteit.bestanden.ruw import Onleesbaar, Ruwblad, Weigering


def controleer_breedte(blad: Ruwblad, kopregel: int, koprijen: int = 1) -> None:
    """Weiger een tekst waarin een rij onder de kop meer of minder velden heeft dan de kop.

    `kopregel` is de laatste rij van een kop van `koprijen` hoog. Lege velden aan het eind mogen, van de rij en van de
    kop. Een rekenblad heeft overal evenveel cellen en is dus altijd goed.
    """
    if blad.velden is None:
        return
    kop = range(kopregel - koprijen + 1, kopregel + 1)
    breedte = max(blad.velden[rij] for rij in kop)
    minstens = max((plek + 1 for rij in kop for plek, cel in enumerate(blad.rij(rij)) if cel != ""), default=breedte)
    for rij in range(kopregel + 1, blad.aantal_rijen):
        velden = blad.velden[rij]
        if minstens <= velden <= breedte:
            continue
        cellen = blad.rij(rij)
        if not any(cellen) or (velden > breedte and not any(cellen[breedte:])):
            continue
        raise Onleesbaar(
            Weigering(
                wat=f"Rij {rij + 1} heeft {velden} {'veld' if velden == 1 else 'velden'}, "
                f"de kopregel (rij {kopregel + 1}) heeft er {breedte}.",
                verwacht="in elke rij evenveel velden als in de kop",
                doe_dit="Kijk of in een antwoord een scheidingsteken of nieuwe regel zonder aanhalingstekens staat, "
                "of exporteer als xlsx.",
            )
        )
