"""Gewone woorden voor ja en nee, zoals mensen en enquêtetools ze schrijven (na `maak_label`)."""

JA = ("ja", "j", "yes", "y", "waar", "true")
NEE = ("nee", "n", "no", "onwaar", "false")
