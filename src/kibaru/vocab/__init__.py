"""Event types, PLOVER and precision codes: versioned vocabularies with their mappings."""
