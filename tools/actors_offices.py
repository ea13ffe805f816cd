"""Offices of states and who held them when: reviewed rows first, then what the Factbook's editions show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from actors_rows import Row, first_day, last_day, table
from actors_sources import OPEN, TITLES, Countries, person_name
from kibaru.clean.names import fold

_TITLE_OFFICES = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "supreme leader": "supreme leader",
}
_ROLE_OFFICES = {"chief of state": "head of state", "head of government": "head of government"}
# A second in office, or somebody who is still to take it.
_OTHER_OFFICE = re.compile(r"\b(?:vice|deputy|first|second|executive|co|elect)\b", re.IGNORECASE)


class _Line(NamedTuple):
    """A title of the Factbook with its holder's row, from when and until when it is seen (ISO)."""

    country: str
    role: str
    title: str
    row: Row | None
    since: str
    seen: str


def reviewed(path: Path, people: Sequence[Row]) -> None:
    """Give persons the offices of the reviewed table; without terms there those of the person's row.

    Raises ValueError where the table names somebody whom the persons' table lacks.
    """
    by_id = {row.id: row for row in people}
    for line in table(path):
        row = by_id.get(f"person-{line['person']}")
        if row is None:
            raise ValueError(f"{path.name} gives an office to {line['person']!r}, who is no person of the tables")
        own = [term.split("..") for term in line["terms"].split(",") if term]
        terms = [(first_day(first), last_day(last)) for first, last in own] or row.terms
        row.offices += [(office, *term) for office in line["offices"].split(",") for term in terms]


def factbook(path: Path, countries: Countries, people: Sequence[Row]) -> None:
    """Add the terms that the Factbook shows where the reviewed offices leave the days open.

    A term lasts for certain until the edition that last shows it or until the next one in the same role.
    """
    taken = [(row.country, office, first, last) for row in people for office, first, last in row.offices]
    lines = list(_lines(path, countries, people))
    for line in _best(lines):
        end = _end(line, lines)
        if line.row is None or (end and end < line.since):
            continue
        for office in (_TITLE_OFFICES[line.title], _ROLE_OFFICES[line.role]):
            if not any(_overlap((line.since, end), (f, t)) for c, o, f, t in taken if (c, o) == (line.country, office)):
                line.row.offices.append((office, line.since, end))


def _lines(path: Path, countries: Countries, people: Sequence[Row]) -> Iterator[_Line]:
    """Every holder in the two roles but the seconds; those without a title that is an office have no row."""
    rows = {(row.country, fold(name.text)): row for row in people for name in row.names}
    for line in table(path):
        country, text = countries.iso3(line["country"]), line["title_and_name"]
        match = TITLES.match(text)
        title = match[0].lower() if match else ""
        if not country or not line["since_iso"] or _OTHER_OFFICE.search(title or text):
            continue
        office = next((each for each in _TITLE_OFFICES if each in title), "")
        row = rows.get((country, fold(person_name(text)[0]))) if office else None
        yield _Line(country, line["role"], office, row, last_day(line["since_iso"]), line["last_seen_in_factbook"])


def _best(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Of the spellings of one holder, who began on one day, the one that the editions show last."""
    best: dict[tuple[str, str, str], _Line] = {}
    for line in lines:
        key = (line.country, line.role, line.since)
        if line.title and (key not in best or line.seen > best[key].seen):
            best[key] = line
    yield from best.values()


def _end(line: _Line, lines: Sequence[_Line]) -> str:
    later = [o.since for o in lines if (o.country, o.role) == (line.country, line.role) and o.since > line.since]
    if not later and line.seen >= OPEN:
        return ""
    return min([*later, line.seen])


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two terms share more than the day on which one follows the other."""
    return (not one[1] or other[0] < one[1]) and (not other[1] or one[0] < other[1])
