"""The reviewed tables of resources/actors as rows: states with their forces, groups, organisations, persons."""

from __future__ import annotations

from pathlib import Path

from actors_rows import Name, Row, first_day, last_day, named, table

_FORCES = ("military", "police", "gendarmerie", "government")


def states(path: Path) -> list[Row]:
    """Up to four rows a state; the government carries the country's names and demonyms."""
    rows: list[Row] = []
    for line in table(path):
        for force in _FORCES:
            if line[force]:
                rows.append(_force(line, force))
        government = rows[-1]
        government.add(*named(line["names"], "country"), *named(line["demonyms"], "demonym"))
        government.add(Name(f"Government of {line['name']}"))
    return rows


def _force(line: dict[str, str], force: str) -> Row:
    iso3 = line["iso3"]
    row = Row(
        id=f"{iso3.lower()}-{force}",
        name=line[force],
        kind="state_forces",
        role="government" if force == "government" else "force",
        country=iso3,
        countries=[iso3],
        acts_for="" if force == "government" else f"{iso3.lower()}-government",
        source=line["source"],
    )
    row.add(Name(line[force]), *named(line[f"{force}_names"]))
    return row


def groups(path: Path) -> list[Row]:
    """Groups, missions and organisations."""
    rows = []
    for line in table(path):
        countries = [c for c in line["countries"].split(",") if c]
        row = Row(
            id=line["id"],
            name=line["name"],
            kind=line["kind"],
            role=line["role"],
            country=countries[0] if line["role"] in {"force", "government"} else "",
            countries=countries,
            terms=[(first_day(line["from"]), last_day(line["to"]))],
            source=", ".join(part for part in (line["source"], line["external"]) if part),
        )
        row.add(Name(line["name"]), *named(line["names"]))
        rows.append(row)
    return rows


def persons(path: Path) -> list[Row]:
    """Persons with their terms of office."""
    rows = []
    for line in table(path):
        terms = [term.split("..") for term in line["terms"].split(",") if term]
        row = Row(
            id=f"person-{line['id']}",
            name=line["name"],
            kind="other",
            role="person",
            country=line["country"],
            countries=[line["country"]] if line["country"] else [],
            acts_for=line["acts_for"],
            terms=[(first_day(first), last_day(last)) for first, last in terms],
            source=line["source"],
        )
        row.add(Name(line["name"]), *named(line["names"]))
        rows.append(row)
    return rows


def places(path: Path) -> list[Row]:
    """Names that are no actors: one row a country that gathers the places which draw it, one for the rest."""
    rows: dict[str, Row] = {}
    for line in table(path):
        country = line["country"]
        row = rows.setdefault(
            country, Row(f"{country.lower() or 'no'}-places", line["name"], "other", "place", country)
        )
        row.countries = [country] if country else []
        row.source = line["source"]
        row.add(Name(line["name"]))
    return list(rows.values())
