"""Rows of actors on their way into the artefact: what an entry and its names are, and how tables are read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kibaru.clean.names import fold

_WEAK = "~"


@dataclass(frozen=True, slots=True)
class Name:
    """One name as written; `alone` tells whether it needs no context, `role` overrides the entry's role."""

    text: str
    alone: bool = True
    role: str = ""

    @property
    def case(self) -> int:
        """0 any case; 1 the first letter is a capital; 2 capitals as written (acronyms)."""
        if any(c.isspace() for c in self.text):
            capital = self.text[0].isupper() or self.text[0].isdigit() or not (self.alone or self.text.islower())
            return 1 if capital else 0
        letters = [c for c in self.text if c.isalpha()]
        if not letters or (letters[0].islower() and len(letters) > 2):
            return 0
        inner = re.split(r"[-/’']", self.text)
        exact = len(letters) > 1 and any(any(c.isupper() for c in part[1:]) for part in inner)
        return 2 if exact or all(c.isupper() for c in letters) else 1


@dataclass(slots=True)
class Row:
    """One entry with its names. `terms` are the days (first and last, ISO or empty) in which it holds.

    `related` are its ties to other rows by their ids: "split from", "joined", "allied with". `offices` are the offices
    of its state that a person held, each with first and last day.
    """

    id: str
    name: str
    kind: str
    role: str
    country: str = ""
    countries: list[str] = field(default_factory=list)
    acts_for: str = ""
    terms: list[tuple[str, str]] = field(default_factory=list)
    source: str = ""
    names: list[Name] = field(default_factory=list)
    related: list[tuple[str, str]] = field(default_factory=list)
    offices: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, *names: Name) -> None:
        """Add names that the row lacks, compared as they are looked up; of two the one with laxer capitals stays."""
        places = {_key(name): at for at, name in enumerate(self.names)}
        for name in names:
            at = places.get(_key(name))
            if at is None and fold(name.text):
                places[_key(name)] = len(self.names)
                self.names.append(name)
            elif at is not None and name.case < self.names[at].case:
                self.names[at] = name


def _key(name: Name) -> tuple[str, bool, str]:
    return fold(name.text), name.case == 2, name.role


def named(cell: str, role: str = "") -> list[Name]:
    """The names of a cell, parted by bars; a tilde at the end marks one that needs context."""
    parts = [part.strip() for part in cell.split("|") if part.strip()]
    return [Name(part.rstrip(_WEAK), not part.endswith(_WEAK), role) for part in parts]


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table with a header; lines that begin with # are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="\t")


def first_day(text: str) -> str:
    """The first day of a year, month or day in ISO notation; empty stays empty."""
    return text + {4: "-01-01", 7: "-01"}.get(len(text), "") if text else ""


def last_day(text: str) -> str:
    """The last day of a year, month or day in ISO notation; empty stays empty."""
    if len(text) == 7:
        year, month = (int(part) for part in text.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1).isoformat()
    return text + "-12-31" if len(text) == 4 else text
