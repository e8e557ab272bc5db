"""Platte delen opschrijven als Markdown: CommonMark met GFM-tabellen, zonder HTML.

Elk stuk tekst wordt ontsnapt. Een link of beeld gaat door `adres`, dat een pad binnen de map volledig kan maken.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kwaliteit.weergave.ontsnappen import ontsnap_begin, ontsnap_binnen, ontsnap_markdown
from kwaliteit.weergave.plat.delen import (
    Aanhaling,
    Beeld,
    Codeblok,
    Kop,
    Lijst,
    Platdeel,
    Plattabel,
    Regel,
    Streep,
    Stukje,
    Tekst,
)

_OMSLAGEN: tuple[tuple[Callable[[Stukje], bool], str], ...] = (
    (lambda stukje: stukje.vet, "**"),
    (lambda stukje: stukje.schuin, "*"),
    (lambda stukje: stukje.doorgehaald, "~~"),
)
_GEWOON_ADRES = re.compile(r"[\w./:#?=&%+~@,;-]+", re.ASCII)
_LOS_STREEPJE = re.compile(r"(?<!\\)\|")


def schrijf_delen(delen: Sequence[Platdeel], adres: Callable[[str], str] = str) -> str:
    """Geef de delen als Markdown, met een lege regel ertussen en zonder slotregel.

    `adres` krijgt elk doel en elk pad naar een beeld; geeft het niets terug, dan blijft alleen de tekst.
    """
    return "\n\n".join(_schrijf_op_rij(delen, adres))


def _schrijf_op_rij(delen: Sequence[Platdeel], adres: Callable[[str], str]) -> Iterable[str]:
    """Twee lijsten na elkaar krijgen een ander teken, anders leest Markdown ze als één lijst."""
    ander = False
    for vorig, deel in pairwise((None, *delen)):
        if isinstance(deel, Lijst):
            ander = isinstance(vorig, Lijst) and not ander
            yield _schrijf_lijst(deel, adres, ander=ander)
        elif deel is not None:
            yield _schrijf_deel(deel, adres)


def _schrijf_deel(  # noqa: PLR0911  een regel per soort deel
    deel: Kop | Tekst | Aanhaling | Plattabel | Beeld | Codeblok | Streep, adres: Callable[[str], str]
) -> str:
    match deel:
        case Kop():
            # Hekjes aan het einde van een kop horen voor Markdown bij de kop zelf.
            return re.sub(r"#$", r"\\#", f"{'#' * deel.niveau} {schrijf_regel(deel.regel, adres)}")
        case Tekst():
            return schrijf_regel(deel.regel, adres)
        case Aanhaling():
            bron = (f"— {ontsnap_markdown(deel.bron)}",) if deel.bron else ()
            return _met_voorvoegsel("\n\n".join((schrijf_delen(deel.delen, adres), *bron)), "> ", "> ")
        case Plattabel():
            return _schrijf_tabel(deel, adres)
        case Beeld():
            return f"![{ontsnap_markdown(deel.alt)}]({_tussen_haken(adres(f'figuren/{deel.naam}.svg'))})"
        case Codeblok():
            hek = "`" * max(3, _langste_reeks(deel.tekst) + 1)
            return f"{hek}text\n{deel.tekst}\n{hek}"
        case Streep():
            return "___"


def _schrijf_lijst(lijst: Lijst, adres: Callable[[str], str], *, ander: bool) -> str:
    punten = []
    for rang, punt in enumerate(lijst.punten):
        teken = ("* " if ander else "- ") if lijst.begin is None else f"{lijst.begin + rang}{')' if ander else '.'} "
        tussen = "\n" if _is_dicht(punt) else "\n\n"
        punten.append(_met_voorvoegsel(tussen.join(_schrijf_op_rij(punt, adres)), teken, " " * len(teken)))
    return ("\n" if all(map(_is_dicht, lijst.punten)) else "\n\n").join(punten)


def _is_dicht(punt: Sequence[Platdeel]) -> bool:
    """Waar als een punt één alinea is, met hoogstens een lijst eronder die daar zonder lege regel mag beginnen."""
    match punt:
        case [Tekst()] | [Tekst(), Lijst(begin=None | 1)]:
            return True
        case _:
            return False


def _schrijf_tabel(tabel: Plattabel, adres: Callable[[str], str]) -> str:
    uitlijning = "---:" if tabel.getallen else "---"
    streep = ["---", *([uitlijning] * (len(tabel.koppen) - 1))]
    if tabel.slot_is_tekst:
        streep[-1] = "---"
    cellen = [[_LOS_STREEPJE.sub(r"\\|", schrijf_regel(cel.regel, adres)) for cel in rij] for rij in tabel.rijen]
    rijen: list[list[str]] = [[*map(ontsnap_markdown, tabel.koppen)], streep, *cellen]
    titel = f"**{ontsnap_markdown(tabel.bijschrift)}**\n\n" if tabel.bijschrift else ""
    return titel + "\n".join(f"| {' | '.join(rij)} |" for rij in rijen)


# ---- lopende tekst ----


def schrijf_regel(regel: Regel, adres: Callable[[str], str] = str) -> str:
    """Geef een regel als Markdown; een nieuwe regel binnen een alinea wordt een harde overgang.

    Opmaak die Markdown op die plek niet kan uitdrukken, vervalt; de woorden blijven altijd.
    """
    if not _houdt_opmaak(regel):
        regel = tuple(Stukje(tekst=stukje.tekst, doel=stukje.doel) for stukje in regel)
    return _schrijf_links(regel, adres)


def _houdt_opmaak(regel: Regel) -> bool:
    """Waar als de opmaak heen en terug komt. Staat er gewoon wit om elk woord, dan is dat zo."""
    if all(_staat_los(*drie) for drie in zip((None, *regel), regel, (*regel[1:], None), strict=False)):
        return True
    from kwaliteit.weergave import mensentekst  # noqa: PLC0415  de lezer laadt alleen voor een lastige regel

    # De strenge lezer kent geen pad binnen de map; waar een link heen gaat, maakt voor de opmaak niet uit.
    nummers = {doel: str(rang) for rang, doel in enumerate(dict.fromkeys(stukje.doel for stukje in regel))}
    proef = tuple(replace(stukje, doel=stukje.doel and f"https://{nummers[stukje.doel]}.example") for stukje in regel)
    return mensentekst.als_delen((_schrijf_links(proef, str),), 2) == (Tekst(regel=proef),)


def _staat_los(vorig: Stukje | None, stukje: Stukje, volgend: Stukje | None) -> bool:
    if not (stukje.vet or stukje.schuin or stukje.doorgehaald or stukje.code):
        return True
    begint_los = vorig is None or " " in (vorig.tekst[-1], stukje.tekst[0])
    eindigt_los = volgend is None or stukje.tekst[-1] == " " or volgend.tekst[0] in " .,;:"
    zonder_wit = stukje.tekst if stukje.code else stukje.tekst.strip(" ")
    return begint_los and eindigt_los and stukje.tekst.strip() == zonder_wit != ""


def _schrijf_links(regel: Regel, adres: Callable[[str], str]) -> str:
    tekst = ""
    for doel, groep in groupby(regel, key=lambda stukje: stukje.doel and adres(stukje.doel)):
        binnen = _schrijf_opmaak(tuple(groep), _OMSLAGEN)
        if doel:
            # Een uitroepteken vlak voor een link zou er een beeld van maken.
            tekst = f"{tekst[:-1]}\\!" if tekst.endswith("!") else tekst
            binnen = _omsluit(binnen, "[", f"]({_tussen_haken(doel)})")
        tekst += binnen
    return "\n".join(map(ontsnap_begin, tekst.split("\n")))


def _schrijf_opmaak(stukjes: Regel, lagen: Sequence[tuple[Callable[[Stukje], bool], str]]) -> str:
    if not lagen:
        return "".join(map(_schrijf_stukje, stukjes))
    (heeft, omslag), *dieper = lagen
    delen: list[str] = []
    for met, groep in groupby(stukjes, key=heeft):
        binnen = _schrijf_opmaak(tuple(groep), dieper)
        delen.append(_omsluit(binnen, omslag, omslag) if met else binnen)
    return "".join(delen)


def _omsluit(tekst: str, begin: str, eind: str) -> str:
    """Zet tekens om de tekst, met het wit aan de randen erbuiten; om alleen wit komt niets."""
    kern = tekst.strip(" ")
    voor = tekst[: len(tekst) - len(tekst.lstrip(" "))]
    return f"{voor}{begin}{kern}{eind}{tekst[len(voor) + len(kern) :]}" if kern.strip("\\\n ") else tekst


def _schrijf_stukje(stukje: Stukje) -> str:
    if stukje.code and stukje.tekst.strip():
        hek = "`" * (_langste_reeks(stukje.tekst) + 1)
        ruimte = " " if stukje.tekst[0] in "` " or stukje.tekst[-1] in "` " else ""
        return f"{hek}{ruimte}{stukje.tekst}{ruimte}{hek}"
    return "\\\n".join(map(ontsnap_binnen, stukje.tekst.split("\n")))


def _tussen_haken(doel: str) -> str:
    return doel if _GEWOON_ADRES.fullmatch(doel) else f"<{doel}>"


def _langste_reeks(tekst: str) -> int:
    return max(map(len, re.findall("`+", tekst)), default=0)


def _met_voorvoegsel(tekst: str, eerste: str, verder: str) -> str:
    regels = tekst.split("\n")
    return "\n".join(f"{eerste if not rang else verder}{regel}".rstrip() for rang, regel in enumerate(regels))
