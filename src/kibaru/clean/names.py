"""Names folded for look-up, and keys under which other romanisations of the same name meet.

`fold` decides equality: case, accents and punctuation do not count. The transliteration key goes further: it maps
the English and French renderings of Arabic, Tamasheq, Fulfulde, Songhay and Mande names ("Archam" and "Arsham",
"Ouagadougou" and "Wagadugu") to one string, and `similarity` compares two names by it.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import Final

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS: Final = str.maketrans(
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
_DROPPED: Final = re.compile(r"['’‘`´ʼʻʿʾʹ′.]")
_PARTED: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The form under which names are equal: lower case, no accents, no apostrophes or full stops, single spaces.

    "N'Djaména" gives "ndjamena", "Al-Qa'ida" gives "al qaida", "U.S." gives "us". Idempotent; empty for
    pure punctuation.
    """
    if not name.isascii():
        # Case first, and again after decomposing: a few capitals only come apart into lower-case letters that way.
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        name = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    return _PARTED.sub(" ", _DROPPED.sub("", name.lower())).strip()


# Articles and particles that come and go between renderings of one name.
_PARTICLE_WORDS: Final = (
    "al el ul as ash es az an ar at ad ez ag ould oul ben bin ibn wal wa ed ud de du la le les the of in and et l d"
)
PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
_ARTICLES: Final = "al el as ash es az an ar at ad ez".split()


def other_articles(name: str) -> tuple[str, ...]:
    """An Arabic name, folded, with the article that it lacks or without or with another than it has.

    "Huwayz" gives "al huwayz" and "el huwayz", "As Sukhnah" gives "sukhnah" and "al sukhnah"; the article before the
    letters t, d, r, z, s, sh and n may be written as it sounds ("at tanf").
    """
    folded = fold(name)
    head, _, rest = folded.partition(" ")
    bare = rest if rest and head in _ARTICLES else folded
    if not bare:
        return ()
    told = "sh" if bare.startswith("sh") else bare[0]
    forms = [bare, f"al {bare}", f"el {bare}"] + ([f"a{told} {bare}"] if told in {"sh", *"tdrzsn"} else [])
    return tuple(form for form in forms if form != folded)


# "I-n-Arabane", "In Arabane" and "Inarabane" are one name; so are "Ti-n-Akof" and "Tin Akof".
_TAMASHEQ: Final = re.compile(r"\b(t?)i[\s-]n[\s-]")
_TAMASHEQ_JOINED: Final = re.compile(r"\b(t?in)[\s-]+(?=[a-z])")
# In order: digraphs to capitals or single letters, then letters that renderings exchange. Written out as plain strings,
# which are replaced several times as fast as patterns; the capitals U and E keep what is exchanged from a second exchange.
_EXCHANGES: Final = """
    sch>S tch>C ch>S sh>S dj>j dzh>j dge>je dgi>ji kh>k gh>g ph>f th>t dh>d gue>ge gui>gi guy>gy que>ke qui>ki quy>ky gn>ny
    q>k ce>se ci>si cy>sy c>k x>ks oo>U ou>U w>U U>u ae>E ei>E ey>E ai>E ay>E E>e oy>oi ee>i aa>a y>i h> mb>nb z>s v>b
"""
_SOUNDS: Final = tuple((letters, letter) for letters, _, letter in (each.partition(">") for each in _EXCHANGES.split()))
_DOUBLED: Final = re.compile(r"(.)\1+")
_MUTE_END: Final = re.compile(r"(?<=[a-zS])e$")
_VOWELS: Final = frozenset("aeiou")
# Letter to the letters that it is often exchanged for.
_EXCHANGED = "S:Cs C:Ss s:SC j:gi g:jk b:u u:b k:g d:t t:d n:m m:n i:j"
_NEAR: Final = {letter: others for letter, _, others in (each.partition(":") for each in _EXCHANGED.split())}
_SKELETON: Final = str.maketrans({"S": "s", "C": "s", "j": "g", **dict.fromkeys("aeiou")})
_BONES: Final = "bdfgjklmnprst"
_LONGEST: Final = 40


