"""Maakt van een bestand in de etalage een antwoord aan de browser. Alleen hier komt de balk in een pagina.

Het beleid (CSP) blijft dat van de pagina zelf, met alleen het script en de stijl van de balk erbij, elk bij hun hash.
"""

import hashlib
import html
import json
import re
from base64 import b64encode
from dataclasses import dataclass

from kwaliteit.bekijken import balk
from kwaliteit.bekijken.etalage import Uitstalling

_BELEID = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?')
_STIJL = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_BEELD = re.compile(r'src="https?://[^"]*/(figuren/[^"/]+)"')
_SOORTEN = {"html": "text/html", "svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
"""Al het andere (csv, md, json) is hier tekst: dan toont de browser het in plaats van het te bewaren."""

_LEEG = (
    '<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
    "<title>{titel}</title></head>\n<body>\n{inhoud}\n</body>\n</html>\n"
)
_NOG_NIETS = (
    "<main><h1>Nog geen pagina</h1><p>Onderaan staat wat er mis is. Is dat verbeterd, dan komt de pagina.</p></main>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """Wat er naar de browser gaat; zonder meer is dat gewone tekst die niets mag."""

    inhoud: bytes
    soort: str = "text/plain; charset=utf-8"
    beleid: str = "default-src 'none'; frame-ancestors 'none'; sandbox"


def maak_antwoord(stand: Uitstalling, pad: str) -> Antwoord:
    """Geef een bestand; een pagina met de balk erin. Is er nog nooit iets gebouwd, dan alleen de balk."""
    uitgang = pad.rpartition(".")[2]
    soort = _SOORTEN.get(uitgang, "text/plain")
    if soort == "text/html":
        return _met_balk(stand, pad)
    inhoud = stand.bestanden[pad]
    if soort == "image/svg+xml":
        stijlen = _hashes(inhoud.decode("utf-8"))
        return Antwoord(
            inhoud=inhoud,
            soort=soort,
            beleid=f"default-src 'none'; style-src {stijlen}; frame-ancestors 'none'; sandbox",
        )
    if soort == "text/plain":
        return Antwoord(inhoud=inhoud)
    return Antwoord(inhoud=inhoud, soort=soort)


def maak_stand(stand: Uitstalling, pad: str) -> Antwoord:
    """Wat het script in de pagina moet weten: is er iets nieuws, is deze pagina veranderd, en wat zegt de balk."""
    inhoud = {"kenmerk": stand.kenmerk, "merk": stand.merk(pad), "balk": balk.maak_balk(stand, pad)}
    return Antwoord(inhoud=json.dumps(inhoud).encode("ascii"), soort="application/json")


def _met_balk(stand: Uitstalling, pad: str) -> Antwoord:
    bron = stand.bestanden.get(pad, _NOG_NIETS.encode()).decode("utf-8")
    if not bron.lstrip().casefold().startswith("<!doctype"):
        # Een fragment is voor in een pagina van een ander; hier krijgt het een kale pagina om zich heen.
        bron = _LEEG.format(titel=html.escape(pad), inhoud=bron)
    gevonden = _BELEID.search(bron)
    beleid = (
        html.unescape(gevonden[1])
        if gevonden
        else f"default-src 'none'; style-src {_hashes(bron)}; img-src 'self' data:"
    )
    pagina = _wijs_naar_hier(_BELEID.sub("", bron, count=1), stand)
    romp, sluiting, rest = pagina.rpartition("</body>") if "</body>" in pagina else (pagina, "", "")
    return Antwoord(
        inhoud=f"{romp}{balk.maak_stukje(stand, pad)}{sluiting}{rest}".encode(),
        soort="text/html; charset=utf-8",
        beleid=_vul_aan(beleid),
    )


def _wijs_naar_hier(bron: str, stand: Uitstalling) -> str:
    """Een beeld met het webadres van de organisatie ervoor komt hier uit de etalage; er gaat niets naar buiten."""

    def vervang(gevonden: re.Match[str]) -> str:
        return f'src="/{gevonden[1]}"' if gevonden[1] in stand.bestanden else gevonden[0]

    return _BEELD.sub(vervang, bron)


def _vul_aan(beleid: str) -> str:
    """Zet script, stijl en vraag van de balk bij het beleid van de pagina; verder mag er niets meer."""
    regels = {deel.split()[0]: deel.split()[1:] for deel in beleid.split(";") if deel.split()}
    stijl = [bron for bron in regels.get("style-src", []) if bron != "'none'"]
    regels |= {
        "style-src": [*stijl, _hash(balk.STIJL)],
        "script-src": [_hash(balk.SCRIPT)],
        "connect-src": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(" ".join((naam, *bronnen)) for naam, bronnen in regels.items())


def _hashes(bron: str) -> str:
    return " ".join(_hash(stijl) for stijl in _STIJL.findall(bron)) or "'none'"


def _hash(tekst: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(tekst.encode('utf-8')).digest()).decode('ascii')}'"
