"""Builds src/kibaru/data/actors.json and its card from resources/actors and the knowledge folder.

Usage: KIBARU_CORPORA=../shared python tools/build_actors.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import actors_offices as offices
import actors_page
import actors_reviewed as reviewed
import actors_sources as sources
from actors_rows import Name, Row
from kibaru.clean.names import fold, skeleton

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    {
        "name": "resources/actors: states, groups, organisations, persons",
        "licence": "Apache-2.0",
        "credit": "written for this project from public knowledge; states from the CIA World Factbook and GeoNames",
    },
    {
        "name": "UCDP Actor Dataset 22.1: names, ids and countries of formally organised and of communal groups",
        "licence": "CC BY 4.0",
        "credit": "Davies, Pettersson & Öberg (2022), Journal of Peace Research 59(4); Uppsala Conflict Data Program",
    },
    {
        "name": "United Nations Security Council Consolidated List: names, ids and aliases of armed groups",
        "licence": "public document",
        "credit": "United Nations Security Council; a listing is no evidence about an event",
    },
    {
        "name": "OFAC Specially Designated Nationals: names, ids and aliases of foreign terrorist organisations",
        "licence": "public domain (US Government work)",
        "credit": "US Department of the Treasury; a listing is no evidence about an event",
    },
    {
        "name": "CIA World Factbook: leaders 2015 to 2026",
        "licence": "public domain (US Government work)",
        "credit": "CIA World Factbook through github.com/factbook (CC0)",
    },
    {
        "name": "GeoNames countryInfo: names of countries",
        "licence": "CC BY 4.0",
        "credit": "GeoNames, https://www.geonames.org",
    },
]


def build(knowledge: Path) -> list[Row]:
    """All rows, the reviewed ones first. Raises FileNotFoundError where a source is missing."""
    tables = ROOT / "resources" / "actors"
    states = reviewed.states(tables / "states.tsv")
    rows = states + reviewed.groups(tables / "groups.tsv") + reviewed.groups(tables / "organisations.tsv")
    people = reviewed.persons(tables / "persons.tsv")
    known = {row.id for row in rows}
    dangling = [row.id for row in people if row.acts_for and row.acts_for not in known]
    if dangling:
        raise ValueError(f"these persons act for nobody in the tables: {', '.join(dangling)}")
    countries = sources.Countries(states)
    actors = knowledge / "actors"
    _merge_groups(rows, sources.ucdp(actors / "ucdp_actors.tsv", countries))
    listed = [*sources.united_nations(actors / "un_list.tsv"), *sources.ofac(actors / "ofac_terror_conflict.tsv")]
    _merge_listed(rows, listed)
    taken = frozenset(fold(name.text) for row in states for name in row.names if name.role)
    known = {mark for row in rows for mark in re.findall(r"ucdp:\d+", row.source)}
    communal = sources.communal(actors / "ucdp_actors.tsv", countries, taken)
    rows += (row for row in communal if row.source.split()[-1] not in known)
    _tie(rows, sources.ties(actors / "ucdp-actor-221.csv"))
    leaders = knowledge / "factbook" / "leaders_2016_2026.tsv"
    _merge_people(people, sources.leaders(leaders, countries))
    offices.reviewed(tables / "offices.tsv", people)
    offices.factbook(leaders, countries, people)
    return rows + people + reviewed.places(tables / "places.tsv")


def _tie(rows: Sequence[Row], found: Iterable[tuple[str, str, str]]) -> None:
    """Tell rows what other rows they split from, joined or stand with."""
    homes = {mark: row for row in rows for mark in re.findall(r"ucdp:(\d+)", row.source)}
    for one, tie, other in found:
        row, to = homes.get(one), homes.get(other)
        if row is not None and to is not None and row is not to and (tie, to.id) not in row.related:
            row.related.append((tie, to.id))


def _merge_groups(rows: list[Row], found: Iterable[Row]) -> None:
    """A UCDP group that shares a full name, or an acronym and a country, with a row lends it its names."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in row.names:
            by_name[fold(name.text)].append(row)
    for other in found:
        home = next((row for name in other.names for row in by_name[fold(name.text)] if _same(row, other, name)), None)
        if home is None:
            rows.append(other)
            continue
        home.add(*(name for name in other.names if name.alone))
        if other.source.split()[-1] not in home.source:
            home.source += f", {other.source.split()[-1]}"


def _same(row: Row, other: Row, name: Name) -> bool:
    if row.role not in {"group", "organisation"}:
        return False
    return (name.alone and not row.countries) or bool(set(row.countries) & set(other.countries))