@lru_cache(maxsize=16384)
def _sound(token: str) -> str:
    for letters, letter in _SOUNDS:
        token = token.replace(letters, letter)
    token = _DOUBLED.sub(r"\1", token)
    return _MUTE_END.sub("", token) if len(token) > 4 and token[-1] == "e" else token


@lru_cache(maxsize=16384)
def sounds(name: str) -> tuple[str, ...]:
    """The transliteration keys of a name's words, without articles unless nothing else is left."""
    text = _TAMASHEQ.sub(r"\1in", name.lower().replace("’", "").replace("'", ""))
    words = fold(_TAMASHEQ_JOINED.sub(r"\1", text)).split()
    kept = [word for word in words if word not in PARTICLES] or words
    return tuple(key for key in map(_sound, kept) if key)


def skeleton(name: str) -> str:
    """The consonants of a name's key: renderings of one name mostly share it."""
    return "".join(sounds(name)).translate(_SKELETON)


def sound_hashes(name: str, country: str) -> frozenset[int]:
    """Where an index keeps a name of a country (ISO3): a 23-bit hash of country and skeleton, none for tiny ones.

    So short a hash keeps the index small; one in some hundred look-ups finds a stranger, which comparing names removes.
    """
    bones = skeleton(name)
    return frozenset({zlib.crc32(f"{country}|{bones}".encode()) >> 9}) if len(bones) >= 2 else frozenset()


def near_hashes(name: str, country: str) -> frozenset[int]:
    """Where an index keeps the names of a country whose skeleton lacks, adds or exchanges one consonant of this one's."""
    bones = skeleton(name)
    if len(bones) < 3:
        return frozenset()
    cuts = [(bones[:at], bones[at:]) for at in range(len(bones) + 1)]
    near = {head + tail[1:] for head, tail in cuts if tail}
    near |= {head + letter + tail for head, tail in cuts for letter in _BONES}
    near |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _BONES}
    return frozenset(zlib.crc32(f"{country}|{each}".encode()) >> 9 for each in near - {bones})


def _weight(key: str) -> float:
    return sum(0.45 if letter in _VOWELS else 1.0 for letter in key) or 1.0


def _distance(one: str, other: str) -> float:
    """Edit distance in which vowels cost less than consonants."""
    costs = [0.45 if letter in _VOWELS else 1.0 for letter in other]
    before = [0.0]
    for cost in costs:
        before.append(before[-1] + cost)
    for letter in one:
        vowel, near = letter in _VOWELS, _NEAR.get(letter, "")
        lost = 0.45 if vowel else 1.0
        best = before[0] + lost
        row = [best]
        for at, its in enumerate(other):
            # The least of leaving out, putting in and exchanging, written out: this is the hottest loop of the room.
            best += costs[at]
            left_out = before[at + 1] + lost
            if left_out < best:
                best = left_out
            exchanged = before[at]
            if letter != its:
                exchanged += 0.35 if vowel and its in _VOWELS else 0.6 if its in near else 1.0
            if exchanged < best:
                best = exchanged
            row.append(best)
        before = row
    return before[-1]


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return max(0.0, 1.0 - _distance(one, other) / max(_weight(one), _weight(other)))


@lru_cache(maxsize=16384)
def similarity(one: str, other: str) -> float:
    """How likely two names are renderings of one, from 0 to 1; 1 for equal keys. Symmetric.

    Every word needs a counterpart: the worst matched word holds the score down, so that a shared word does not make
    two names alike.
    """
    left, right = sounds(one), sounds(other)
    if not left or not right:
        return 0.0
    whole = _alike("".join(left)[:_LONGEST], "".join(right)[:_LONGEST])
    if len(left) == len(right) == 1:
        return whole
    best = [max(_alike(a, b) for b in right) for a in left] + [max(_alike(a, b) for a in left) for b in right]
    words = 0.5 * (sum(best) / len(best)) + 0.5 * min(best)
    return max(0.98 * whole, words)
