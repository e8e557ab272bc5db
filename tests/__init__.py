"""Toetsen: een per kamer, plus gouden bestanden, wetten en het huis zelf."""
