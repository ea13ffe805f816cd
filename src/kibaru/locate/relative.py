"""Places told by other places: a distance from a town, a stretch between two, a road, a border.

The names keep their readings; what is said of them becomes a `Region`, with a point only where the words give one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Final

from kibaru.lang.en import place_relations as english
from kibaru.locate.placing import Found, Region
from kibaru.locate.rank import COUNTRIES, Choice, Context, km
from kibaru.model.annotation import Sentence
from kibaru.model.knowledge import PlaceEntry
from kibaru.ports import Gazetteer

_LOOK_BACK: Final = 14
_KM_PER_DEGREE: Final = 111.2
# A told distance is rounded and a direction is one of eight: a quarter of the distance either way, 5 km at least.
_VAGUE: Final = 0.25
_LEAST_KM: Final = 5.0
_NEAR_KM: Final = 25.0
_LONGEST_STRETCH_KM: Final = 600.0


def relate(found: list[Found], sentences: Sequence[Sentence], context: Context, gazetteer: Gazetteer) -> list[Found]:
    """The places with their regions; the second end of a stretch is taken up by the first."""
    kept: list[Found] = []
    told: dict[int, list[str]] = {}
    k = 0
    while k < len(found):
        this, after = found[k], found[k + 1] if k + 1 < len(found) else None
        index = this.spot.sentence
        if index not in told:
            words = sentences[index].words
            told[index] = list(words) if english.relates(words) else []
        lowers = told[index]
        if not lowers:
            kept.append(this)
            k += 1
            continue
        before = lowers[max(0, this.spot.i - _LOOK_BACK) : this.spot.i]
        taken = _read(this, after, lowers, " ".join(before), context) if this.choice else 0
        if this.spot.facility and "-" in this.spot.name:
            _hyphened(this, lowers, context, gazetteer)
        kept.append(this)
        k += 1 + taken
    return kept


def _read(this: Found, after: Found | None, lowers: list[str], before: str, context: Context) -> int:
    """Set a place's region where the words tell one; how many places after it the phrase takes up."""
    entry = this.choice.entry if this.choice else None
    if entry is None:
        return 0
    if entry.feature in COUNTRIES:
        return _border(this, after, entry, lowers, before, context)
    if entry.lat is None or entry.lon is None or entry.radius_km is not None:
        return 0
    told = english.offset(before)
    if told is not None:
        this.region = _moved(entry, told, this.spot.i - told.words)
        this.locative = True
        return 0
    words = english.road(before) or english.between(before)
    if words and after and after.choice and _joined(this, after, lowers):
        this.region = _stretch(entry, after.choice.entry, this.spot.i - words)
        if this.region:
            this.last, this.locative = after.last, True
            return 1
    return 0


def _hyphened(this: Found, lowers: list[str], context: Context, gazetteer: Gazetteer) -> None:
    """The road between two towns that a hyphen joins ("the Gao-Kidal road"), in the country that the report speaks of."""
    parts, noun = this.spot.name.split("-"), lowers[this.spot.j : this.spot.j + 1]
    if len(parts) != 2 or not (noun and english.is_road(noun[0])):
        return
    for country in context.likely(this.spot.sentence):
        ends = [
            next((e for e in gazetteer.exact(p) if e.country == country and e.feature[0] == "P"), None) for p in parts
        ]
        if ends[0] and ends[1] and (region := _stretch(ends[0], ends[1], this.spot.frame.first)):
            this.choice = Choice(ends[0], (), "one end of the road", True)
            this.region = region
            return


def _moved(entry: PlaceEntry, told: english.Offset, first: int) -> Region:
    lat, lon = entry.lat or 0.0, entry.lon or 0.0
    if told.bearing is None:
        precision = 2 if told.km <= _NEAR_KM else 4
        why = f"within {told.km:.0f} km of {entry.name}"
        return Region(first, precision, round(max(told.km, _LEAST_KM), 1), lat, lon, why)
    angle = radians(told.bearing)
    north = lat + told.km * cos(angle) / _KM_PER_DEGREE
    east = lon + told.km * sin(angle) / (_KM_PER_DEGREE * cos(radians(lat)))
    radius = round(max(_LEAST_KM, _VAGUE * told.km), 1)
    precision = 2 if radius <= _NEAR_KM else 4
    why = f"{told.km:.0f} km from {entry.name} in the direction told"
    return Region(first, precision, radius, round(north, 4), round(east, 4), why)


def _joined(this: Found, after: Found, lowers: list[str]) -> bool:
    between = lowers[this.last : after.spot.frame.first]
    return after.spot.sentence == this.spot.sentence and between in (["and"], ["to"], ["with"], ["and", "the"])


def _stretch(one: PlaceEntry, other: PlaceEntry, first: int) -> Region | None:
    """The middle between two towns of one country, as far as each."""
    apart = km(one, other)
    if apart is None or apart > _LONGEST_STRETCH_KM or one.country != other.country or one.id == other.id:
        return None
    lat = ((one.lat or 0.0) + (other.lat or 0.0)) / 2
    lon = ((one.lon or 0.0) + (other.lon or 0.0)) / 2
    half = max(_LEAST_KM, apart / 2)
    precision = 2 if half <= _NEAR_KM else 5
    why = f"between {one.name} and {other.name}"
    return Region(first, precision, round(half, 1), round(lat, 4), round(lon, 4), why)


def _border(
    this: Found, after: Found | None, entry: PlaceEntry, lowers: list[str], before: str, context: Context
) -> int:
    """A border zone: in the country that the sentence speaks of, else in one of the two, and without a point."""
    words = english.border_before(before)
    last = this.last
    named_after = last < len(lowers) and english.border_after(lowers[last])
    if not words and not named_after:
        return 0
    others: tuple[str, ...] = ()
    pair = after if words and after and after.choice and _joined(this, after, lowers) else None
    if pair and pair.choice and pair.choice.entry.feature in COUNTRIES:
        home, others = entry.country, (pair.choice.entry.country,)
        this.last = pair.last
    else:
        pair = None
        home = next((c for c in context.likely(this.spot.sentence) if c != entry.country), entry.country)
        this.last = last + (1 if named_after else 0)
    first = this.spot.i - words if words else this.spot.frame.first
    this.region = Region(first, 5, None, None, None, f"the border of {entry.name}", home, others)
    this.locative = True
    return 1 if pair else 0
