"""The page docs/reference/actors.md: what the registry covers and what it does not, written by its build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from actors_rows import Row

ARMED = frozenset({"group", "force", "mission"})
_ROLES = (
    ("group", "armed groups and parties"),
    ("force", "forces of states"),
    ("mission", "missions and coalitions"),
    ("government", "governments"),
    ("organisation", "organisations that take no side"),
    ("person", "persons with terms of office"),
)
_CONTINENTS = {
    "AF": "Africa",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "SA": "South America",
    "OC": "Oceania",
}
_SOURCES = (
    ("UCDP Actor Dataset 22.1 (groups active up to 2021)", ("ucdp",)),
    ("UN Security Council list", ("un:", "un ")),
    ("OFAC foreign terrorist organisations", ("ofac",)),
    ("the Sahel seed, rows borne out elsewhere", ("sahel_seed",)),
    ("CIA World Factbook, editions of October 2015 to January 2026", ("factbook",)),
    ("general knowledge of the project, unsourced", ("general knowledge",)),
)
_LIMITS = """\
## What is not covered

- Factions that UCDP names only by a leader ("Forces of X", "Group - Y faction"), supporters of parties, gangs named by a
  pavilion or street: {skipped} rows of UCDP's list are left out, because such names cannot be told in a text.
- Groups that first fought after 2021 are there only where a reviewed row of `resources/actors/groups.tsv` has them.
- UCDP and the lists give no days of founding and end: {dated} of the {groups} groups carry years, all from reviewed rows.
- Heads of state and government before October 2015 are there only where `resources/actors/persons.tsv` has them.
- "The president of Mali" is a person in {terms} terms of {offices} offices of {held} states: rows of
  `resources/actors/offices.tsv`, and the days for which the Factbook's editions show the holder (none is at hand between
  March 2017 and November 2020). On other days nobody is named and the office stays the state's government.
- Names in Arabic script are not shipped: those at hand have not been checked by a reader of Arabic.
- A UN or OFAC listing gives names and an id. It is no evidence about any event, and nothing is coded from it.
- Wikidata ids are not carried: no source at hand gives them, and none is guessed.
- States without armed forces of their own in the registry: {unarmed}.

## How a name is matched

The longest name wins. A name that is short or an ordinary word counts only where its country, or a fuller name, stands in the
report; an acronym keeps its capitals; an acronym that the report introduces is that actor for the rest of the report. An
office counts on the days of its term and for 60 days after. A group's name more than a year before its first day or after its
last is another's and carries no id, unless the report names a year of the group's own. "It" and "they" are the group or force
that is the subject of the sentence before, where nobody else in it can be meant. Another spelling of a person's name counts
after an office or rank, in a report about the person's country, from a likeness of 0.55 on: on 548 labelled pairs of persons
(`make gate`) 85 % of the same persons reach it and 12 % of pairs made of strangers to look alike; its area under the curve is
0.912, that of rapidfuzz's best measure in the same run 0.810.
"""


def page(rows: Sequence[Row], continents: Mapping[str, str], skipped: int) -> str:
    """The page as Markdown. `continents` gives GeoNames' code by ISO3, `skipped` counts UCDP's rows left out."""
    armed = [row for row in rows if row.role in ARMED]
    states = {row.country for row in rows if row.role == "government"}
    unarmed = sorted(states - {row.country for row in rows if row.id.endswith("-military")})
    groups = [row for row in rows if row.role == "group"]
    dated = sum(any(first or last for first, last in row.terms) for row in groups)
    offices = [(row.country, office) for row in rows for office, _, _ in row.offices]
    limits = _LIMITS.format(
        skipped=skipped,
        dated=dated,
        groups=len(groups),
        terms=len(offices),
        offices=len(set(offices)),
        held=len({country for country, _ in offices}),
        unarmed=", ".join(unarmed),
    )
    lead = (
        "# Actors: what the registry covers\n\n"
        "This page is written by `tools/build_actors.py`. "
        f"{len(armed)} armed actors, {len(states)} states and territories, {sum(len(r.names) for r in rows)} names, "
        f"{sum(len(row.related) for row in rows)} ties between groups (split from, joined, allied with; from UCDP).\n\n"
    )
    return f"{lead}{_kinds(rows)}\n{_regions(rows, continents)}\n{_origins(rows)}\n{limits}"


def _table(title: str, head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    rows = ["| " + " | ".join(map(str, line)) + " |" for line in lines]
    return "\n".join([f"## {title}\n", "| " + " | ".join(head) + " |", "|---" * len(head) + "|", *rows]) + "\n"


def _kinds(rows: Sequence[Row]) -> str:
    lines = []
    for role, words in _ROLES:
        these = [row for row in rows if row.role == role]
        names = [name for row in these for name in row.names]
        alone = sum(name.alone for name in names)
        lines.append((words, len(these), len(names), alone, len(names) - alone))
    head = ("kind", "entries", "names", "that may stand alone", "that need context")
    return _table("By kind", head, lines)


def _regions(rows: Sequence[Row], continents: Mapping[str, str]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        codes = row.countries or ([row.country] if row.country else [])
        for region in {continents.get(code, "") for code in codes}:
            counts[region, row.role] += 1
    shown = [role for role, _ in _ROLES if role != "organisation"]
    lines = [(name, *(counts[code, role] for role in shown)) for code, name in _CONTINENTS.items()]
    return _table("By region (an actor of two regions counts in both)", ("region", *shown), lines)


def _origins(rows: Sequence[Row]) -> str:
    lines = []
    for words, marks in _SOURCES:
        these = [row for row in rows if any(mark in f"{row.source.lower()} " for mark in marks)]
        armed = sum(row.role in ARMED for row in these)
        lines.append((words, len(these), armed))
    return _table("By source (a row may have several)", ("source", "entries", "of them armed"), lines)


def continents(path: Path) -> dict[str, str]:
    """The continent of each country by ISO3, from GeoNames' countryInfo."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    at = cells[0].index("Continent")
    return {row[1]: row[at] for row in cells[1:]}
