"""From place words in context to places: the gazetteer in its SQLite form and the resolution of names."""
