"""Het verslag als één HTML-bestand: geen script, geen verzoek naar buiten, één stijlblad met een bekende hash."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup, escape

from kwaliteit.begrippen.actie import Actiestatus, noem_stand
from kwaliteit.begrippen.schrijfwijze import met_hoofdletter, schrijf_datum
from kwaliteit.begrippen.uitvoerbestand import Uitvoerbestand
from kwaliteit.begrippen.verslag import Alinea, Blok, Mensentekst, Sectie, Terugblik, Uitgave, Verslag
from kwaliteit.begrippen.vormgeving import STANDAARD, Logo, Vormgeving
from kwaliteit.weergave import mensentekst, tabellen, woorden
from kwaliteit.weergave.adressen import knip_op_adressen
from kwaliteit.weergave.alternatief import alternatief
from kwaliteit.weergave.figuren import bijtekst, spiegel, trend, verdeling
from kwaliteit.weergave.figuren.plaats import kort
from kwaliteit.weergave.pagina.stijlblad import hash_van, krimp, lees_stijl
from kwaliteit.weergave.plat.delen import maak_volledig
from kwaliteit.weergave.sjabloonvoorraad import maak_omgeving

OMSCHRIJVING_LENGTE = 160
MINSTE_INHOUD = 3
"""Met minder hoofdstukken is een inhoudsopgave langer dan zij helpt."""
UITGAVEN = {
    Uitgave.VERSLAG: "Het hele verslag",
    Uitgave.KORT: "Op één bladzijde",
    Uitgave.VERANTWOORDING: "Voor zorgkantoor en inspectie",
}
CIJFERBESTAND = "gegevens/indicatoren.csv"
_VERWIJZING = re.compile(r'(?<= href=")(?!https?:|mailto:)([^"#]*)(#[^"]*)?(?=")')
_VORM = re.compile(r'<(?:path|rect|circle) id="(kv-[\w-]+)"[^>]*/>\n?')
_TABELANKER = re.compile(r'(?<=<details) id="(kv-[\w-]+-tabel)"')
_PATROON = re.compile(r'<pattern id="(kv-[\w-]+)".*?</pattern>\n?')


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    """Wat het sjabloon van het verslag krijgt; `niveau` is dat van de titel."""

    verslag: Verslag
    vorm: Vormgeving
    niveau: int

    @property
    def naam(self) -> str:
        """De naam in de kop: die uit de huisstijl, of anders die van de organisatie."""
        return naam_van(self.verslag, self.vorm)

    @property
    def logo(self) -> Markup:
        """Het logo als beeld in de pagina zelf; leeg zonder logo."""
        return logo_van(self.vorm)

    @property
    def inhoud(self) -> tuple[Sectie, ...]:
        """De inhoudsopgave; leeg als er te weinig hoofdstukken zijn."""
        secties = inhoudsopgave(self.verslag.secties)
        return secties if len(secties) >= MINSTE_INHOUD else ()

    @property
    def uitgaven(self) -> tuple[tuple[str, str], ...]:
        """De andere uitgaven en vormen van dit verslag, als (bestand, woorden)."""
        deze = self.verslag.uitgave
        andere = ((f"{een.value}.html", woorden_) for een, woorden_ in UITGAVEN.items() if een is not deze)
        return (*andere, (f"{deze.value}.md", "Platte tekst (Markdown)"), (CIJFERBESTAND, "Alle cijfers (CSV)"))

    def eigen(self, naam: str, niveau: int, **meer: object) -> Markup | None:
        """Geef het eigen blok van de organisatie met deze naam, of None als zij er geen heeft."""
        if not self.vorm.eigen_blokken:
            return None
        from kwaliteit.weergave import eigenblokken  # noqa: PLC0415  alleen voor wie eigen sjablonen heeft

        return eigenblokken.vul(self.vorm, naam, {"verslag": self.verslag, "niveau": niveau, **meer})


def maak_html(verslag: Verslag, vorm: Vormgeving = STANDAARD) -> Uitvoerbestand:
    """Geef `<uitgave>.html`: een hele pagina, met dezelfde bytes voor hetzelfde verslag."""
    stijl = lees_stijl(
        f"{verslag.titel} – {verslag.organisatie.naam}", vorm.huisstijl, is_kort=verslag.uitgave is Uitgave.KORT
    )
    gegevens = Gegevens(verslag=verslag, vorm=vorm, niveau=1)
    pagina = (
        omgeving()
        .get_template("verslag.html.j2")
        .render(
            gegevens=gegevens,
            verslag=verslag,
            titel=verslag.titel,
            naam=verslag.organisatie.naam,
            omschrijving=_kort_in(verslag.omschrijving),
            logo=gegevens.logo,
            stijl=Markup(stijl),  # noqa: S704  eigen stijlblad; wat erin is gevoegd, is teken voor teken ontsnapt
            stijlhash=hash_van(stijl),
        )
    )
    return Uitvoerbestand(pad=f"{verslag.uitgave.value}.html", inhoud=krimp(snoei(verwijs(pagina, verslag.uitgave))))


def verwijs(pagina: str, uitgave: Uitgave, basis_url: str = "") -> str:
    """Laat een anker dat niet op deze uitgave staat naar het hele verslag wijzen, en zet `basis_url` voor elk bestand.

    Een anker in het hele verslag zelf blijft staan: bestaat het niet, dan is dat een fout die de toetsen vinden.
    """
    ankers = set(re.findall(r' id="?([\w-]+)', pagina))

    def zet_om(gevonden: re.Match[str]) -> str:
        bestand, anker = gevonden[1], gevonden[2] or ""
        if not bestand and uitgave is not Uitgave.VERSLAG and anker[1:] not in ankers:
            bestand = f"{Uitgave.VERSLAG.value}.html"
        return f"{bestand and maak_volledig(bestand, basis_url)}{anker}"

    return _VERWIJZING.sub(zet_om, pagina)


def snoei(pagina: str) -> str:
    """Haal de vormen, patronen en ankers van tabellen weg die deze pagina niet gebruikt."""
    gebruikt = set(re.findall(r"(?:href=\"?|url\()#(kv-[\w-]+)", pagina))
    pagina = _VORM.sub(lambda vorm: vorm[0] if vorm[1] in gebruikt else "", pagina)
    pagina = _TABELANKER.sub(lambda anker: anker[0] if anker[1] in gebruikt else "", pagina)
    gebruikt = set(re.findall(r"url\(#(kv-[\w-]+)", pagina))
    return _PATROON.sub(lambda patroon: patroon[0] if patroon[1] in gebruikt else "", pagina)


def naam_van(verslag: Verslag, vorm: Vormgeving) -> str:
    """Geef de naam die in de kop van een pagina staat."""
    return vorm.huisstijl.naam or verslag.organisatie.naam


def logo_van(vorm: Vormgeving) -> Markup:
    """Geef het logo als beeld dat in de pagina zelf staat; de naam staat er als tekst naast."""
    logo = vorm.huisstijl.logo
    return Markup() if logo is None else _toon_logo(logo)


def _toon_logo(logo: Logo) -> Markup:
    soort = {"svg": "svg+xml", "png": "png"}[logo.soort]
    inhoud = b64encode(logo.inhoud).decode("ascii")
    return Markup('<img class=kv-logo src="data:image/{};base64,{}" width={} height={} alt="">').format(
        soort, inhoud, logo.breedte, logo.hoogte
    )


def inhoudsopgave(secties: tuple[Sectie, ...]) -> tuple[Sectie, ...]:
    """Geef alle secties die in de inhoudsopgave horen, in leesvolgorde."""
    gevonden: list[Sectie] = []
    for sectie in secties:
        if sectie.in_inhoud and sectie.anker:
            gevonden.append(sectie)
        gevonden.extend(inhoudsopgave(sectie.secties))
    return tuple(gevonden)


@cache
def omgeving() -> Environment:
    """Geef de omgeving voor de sjablonen van het verslag, met alles wat zij mogen aanroepen."""
    gemaakt = maak_omgeving()
    gemaakt.filters |= {
        "alt": alternatief,
        "cijfer": woorden.in_woorden,
        "datum": schrijf_datum,
        "groep": woorden.groepsnaam,
        "hoofdletter": met_hoofdletter,
        "kaartanker": _kaartanker,
        "kort": kort,
        "kortst": _kortste_attribuut,
        "mens": mensentekst.als_html,
        "soort": _soort,
        "stand": noem_stand,
        "bijschrift": tabellen.bijschrift_van,
        "tabel": tabellen.tabel_van,
        "tekst": woorden.als_tekst,
        "met_links": _met_links,
        "zonder_aanhaling": woorden.zonder_aanhaling,
    }
    gemaakt.globals |= {
        "anker_elders": tabellen.anker_elders,
        "aswaarde": woorden.aswaarde,
        "deel_in": verdeling.deel_in,
        "geen_balk": bijtekst.geen_balk,
        "gunstig_woord": tabellen.gunstig_woord,
        "gunstig_woord_van": tabellen.gunstig_woord_van,
        "heeft_eigen_tabel": tabellen.heeft_eigen_tabel,
        "heeft_marges": trend.heeft_marges,
        "heeft_meer_groepen": tabellen.heeft_meer_groepen,
        "labelkleur": verdeling.labelkleur,
        "legenda": verdeling.legenda,
        "leg_spiegel_uit": spiegel.leg_uit,
        "leg_trend_uit": trend.leg_uit,
        "naast_elkaar": _naast_elkaar,
        "op_as": spiegel.op_as,
        "splits": bijtekst.splits,
        "TEKENS": spiegel.TEKENS,
        "tel_standen": _tel_standen,
        "trend": trend,
        "verschil": tabellen.verschil,
        "zegt_iets": bijtekst.zegt_iets,
        "zonder_teken": bijtekst.zonder_teken,
    }
    return gemaakt


def _soort(blok: Blok) -> str:
    """De naam van de macro die dit blok toont."""
    return type(blok).__name__.lower()


def _tel_standen(blok: Terugblik) -> tuple[tuple[Actiestatus | None, int], ...]:
    """Hoe vaak elke stand voorkomt, in vaste volgorde en alleen wat voorkomt; None = geen stand gemeld."""
    aantallen = Counter(regel.status for regel in blok.regels)
    return tuple((status, aantallen[status]) for status in (*Actiestatus, None) if aantallen[status])


def _naast_elkaar(sectie: Sectie) -> bool:
    """Waar als de laatste twee onderdelen alleen tekst zijn; op een breed scherm staan die naast elkaar."""
    laatste = sectie.secties[-2:]
    is_tekst = all(isinstance(blok, Alinea | Mensentekst) for onder in laatste for blok in onder.blokken)
    return len(laatste) == 2 and is_tekst and not any(onder.ingeklapt or onder.secties for onder in laatste)


def _met_links(tekst: str) -> Markup:
    """De tekst met een link op elk adres erin."""
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(doel, stuk) if doel else escape(stuk)
        for stuk, doel in knip_op_adressen(tekst)
    )


def _kort_in(tekst: str, lengte: int = OMSCHRIJVING_LENGTE) -> str:
    """Kort een omschrijving in bij een woordgrens."""
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1].rsplit(' ', 1)[0]}…"


def _kaartanker(id_: str) -> str:
    """Het anker op `indicatoren.html` van de kaart bij een vraag: "CL04" wordt "cl04"."""
    return re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")


def _kortste_attribuut(waarde: str) -> Markup:
    """Een attribuutwaarde, zonder aanhalingstekens als het één woord is."""
    return Markup(waarde if re.fullmatch(r"\w+", waarde) else Markup('"{}"').format(waarde))  # noqa: S704  letters
