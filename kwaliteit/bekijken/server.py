"""De server: alleen op deze computer, alleen lezen, en alleen wat in de etalage ligt. Raakt geen bestand aan."""

import os
import socket
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import parse_qs, unquote

from kwaliteit.begrippen.fout import EIGEN_FOUT, Gebrek, GebruikFout
from kwaliteit.bekijken import pagina
from kwaliteit.bekijken.etalage import Etalage

LUS = "127.0.0.1"
VASTE_POORT = 8642
"""Steeds dezelfde als hij vrij is: een open tabblad vindt een nieuwe run dan vanzelf terug."""
LANGSTE_WACHT = 20.0
"""Seconden dat de vraag "is er iets nieuws" openstaat; daarna vraagt de pagina het opnieuw."""
STOPTIJD = 0.05
"""Seconden. Zo vaak kijkt de server of hij moet stoppen."""
BEGINPAGINA = "verslag.html"
STANDVRAAG = "-/stand"
"""Geen enkel bestand van het verslag begint met een streepje."""


class Server:
    """De server met zijn thread. `begin` laat verzoeken toe, `close` ruimt alles op."""

    def __init__(self, etalage: Etalage, poort: int | None) -> None:
        self._etalage = etalage
        self._luisteraar = _open(etalage, poort)
        self._draad = threading.Thread(target=self._luisteraar.serve_forever, args=(STOPTIJD,), daemon=True)

    @property
    def adres(self) -> str:
        """Het adres voor in de browser."""
        return f"http://{LUS}:{self._luisteraar.server_port}/"

    def begin(self) -> None:
        """Beantwoord vanaf nu verzoeken."""
        self._draad.start()

    def close(self) -> None:
        """Laat wie wacht gaan en geef de poort vrij."""
        self._etalage.sluit()
        if self._draad.is_alive():
            self._luisteraar.shutdown()
            self._draad.join()
        self._luisteraar.server_close()


class _Luisteraar(ThreadingHTTPServer):
    daemon_threads = True
    # Een browser vraagt in een keer veel beelden; met de gewone 5 laat het systeem de rest een seconde wachten.
    request_queue_size = 128
    # Op Windows mag met deze optie een tweede programma op dezelfde poort; elders kan een nieuwe run er meteen weer op.
    allow_reuse_address = os.name != "nt"
    allow_reuse_port = False

    def __init__(self, etalage: Etalage, poort: int) -> None:
        self.etalage = etalage
        super().__init__((LUS, poort), _Verzoek)
        self.gastheren = frozenset({f"{LUS}:{self.server_port}", f"localhost:{self.server_port}"})

    def server_bind(self) -> None:
        """Houd de poort vast; zonder de naam van deze computer op te zoeken, want dat vraagt iets aan het netwerk."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LUS, int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Een browser die midden in een antwoord weggaat is gewoon; al het andere ving het verzoek zelf op."""


class _Verzoek(BaseHTTPRequestHandler):
    server: _Luisteraar
    timeout = 30

    def do_GET(self) -> None:
        """Beantwoord een vraag om een bestand, of om de stand."""
        try:
            self._beantwoord()
        except OSError:  # de browser is weg
            self.close_connection = True
        except Exception:  # de laatste muur: geen traceback op het scherm
            self._stuur_tekst(HTTPStatus.INTERNAL_SERVER_ERROR, EIGEN_FOUT)

    def do_HEAD(self) -> None:
        """Hetzelfde, zonder de inhoud."""
        self.do_GET()

    def parse_request(self) -> bool:
        """Lees de vraag; alles behalve lezen wordt hier al geweigerd."""
        if not super().parse_request():
            return False
        if self.command in ("GET", "HEAD"):
            return True
        if self._mag_hier_vragen():
            self._stuur_tekst(HTTPStatus.METHOD_NOT_ALLOWED, "Hier is alleen iets te lezen.")
        return False

    def _beantwoord(self) -> None:
        if not self._mag_hier_vragen():
            return
        pad, _, vragen = self.path.partition("?")
        pad = unquote(pad.removeprefix("/"))
        nu = self.server.etalage.nu
        if pad == STANDVRAAG:
            self._stuur_stand(parse_qs(vragen))
        elif pad == "":
            self._stuur(HTTPStatus.FOUND, pagina.Antwoord(inhoud=b""), naar=BEGINPAGINA)
        elif pad in nu.bestanden or pad == BEGINPAGINA:
            self._stuur(HTTPStatus.OK, pagina.maak_antwoord(nu, pad))
        else:
            self._stuur_tekst(HTTPStatus.NOT_FOUND, "Dit hoort niet bij de openbare bestanden van het verslag.")

    def _mag_hier_vragen(self) -> bool:
        """Weiger een vraag die niet van deze pagina's of de adresbalk komt (een andere site, een omgeleide naam)."""
        gastheer = self.headers.get_all("Host", [])
        herkomst = self.headers.get("Origin")
        if (
            len(gastheer) == 1
            and gastheer[0] in self.server.gastheren
            and herkomst in (None, f"http://{gastheer[0]}")
            and self.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
        ):
            return True
        self._stuur_tekst(
            HTTPStatus.FORBIDDEN, f"Typ het adres zelf in de browser: http://{LUS} met de poort erachter."
        )
        return False

    def _stuur_stand(self, vragen: dict[str, list[str]]) -> None:
        kenmerk, pad = (vragen.get(naam, [""])[0] for naam in ("na", "pagina"))
        stand = self.server.etalage.wacht_op_ander(kenmerk, LANGSTE_WACHT)
        self._stuur(HTTPStatus.OK, pagina.maak_stand(stand, pad))

    def _stuur_tekst(self, status: HTTPStatus, tekst: str) -> None:
        self._stuur(status, pagina.Antwoord(inhoud=f"{tekst}\n".encode()))

    def _stuur(self, status: HTTPStatus, antwoord: pagina.Antwoord, *, naar: str = "") -> None:
        self.send_response(status)
        koppen = {
            "Content-Type": antwoord.soort,
            "Content-Length": str(len(antwoord.inhoud)),
            "Content-Security-Policy": antwoord.beleid,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
        }
        if naar:
            koppen["Location"] = f"/{naar}"
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            koppen["Allow"] = "GET, HEAD"
        for naam, waarde in koppen.items():
            self.send_header(naam, waarde)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(antwoord.inhoud)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Antwoord op een vraag die geen goede vraag is, met dezelfde koppen als elk antwoord."""
        self.close_connection = True
        self._stuur_tekst(HTTPStatus(code), "Deze vraag is niet te begrijpen.")

    def version_string(self) -> str:
        """De naam in de kop Server; zonder versie van Python."""
        return "kwaliteit"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  zo heet het in de standaardbibliotheek
        """Een regel per verzoek zegt de gebruiker niets."""


def _open(etalage: Etalage, poort: int | None) -> _Luisteraar:
    """Luister op de gevraagde poort; vroeg niemand om een poort, dan op de vaste of anders op een vrije."""
    try:
        return _Luisteraar(etalage, VASTE_POORT if poort is None else poort)
    except (OSError, OverflowError):
        if poort is None:
            return _Luisteraar(etalage, 0)
        raise GebruikFout(
            Gebrek(
                waar="kwaliteit bekijk",
                wat=f"poort {poort} is bezet of bestaat niet",
                verwacht="een poort van 1024 tot en met 65535 die geen ander programma gebruikt",
                doe_dit="Laat --poort weg, dan kiest het programma zelf een vrije poort, of noem een andere.",
            )
        ) from None
