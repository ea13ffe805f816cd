"""A user's own gazetteer: a GeoNames dump of any size made into a file of the built-in gazetteer's form.

`import_dump` streams: its memory does not grow with the dump. It goes on where an earlier run was stopped or killed,
and the file it writes has the same bytes either way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kibaru.errors import InputError, KnowledgeError
from kibaru.locate.dump import BadRowError, DumpRow, read_row
from kibaru.locate.dump_file import DumpFile, sha256
from kibaru.locate.staging import SORTING_STEPS, Staging, State
from kibaru.model.issue import Issue, Level
from kibaru.ports import Gazetteer
from kibaru.vocab.countries import ISO2

# Goes up whenever the same dump would give another file, so that no half-done import of the old way goes on.
_WAY: Final = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What to import into which file. `countries` are ISO 3166-1 alpha-2 or -3, empty for all.

    `batch` rows are committed at a time; `known` is asked how it calls admin units, so that both speak alike.
    """

    source: Path
    out: Path
    known: Gazetteer
    countries: frozenset[str] = frozenset()
    batch: int = 20_000


@dataclass(frozen=True, slots=True)
class Step:
    """How far an import is: `done` of `total` bytes of the source, or steps of sorting."""

    phase: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it: lines read, places in the file, the line at which it went on, what was wrong with rows."""

    path: Path
    version: str
    lines: int
    places: int
    resumed_at: int
    issues: tuple[Issue, ...]


def import_dump(plan: Plan, tell: Callable[[Step], None] = lambda _: None) -> Imported:
    """Import, and put the file and its card in place when all is done; until then nothing of the old file changes.

    Raises:
        InputError: the source is no GeoNames dump, or is damaged, or holds no wanted row.
        KnowledgeError: the file cannot be written.
        UsageError: another import writes the same file.
        KeyboardInterrupt: as it came; the next run goes on.
    """
    tell(Step("checking", 0, 1))
    digest = sha256(plan.source)
    source = DumpFile(plan.source)
    source.check()
    try:
        plan.out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnowledgeError(f"{plan.out.parent} cannot be made ({error.strerror}): choose another --out") from error
    countries = frozenset(ISO2.get(code, code) for code in plan.countries)
    staging = Staging(plan.out, f"{_WAY}|{digest}|{','.join(sorted(countries))}")
    resumed_at, kept = staging.state.lines, True
    try:
        _read(source, staging, plan, countries, tell)
        if not staging.state.wanted:
            kept = False
            raise InputError(f"{plan.source.name} holds no place{_of(countries)}: {_faults(staging.state)}")
        fresh = plan.out.with_name(plan.out.name + ".fresh")
        places = staging.sort_into(fresh, lambda number: tell(Step("sorting", number, SORTING_STEPS)))
        state = staging.state
        version = _put(plan, fresh, digest, places, state)
        kept = False
    finally:
        staging.close(remove=not kept)
    return Imported(plan.out, version, state.lines, places, resumed_at, _issues(plan.source, state, places))


def _read(
    source: DumpFile, staging: Staging, plan: Plan, countries: frozenset[str], tell: Callable[[Step], None]
) -> None:
    """All lines that are not done yet, a batch at a time."""
    lines = islice(source.lines(), staging.state.lines, None)
    wanted = frozenset(code.encode() for code in countries)
    while batch := list(islice(lines, plan.batch)):
        rows = list(_rows(batch, staging.state, wanted))
        staging.state.wanted += len(rows)
        staging.add(rows, [unit for row in rows for unit in _unit(row, plan.known)])
        tell(Step("reading", source.done, source.total))


def _rows(batch: list[bytes], state: State, wanted: frozenset[bytes]) -> Iterator[DumpRow]:
    for line in batch:
        state.lines += 1
        try:
            # The country before all else: of the world's lines most are often not wanted.
            if wanted and line.count(b"\t") > 8 and line.split(b"\t", 9)[8] not in wanted:
                continue
            row = read_row(line.decode("utf-8"))
        except UnicodeDecodeError:
            _count(state, "no UTF-8")
        except BadRowError as error:
            _count(state, str(error))
        else:
            if row is not None:
                yield row


def _count(state: State, fault: str) -> None:
    state.bad[fault] = state.bad.get(fault, 0) + 1
    state.first.setdefault(fault, state.lines)


def _unit(row: DumpRow, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """The code and name of a unit that rows are hung under; the name is the known gazetteer's, where it has the unit."""
    code = {"A.ADM1": row.unit1, "A.ADM2": row.unit2}.get(row.feature)
    if code:
        same = (entry.name for entry in known.exact(row.name) if entry.id == f"geonames:{row.id}")
        yield code, next(same, row.name)


def _put(plan: Plan, fresh: Path, digest: str, places: int, state: State) -> str:
    """File and card in place, by renaming; the version."""
    version = sha256(fresh)
    card = {
        "name": plan.out.name,
        "sha256": version,
        "licence": "CC BY 4.0",
        "sources": [
            {
                "name": f"GeoNames dump {plan.source.name}",
                "licence": "CC BY 4.0",
                "credit": "GeoNames, https://www.geonames.org; shortened",
                "sha256": digest,
            }
        ],
        "countries": sorted(plan.countries),
        "places": places,
        "bad_rows": dict(sorted(state.bad.items())),
    }
    told = plan.out.with_suffix(".card.json")
    halfway = told.with_name(told.name + ".fresh")
    try:
        halfway.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", "utf-8")
        # Whatever happens in between, no card speaks for another file.
        told.unlink(missing_ok=True)
        fresh.replace(plan.out)
        halfway.replace(told)
    except OSError as error:
        raise KnowledgeError(f"{plan.out} could not be written ({error.strerror}): choose another --out") from error
    return version


def _of(countries: frozenset[str]) -> str:
    return f" of {', '.join(sorted(countries))}" if countries else ""


def _faults(state: State) -> str:
    told = "; ".join(f"{count:,} rows: {fault}" for fault, count in _by_count(state))
    return told or "is it the right file?"


def _by_count(state: State) -> list[tuple[str, int]]:
    return sorted(state.bad.items(), key=lambda pair: (-pair[1], pair[0]))


def _issues(source: Path, state: State, places: int) -> tuple[Issue, ...]:
    """One issue for each fault, with how often and where first."""
    issues = [
        Issue(
            code="gazetteer.bad-row",
            level=Level.WARNING,
            message=f"{count:,} {'row' if count == 1 else 'rows'} left out: {fault}",
            remedy=f"look at line {state.first[fault]}",
            source=source.name,
            line=state.first[fault],
        )
        for fault, count in _by_count(state)
    ]
    if doubled := state.wanted - places:
        message = f"{doubled:,} {'row' if doubled == 1 else 'rows'} left out: an id for the second time"
        issues.append(Issue("gazetteer.bad-row", Level.WARNING, message, source=source.name))
    return tuple(issues)
