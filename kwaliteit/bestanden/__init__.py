"""De kamer die vreemde bestanden opent: van bytes naar cellen. Weet niets van vragen of antwoorden.

Wat een vreemde maakte wordt ontleed in een kindproces (`kind`) dat weinig mag en gedood kan worden; de rest van het
programma praat alleen met `leesploeg`. De weg van een bestand: `herken` (wat is het) → `zipgrens` (is het veilig) →
`rekenblad`, `tekst` of `sav` (cellen) → `kolommen`. Deze module importeert met opzet niets: elk kind begint hier.
"""
