"""The English of places told by other places: "30 km north of", "between ... and", "on the road from", "the border with"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_KM: Final = 1.0
_MILE: Final = 1.609
_BEARINGS: Final = {
    "north": 0.0,
    "north-east": 45.0,
    "east": 90.0,
    "south-east": 135.0,
    "south": 180.0,
    "south-west": 225.0,
    "west": 270.0,
    "north-west": 315.0,
}
_WORDS: Final = {"five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_OFFSET: Final = re.compile(
    r"(?:^| )(?:(?:some|about|around|roughly|nearly|approximately|just|only|over|under) )?"
    r"(?P<number>\d+(?:[.,]\d+)?|" + "|".join(_WORDS) + r") ?(?P<unit>kms?|kilomet(?:er|re)s?|miles?)"
    r"(?: \( [^()]{1,20} \))?"
    r"(?: (?:(?:to )?the |due )?(?P<bearing>north|south|east|west)-?(?P<second>east|west)?(?:ern)?(?: side)? (?:of|from)"
    r"| (?:away )?from| outside)"
    r"(?: (?:the|its))?(?: \S+)?(?: (?:town|city|village|capital))?(?: of)?$"
)
_ROAD: Final = re.compile(
    r"(?:^| )(?:on |along )?(?:the |a )?(?:main )?(?:road|highway|route|axis|stretch)(?: \S+)?"
    r" (?:from|between|linking|connecting|joining)(?: the)?(?: (?:towns?|cities|villages?)(?: of)?)?$"
)
_BETWEEN: Final = re.compile(r"(?:^| )between(?: the)?(?: (?:towns?|cities|villages|localities)(?: of)?)?$")
_BORDER: Final = re.compile(
    r"(?:^| )(?:(?:near|at|on|along|by|close to|across|around) )?(?:the |its |their )?"
    r"(?:(?:common|shared|\w+ern) )?(?:border|frontier)s?(?: area| region| zone)?s? (?:with|between)(?: the)?$"
)
_BORDER_AFTER: Final = frozenset({"border", "frontier", "borders"})


# Without one of these no place of a sentence is told by another.
_SIGNS: Final = frozenset(
    "border borders frontier frontiers between road highway route axis stretch km kms kilometre kilometres kilometer "
    "kilometers mile miles".split()
)


@dataclass(frozen=True, slots=True)
class Offset:
    """How far from a place, in km, and in which direction in degrees from north, None if untold; the words it takes."""

    km: float
    bearing: float | None
    words: int


def relates(lowers: Iterable[str]) -> bool:
    """Whether words may tell a place by another."""
    return not _SIGNS.isdisjoint(lowers)


def offset(before: str) -> Offset | None:
    """What the lower-cased words before a name, parted by single spaces, say of a distance from it."""
    found = _OFFSET.search(before)
    if found is None:
        return None
    told = found["number"]
    number = float(_WORDS[told]) if told in _WORDS else float(told.replace(",", "."))
    unit = _MILE if found["unit"].startswith("mile") else _KM
    heading = "-".join(filter(None, (found["bearing"], found["second"])))
    return Offset(number * unit, _BEARINGS.get(heading), _length(found))


def road(before: str) -> int:
    """How many words before a name make it one end of a road; 0 if none do."""
    found = _ROAD.search(before)
    return _length(found) if found else 0


def is_road(lower: str) -> bool:
    """Whether a noun after two joined names makes them the ends of a road."""
    return lower in {"road", "highway", "route", "axis"}


def between(before: str) -> int:
    """How many words before a name make it the first of two that something lies between; 0 if none do."""
    found = _BETWEEN.search(before)
    return _length(found) if found else 0


def border_before(before: str) -> int:
    """How many words before a country speak of its border; 0 if none do."""
    found = _BORDER.search(before)
    return _length(found) if found else 0


def border_after(lower: str) -> bool:
    """Whether the word after a country's name makes it that country's border."""
    return lower in _BORDER_AFTER


def _length(found: re.Match[str]) -> int:
    return len(found[0].split())
