"""Clean: pure normalisers that know no language."""
