"""De rijke pagina: hele bestanden, het fragment en de kaarten, met hun stijlblad."""
