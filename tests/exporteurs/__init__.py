"""Schrijvers die exports van enquêtetools namaken uit bekende antwoorden. Delen geen code met de lezer.

`vragen` is de waarheid, `tabel` wat een tool ervan kan zeggen, `houders` de bestanden; de rest is één bestand per
familie van tools.
"""
