"""Het programma starten zo dat Ctrl-C aankomt, ook als de toetsen zelf op de achtergrond draaien.

Een opdracht op de achtergrond erft dat Ctrl-C genegeerd wordt; dan zou een toets op onderbreken eeuwig wachten.
"""

import sys

_START = (
    "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "sys.argv = ['kwaliteit', *sys.argv[1:]]; runpy.run_module('kwaliteit', run_name='__main__')"
)


def onderbreekbaar(*argumenten: str) -> list[str]:
    """Geef de opdracht om het programma met deze argumenten te draaien."""
    return [sys.executable, "-c", _START, *argumenten]
