"""Het verslag als platte rij delen, en de vormen die dat opschrijven: Markdown en het kale fragment."""
