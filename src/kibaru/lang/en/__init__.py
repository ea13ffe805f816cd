"""English: sentences, grammar, numbers, dates, cues and the lexicon."""
