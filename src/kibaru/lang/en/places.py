"""The English of places: what introduces, qualifies and follows a place name, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from kibaru.lang.en import place_words as words
from kibaru.model.annotation import Token

POSSESSIVE: Final = frozenset({"'s", "'"})


class Kind(StrEnum):
    """What the words around a name say it is."""

    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    TOWN = "town"
    AREA = "area"
    FACILITY = "facility"


_KINDS: Final = {
    **dict.fromkeys(words.ADMIN1_WORDS, Kind.ADMIN1),
    **dict.fromkeys(words.ADMIN2_WORDS, Kind.ADMIN2),
    **dict.fromkeys(words.TOWN_WORDS, Kind.TOWN),
    **dict.fromkeys(words.AREA_WORDS, Kind.AREA),
}


# The words of a description around the names that it holds.
_DESCRIBING: Final = {
    *words.LOCATIVE,
    *words.NEAR,
    *words.DIRECTIONS,
    *_KINDS,
    *words.FACILITIES,
    *words.FACILITY_MODIFIERS,
    *words.LANDFORMS,
    "between",
    "and",
    "of",
    "the",
}
# The words that `_Backward` may step over; before any other one the phrase begins at the name.
_STEPS: Final = {"of", *words.DIRECTIONS, *_KINDS, *words.DETERMINERS, *POSSESSIVE, *words.ADJECTIVES}
_PEOPLES: Final = ("an", "ese", "ish", "qi", "ni", "li", "bi")


class Frame(NamedTuple):
    """What the words around the name in tokens `[i, j)` say.

    `first` and `last` are the token bounds of the whole phrase; `owner` is the last token of a possessor ("Mali's Gao
    region") or -1; `before` is that of the word in front of the phrase, -1 at the sentence's start.
    """

    first: int
    last: int
    locative: bool
    near: bool
    direction: bool
    kind: Kind | None
    facility: bool
    owner: int
    before: int


def never_place(lower: str) -> bool:
    """Whether a lower-cased word is no place name by itself, whatever gazetteers hold."""
    return lower in words.NEVER


def personal(folded: str) -> bool:
    """Whether a folded one-word name is as often a person's or a common word as a place's."""
    return folded in words.PERSONAL


def is_time(lower: str) -> bool:
    """Whether a word names a day, month or feast and may follow a place without changing it."""
    return lower in words.TIMES


def kind_of(lower: str) -> Kind | None:
    """The kind of place that a common noun names."""
    return _KINDS.get(lower)


def plain_names(name: str) -> tuple[tuple[str, ...], Kind | None]:
    """A name as written in a list ("Kafr Zayta town", "Hamah Governorate"), with and without its common nouns, and
    the kind that they tell."""
    parts, kind = name.split(), None
    forms = [name]
    while len(parts) > 1:
        lower = parts[-1].lower()
        noun = _KINDS.get(lower) or (Kind.FACILITY if lower in words.FACILITIES | words.FACILITY_MODIFIERS else None)
        if noun is None and lower not in words.LANDFORMS:
            break
        kind = kind or noun
        parts.pop()
        forms.append(" ".join(parts))
    return tuple(forms), kind


def inner_names(name: str) -> tuple[str, ...]:
    """The names that a description holds: "Road between Ariha and Jisr ash Shughur" gives both, "Homs" none."""
    runs: list[list[str]] = [[]]
    for word in name.replace("/", " ").replace("(", " ").split():
        lower = word.strip(",)").lower()
        if lower in _DESCRIBING or not word[0].isalpha():
            runs.append([])
        else:
            runs[-1].append(word.strip(",)"))
    told = tuple(" ".join(run) for run in runs if run)
    return told if len(runs) > 1 else ()


def named_for(lowers: Sequence[str]) -> bool:
    """Whether a site takes its name from elsewhere as a rule: an Oxford Street is hardly in Oxford."""
    return lowers[-1] in words.STREETS or lowers[0] in words.STREETS


def demonym_like(lower: str) -> bool:
    """Whether a word looks like the adjective of a country or people."""
    return lower.endswith(words.DEMONYM_ENDINGS) or lower in {"u.s.", "us"}


def facility_name(lowers: Sequence[str]) -> bool:
    """Whether capitalised words are the name of a street, building or site."""
    return len(lowers) >= 2 and (lowers[-1] in words.CAPITAL_FACILITIES or lowers[0] in words.FACILITY_HEADS)


def frame(tokens: Sequence[Token], i: int, j: int) -> Frame:
    """Read the words around a name; at most eight before and one after it."""
    last, kind, facility = j, None, False
    if j < len(tokens):
        after = tokens[j].lower
        following = tokens[j + 1].lower if j + 1 < len(tokens) else ""
        if after in _KINDS and (after != "department" or tokens[j - 1].lower != "states"):
            kind, last = _KINDS[after], j + 1
        elif after in words.FACILITY_MODIFIERS and following in words.FACILITIES:
            facility, last = True, j + 2
        elif after in words.FACILITIES:
            facility, last = True, j + 1
    word = tokens[i - 1].lower if i else ""
    if word in _STEPS or (kind and word.endswith(_PEOPLES)):
        return _Backward(tokens, i, last, kind, facility).read()
    near, locative, first = _introduced(tokens, i)
    return Frame(first, last, locative, near, False, kind, facility, -1, i - 1)


def _introduced(tokens: Sequence[Token], first: int) -> tuple[bool, bool, int]:
    """What the word in front of a phrase says: near it, locative, and where the phrase begins with that word."""
    before = first - 1
    word = tokens[before].lower if first else ""
    if word in words.NEAR:
        return True, True, before
    if word == "between" or (word == "to" and before and tokens[before - 1].lower in {"close", "next"}):
        return True, True, first
    return False, word in words.LOCATIVE or word in words.PLACE_VERBS, first


class _Backward:
    """Reads from the name back to the word that introduces it."""

    def __init__(self, tokens: Sequence[Token], i: int, last: int, kind: Kind | None, facility: bool) -> None:
        self._tokens = tokens
        self._at = i
        self._first = i
        self._last = last
        self._kind = kind
        self._facility = facility
        self._near = self._direction = self._locative = False
        self._owner = -1

    def read(self) -> Frame:
        for _ in range(8):
            if self._at == 0 or not self._step(self._tokens[self._at - 1].lower):
                break
        near, locative, first = _introduced(self._tokens, self._at)
        return Frame(
            first if first < self._at else self._first,
            self._last,
            self._locative or locative,
            self._near or near,
            self._direction,
            self._kind,
            self._facility,
            self._owner,
            self._at - 1,
        )

    def _take(self, words: int = 1) -> bool:
        self._at -= words
        self._first = self._at
        return True

    def _step(self, word: str) -> bool:
        if self._owner >= 0:
            return self._skip(word)
        if word in words.DIRECTIONS:
            self._direction = True
            return self._take()
        if word == "of" and self._at >= 2:
            return self._of(self._tokens[self._at - 2].lower)
        if word in _KINDS and self._kind is None:
            self._kind = _KINDS[word]
            return self._take()
        if word in words.DETERMINERS:
            self._at -= 1
            self._first = self._at if self._kind or self._facility or self._direction else self._first
            return True
        if word in POSSESSIVE and self._at >= 2:
            self._owner = self._at - 2
            self._at -= 2
            return True
        if word in words.ADJECTIVES or (self._kind and word.endswith(_PEOPLES)):
            self._at -= 1
            return True
        return False

    def _skip(self, word: str) -> bool:
        """Before a possessor ("in northern Mali's Gao region") the words belong to it; only the preposition counts."""
        passed = word in words.DIRECTIONS or word in words.DETERMINERS or word in words.ADJECTIVES
        self._at -= passed
        return passed

    def _of(self, noun: str) -> bool:
        if noun in _KINDS:
            self._kind = self._kind or _KINDS[noun]
            if noun == "suburbs":
                self._near = True
            return self._take(2)
        if noun in words.BEARINGS and self._at >= 3 and self._tokens[self._at - 3].lower in words.DISTANCES:
            self._near = self._locative = True
            return self._take(4 if self._at >= 4 else 3)
        if noun in words.OUTSKIRTS:
            self._near = True
            return self._take(2)
        if noun in words.PARTS:
            self._direction = True
            return self._take(2)
        return False
