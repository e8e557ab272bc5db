"""Leest de lijsten die mensen bijhouden: acties, citaten en het eigen oordeel per norm."""

from kwaliteit.begrippen.actie import Actie, Doel
from kwaliteit.begrippen.verhaal import Citaat, Zelfoordeel
from kwaliteit.strikte_yaml import Plaatsen
from kwaliteit.werkmappen.inrichting import KORTE_NAAM
from kwaliteit.werkmappen.leesplank import Leesplank
from kwaliteit.werkmappen.vormen import Actievorm, Citaatvorm, Doelvorm, Zelfoordeelvorm


def lees_acties(plank: Leesplank) -> tuple[Actie, ...]:
    """Geef alle acties uit `acties.yaml`, in de volgorde van het bestand; leeg als het bestand er niet is."""
    gelezen = plank.lees_yaml("acties.yaml", tuple[Actievorm, ...])
    if gelezen is None:
        return ()
    vormen, plaatsen = gelezen
    acties: dict[str, Actie] = {}
    for nummer, vorm in enumerate(vormen):
        _eis_tekst({"wat": vorm.wat, "wie": vorm.wie}, nummer, plaatsen, plank)
        if not KORTE_NAAM.fullmatch(vorm.id):
            plank.meld(
                plaatsen.waar(nummer, "id"),
                f"'{vorm.id}' kan geen korte naam van een actie zijn",
                "kleine letters, cijfers, - en _, zoals zorgkaart",
                "Kies een andere korte naam en verander die daarna niet meer.",
            )
        elif vorm.id in acties:
            plank.meld(
                plaatsen.waar(nummer, "id"),
                f"actie '{vorm.id}' staat hier voor de tweede keer; de eerste staat op {_regel(acties[vorm.id].waar)}",
                "elke actie één keer, met onder 'stand' een regel per jaar",
                "Voeg de twee samen, of geef een van de twee een andere korte naam.",
            )
        acties.setdefault(
            vorm.id,
            Actie(
                id=vorm.id,
                wat=vorm.wat.strip(),
                waarom=vorm.waarom,
                wie=vorm.wie.strip(),
                beloofd_in=vorm.beloofd_in,
                klaar_op=vorm.klaar_op,
                gelukt_als=_maak_doel(vorm.gelukt_als, plaatsen.waar(nummer, "gelukt_als"), plank),
                stand=dict(sorted(vorm.stand.items())),
                waar=plaatsen.waar(nummer),
                wat_waar=plaatsen.waar(nummer, "wat"),
                toelichting_waar={
                    jaar: plaatsen.waar(nummer, "stand", str(jaar), "toelichting") for jaar in sorted(vorm.stand)
                },
            ),
        )
    return tuple(acties.values())


def _maak_doel(vorm: Doelvorm | None, waar: str, plank: Leesplank) -> Doel | None:
    if vorm is None:
        return None
    cijfers = [naam for naam in (vorm.indicator, vorm.kengetal) if naam is not None]
    is_datum = vorm.datum is not None and not cijfers and vorm.minstens is None and vorm.doelgroep is None
    is_cijfer = len(cijfers) == 1 and vorm.minstens is not None and vorm.datum is None
    if not is_datum and not is_cijfer:
        plank.meld(
            waar,
            "hier is niet uit op te maken wanneer de actie gelukt is",
            "{indicator: CL04, minstens: 0.80}, {kengetal: K01, minstens: 0.90} of {datum: 2025-12-31}",
            "Kies één van deze drie.",
        )
    return Doel(
        indicator=cijfers[0] if cijfers else None, doelgroep=vorm.doelgroep, minstens=vorm.minstens, datum=vorm.datum
    )


def lees_citaten(plank: Leesplank, jaar: int) -> tuple[Citaat, ...]:
    """Geef de citaten bij dit verslagjaar, in de volgorde van het bestand; leeg als het bestand er niet is."""
    gelezen = plank.lees_yaml(f"citaten/{jaar}.yaml", tuple[Citaatvorm, ...])
    if gelezen is None:
        return ()
    vormen, plaatsen = gelezen
    for nummer, vorm in enumerate(vormen):
        _eis_tekst({"tekst": vorm.tekst, "bewerkt_door": vorm.bewerkt_door}, nummer, plaatsen, plank)
        _eis_tekst({"door": vorm.toestemming.door}, nummer, plaatsen, plank, onder=("toestemming",))
    return tuple(
        Citaat(
            tekst=vorm.tekst.strip(),
            doelgroep=vorm.doelgroep,
            pijler=vorm.pijler,
            toon=vorm.toon,
            toestemming_door=vorm.toestemming.door,
            toestemming_op=vorm.toestemming.op,
            bewerkt_door=vorm.bewerkt_door,
            waar=plaatsen.waar(nummer),
        )
        for nummer, vorm in enumerate(vormen)
    )


def lees_zelfoordelen(plank: Leesplank, jaar: int) -> tuple[Zelfoordeel, ...]:
    """Geef het eigen oordeel per norm, in de volgorde van het bestand; leeg als het bestand er niet is."""
    gelezen = plank.lees_yaml(f"zelfbeoordeling/{jaar}.yaml", tuple[Zelfoordeelvorm, ...])
    if gelezen is None:
        return ()
    vormen, plaatsen = gelezen
    oordelen: dict[str, Zelfoordeel] = {}
    for nummer, vorm in enumerate(vormen):
        _eis_tekst({"bewijs": vorm.bewijs, "door": vorm.door}, nummer, plaatsen, plank)
        if vorm.norm in oordelen:
            plank.meld(
                plaatsen.waar(nummer, "norm"),
                f"over norm {vorm.norm} staat hier een tweede oordeel; "
                f"het eerste staat op {_regel(oordelen[vorm.norm].waar)}",
                "één oordeel per norm",
                "Haal een van de twee weg.",
            )
        oordelen.setdefault(
            vorm.norm,
            Zelfoordeel(
                norm=vorm.norm,
                stand=vorm.stand,
                bewijs=vorm.bewijs.strip(),
                door=vorm.door.strip(),
                op=vorm.op,
                waar=plaatsen.waar(nummer),
                bewijs_waar=plaatsen.waar(nummer, "bewijs"),
            ),
        )
    return tuple(oordelen.values())


def _eis_tekst(
    velden: dict[str, str], nummer: int, plaatsen: Plaatsen, plank: Leesplank, onder: tuple[str, ...] = ()
) -> None:
    for sleutel, tekst in velden.items():
        if not tekst.strip():
            plank.meld(
                plaatsen.waar(nummer, *onder, sleutel),
                f"'{sleutel}' is leeg",
                "een ingevulde tekst",
                "Vul de tekst in.",
            )


def _regel(waar: str) -> str:
    """Alleen "regel 12" uit "acties.yaml, regel 12"."""
    return waar.rpartition(", ")[2]
