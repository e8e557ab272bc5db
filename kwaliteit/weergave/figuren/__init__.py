"""Geometrie van de figuren: waar elk vak, teken en lijntje staat, in procenten van de breedte en pixels hoogte.

Hier staat geen opmaak en geen tekst van getallen. Alleen een cijfer dat getoond mag worden levert een plaats op; voor
alle andere bestaat er geen coördinaat.
"""
