"""Papier en Word: de platte delen, gezet in een pdf en in een docx."""
