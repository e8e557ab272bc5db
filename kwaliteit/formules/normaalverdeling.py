"""Het kwantiel van de normale verdeling bij een marge van 95% (rekenregels, vaste getallen)."""

Z = 1.959963984540054
