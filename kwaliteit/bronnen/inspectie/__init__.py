"""Zeggen wat een bestand is en een koppeling voorstellen. Leest zoals `verslag`, toont geen antwoord."""
