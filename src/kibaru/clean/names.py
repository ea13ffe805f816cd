"""Names folded for look-up, and keys under which other romanisations of the same name meet.

`fold` decides equality: case, accents and punctuation do not count. The transliteration key goes further: it maps
the English and French renderings of Arabic, Tamasheq, Fulfulde, Songhay and Mande names ("Archam" and "Arsham",
"Ouagadougou" and "Wagadugu") to one string, and `similarity` compares two names by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ɲ": "ny",
        "ŋ": "ng",
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ɔ": "o",
        "ɛ": "e",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ƴ": "y",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ß": "ss",
        "ə": "e",
    }
)
# Apostrophes, the letters used for hamza and ayn, and full stops vanish ("N'Djamena", "U.S."); the rest parts words.
_DROPPED = re.compile(r"['’‘`´ʼʻʿʾʹ′.]")
_PARTED = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The form under which names are equal: lower case, no accents, no apostrophes or full stops, single spaces.

    "N'Djaména" gives "ndjamena", "Al-Qa'ida" gives "al qaida", "U.S." gives "us". Idempotent; empty for pure punctuation.
    """
    if not name.isascii():
        # Case first, and again after decomposing: a few capitals only come apart into lower-case letters that way.
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        name = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    return _PARTED.sub(" ", _DROPPED.sub("", name.lower())).strip()
