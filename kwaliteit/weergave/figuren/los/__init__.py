"""De romp van een los beeld, per soort figuur: wat er tussen de titel en de bron staat.

Een los beeld gaat zonder pagina de wereld in. Daarom staan ook vraagteksten, groepen, legenda en getallen erin. De
plaatsen komen uit dezelfde geometrie als de figuren op de pagina.
"""