def _merge_listed(rows: list[Row], found: Iterable[tuple[str, list[Name]]]) -> None:
    """UN and OFAC names: added to the one row that shares an unmistakable name; else a group of its own."""
    by_name: dict[str, set[int]] = defaultdict(set)
    for position, row in enumerate(rows):
        if row.role in {"group", "organisation", "force"}:
            for name in row.names:
                by_name[fold(name.text)].add(position)
    for ref, names in found:
        homes = Counter(p for name in names for p in by_name[fold(name.text)] if len(by_name[fold(name.text)]) == 1)
        if not homes:
            row = Row(ref.lower().replace(" ", "-"), names[0].text, "rebel_group", "group", source=ref)
            row.add(*(name for name in names if name.alone or name is names[0]))
            rows.append(row)
            position = len(rows) - 1
        else:
            position = homes.most_common(1)[0][0]
            free = (name for name in names if name.alone and not by_name[fold(name.text)] - {position})
            rows[position].add(*free)
            rows[position].source += f", {ref}"
        for name in rows[position].names:
            by_name[fold(name.text)].add(position)


def _merge_people(people: list[Row], found: Iterable[Row]) -> None:
    """A leader of the Factbook that a reviewed person's names cover is the same person."""
    known = {(row.country, fold(name.text)): row for row in people for name in row.names}
    for row in found:
        home = next((known[key] for name in row.names if (key := (row.country, fold(name.text))) in known), None)
        if home is None:
            people.append(row)
        else:
            home.add(*row.names)


def artefact(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows as compact lists: entries, names by folded form, skeletons of persons' names, offices by country."""
    names: dict[str, list[list[Any]]] = defaultdict(list)
    bones: dict[str, set[int]] = defaultdict(set)
    held: dict[str, dict[str, list[list[Any]]]] = defaultdict(lambda: defaultdict(list))
    entries = []
    for number, row in enumerate(rows):
        about = [row.id, row.name, row.kind, row.role, row.country, row.countries, row.acts_for, row.terms, row.source]
        entries.append([*about, row.related] if row.related else about)
        for office, first, last in row.offices:
            held[row.country][office].append([number, first, last])
        for name in row.names:
            exact = re.sub(r"[\W_]+", "", name.text) if name.case == 2 else ""
            names[fold(name.text)].append([number, int(name.alone), name.case, exact, name.role])
            if row.role == "person":
                for word in fold(name.text).split():
                    bones[skeleton(word)].add(number)
    return {
        "entries": entries,
        "names": {key: names[key] for key in sorted(names)},
        "bones": {key: sorted(bones[key]) for key in sorted(bones) if len(key) > 1},
        "offices": {key: dict(sorted(held[key].items())) for key in sorted(held)},
    }


def card(rows: Sequence[Row], raw: bytes) -> dict[str, Any]:
    """What the artefact holds and whom it comes from."""
    return {
        "artefact": "actors.json",
        "made_by": "tools/build_actors.py",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "licence": "CC BY 4.0 (the most demanding of its sources)",
        "sources": SOURCES,
        "entries": dict(sorted(Counter(row.role for row in rows).items())),
        "names": sum(len(row.names) for row in rows),
    }


def write(knowledge: Path, folder: Path, page: Path) -> str:
    """Write the artefact and its card into a folder, and the page on what is covered; gives what was written."""
    rows = build(knowledge)
    raw = json.dumps(artefact(rows), ensure_ascii=False, separators=(",", ":")).encode()
    (folder / "actors.json").write_bytes(raw)
    text = json.dumps(card(rows, raw), ensure_ascii=False, indent=1)
    (folder / "actors.card.json").write_text(text + "\n", encoding="utf-8")
    marks = {mark for row in rows for mark in re.findall(r"ucdp:(\d+)", row.source)}
    skipped = sources.left_out(knowledge / "actors" / "ucdp_actors.tsv", marks)
    continents = actors_page.continents(knowledge / "admin-codes" / "countryInfo.txt")
    page.write_text(actors_page.page(rows, continents, skipped), encoding="utf-8")
    return f"{len(rows)} entries, {len(raw)} bytes"


def main() -> None:
    """Write the artefact, its card and its page where they belong, or all into one folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    out: Path | None = parser.parse_args().out
    knowledge = Path(os.environ.get("KIBARU_CORPORA", "../shared")) / "data" / "knowledge"
    folder = out or ROOT / "src" / "kibaru" / "data"
    page = (out or ROOT / "docs" / "reference") / "actors.md"
    print(write(knowledge, folder, page))


if __name__ == "__main__":
    main()
