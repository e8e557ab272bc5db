"""De grond: de zelfstandige naamwoorden die de haltes delen.

Bevroren dataclasses, opsommingen en kolomafspraken. Importeert niets van ons en raakt de buitenwereld niet.
Hier staat bewust geen doorgeefluik: wie een begrip nodig heeft, noemt het bestand (`begrippen.kader`). Zo kost
`kwaliteit --help` nooit de import van pandas.
"""
