"""The half-done import: rows appended to a file beside the goal, committed together with how far the source was read.

A kill at any moment leaves the last committed state, from which the next run goes on. Only when all rows are in, they
are sorted into a fresh file of the gazetteer's form; so the result depends on the rows alone, not on interruptions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from kibaru.clean.names import fold, sound_hashes
from kibaru.errors import KnowledgeError, UsageError
from kibaru.locate.dump import DumpRow
from kibaru.locate.form import SCHEMA, packed

# Kilobytes that SQLite may keep of each file, and so hold of a sort before it goes to disk.
_CACHE_KB: Final = 48_000
_SOUNDED: Final = frozenset("PLSA")

_STAGING: Final = """
CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), told TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (id INTEGER, name TEXT, point INTEGER, country TEXT, feature TEXT,
  unit1 TEXT, unit2 TEXT, population INTEGER, radius INTEGER);
CREATE TABLE IF NOT EXISTS name (folded TEXT, place INTEGER, alias INTEGER);
CREATE TABLE IF NOT EXISTS sound (hash INTEGER, place INTEGER);
CREATE TABLE IF NOT EXISTS unit (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""
# Each a statement that fills one table of the gazetteer in the order of its key. Of rows with one id the first stands.
_SORTED: Final = (
    """CREATE TABLE kind_of (country TEXT, feature TEXT, unit1 TEXT, unit2 TEXT, id INTEGER,
         PRIMARY KEY (country, feature, unit1, unit2)) WITHOUT ROWID""",
    """INSERT INTO kind_of SELECT *, row_number() OVER (ORDER BY country, feature, unit1, unit2)
         FROM (SELECT DISTINCT country, feature, unit1, unit2 FROM place)""",
    """INSERT INTO goal.kind SELECT k.id, k.country, k.feature, a.name, b.name FROM kind_of k
         LEFT JOIN unit a ON a.code = k.unit1 LEFT JOIN unit b ON b.code = k.unit2 ORDER BY k.id""",
    """INSERT OR IGNORE INTO goal.place SELECT p.id, p.name, p.point, k.id, p.population FROM place p
         JOIN kind_of k USING (country, feature, unit1, unit2) ORDER BY p.id, p.rowid""",
    "INSERT OR IGNORE INTO goal.area SELECT id, radius FROM place WHERE radius IS NOT NULL ORDER BY id, rowid",
    "INSERT OR IGNORE INTO goal.name SELECT folded, place, alias FROM name ORDER BY folded, place, rowid",
    "INSERT OR IGNORE INTO goal.sound SELECT hash, place FROM sound ORDER BY hash, place",
)
SORTING_STEPS: Final = len(_SORTED)


@dataclass(slots=True)
class State:
    """How far an import is: `lines` of the source are done, `wanted` of them are in, `bad` counts the rest by fault.

    `first` holds the first line of each fault. `plan` names source and selection: with another one nothing goes on.
    """

    plan: str
    lines: int = 0
    wanted: int = 0
    bad: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)


@contextmanager
def disk_errors(goal: Path) -> Iterator[None]:
    """SQLite's complaints as errors that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        told = str(error)
        if "interrupted" in told:
            raise KeyboardInterrupt from error
        if "locked" in told:
            raise UsageError(f"another import writes {goal.name}: wait for it, or choose another --out") from error
        raise KnowledgeError(
            f"{goal} could not be written ({told}): the world's dump needs about 5 GB beside the file and for sorting in "
            "the folder that SQLITE_TMPDIR names; make room or choose another --out, then repeat the command: it goes on"
        ) from error


class Staging:
    """One half-done import, which nobody else may write meanwhile. Methods raise what `disk_errors` says."""

    def __init__(self, goal: Path, plan: str) -> None:
        self.goal = goal
        self.path = goal.with_name(goal.name + ".partial")
        with disk_errors(goal):
            self._base = sqlite3.connect(self.path, isolation_level=None, timeout=0)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute("PRAGMA temp_store = FILE")
            self._base.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            self._base.executescript(f"BEGIN IMMEDIATE;{_STAGING}COMMIT;")
            # Python answers Ctrl-C only between its own instructions, and sorting millions of rows is one of them.
            self._base.set_progress_handler(_go_on, 1_000_000)
        self.state = self._restored(plan)

    def _restored(self, plan: str) -> State:
        told = self._base.execute("SELECT told FROM state").fetchone()
        if told is not None:
            fields = json.loads(told[0])
            if fields["plan"] == plan:
                return State(plan, fields["lines"], fields["wanted"], fields["bad"], fields["first"])
            for table in ("place", "name", "sound", "unit", "state"):
                self._base.execute(f"DELETE FROM {table}")  # noqa: S608  # the names stand above
        return State(plan)

    def add(self, rows: list[DumpRow], units: list[tuple[str, str]]) -> None:
        """Append rows and the names of units, and commit them with the state."""
        with disk_errors(self.goal):
            self._base.execute("BEGIN")
            self._base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_place, rows))
            self._base.executemany("INSERT INTO name VALUES (?, ?, ?)", (n for row in rows for n in _names(row)))
            self._base.executemany("INSERT INTO sound VALUES (?, ?)", (s for row in rows for s in _sounds(row)))
            self._base.executemany("INSERT OR IGNORE INTO unit VALUES (?, ?)", units)
            self._base.execute("INSERT OR REPLACE INTO state VALUES (1, ?)", (json.dumps(asdict(self.state)),))
            self._base.execute("COMMIT")

    def sort_into(self, fresh: Path, step: Callable[[int], None]) -> int:
        """Write the gazetteer to `fresh`, which is replaced, and give its number of places; `step` hears of each table."""
        fresh.unlink(missing_ok=True)
        with disk_errors(self.goal):
            self._base.execute("DROP TABLE IF EXISTS kind_of")
            self._base.execute("ATTACH ? AS goal", (str(fresh),))
            # A broken run leaves no file to trust: it is written anew. So it needs neither journal nor flushing.
            self._base.execute("PRAGMA goal.journal_mode = OFF")
            self._base.execute("PRAGMA goal.synchronous = OFF")
            self._base.execute("BEGIN")
            for statement in filter(str.strip, SCHEMA.split(";")):
                self._base.execute(statement.replace("CREATE TABLE ", "CREATE TABLE goal.", 1))
            for number, statement in enumerate(_SORTED):
                step(number)
                self._base.execute(statement)
            places: int = self._base.execute("SELECT count(*) FROM goal.place").fetchone()[0]
            self._base.execute("COMMIT")
            self._base.execute("DETACH goal")
        return places

    def close(self, *, remove: bool) -> None:
        """Let go of the file; `remove` it where it has served."""
        self._base.close()
        if remove:
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)


def _go_on() -> int:
    return 0


def _place(row: DumpRow) -> tuple[object, ...]:
    point = None if row.lat is None or row.lon is None else packed(row.lat, row.lon)
    units = row.unit1, row.unit2
    return row.id, row.name, point, row.country, row.feature, *units, row.population or None, row.radius_km


def _names(row: DumpRow) -> Iterator[tuple[str, int, int]]:
    own = fold(row.name)
    yield own, row.id, 0
    for alias in sorted({fold(name) for name in row.names} - {own, ""}):
        yield alias, row.id, 1


def _sounds(row: DumpRow) -> Iterator[tuple[int, int]]:
    if row.country and row.feature[0] in _SOUNDED:
        for hashed in {h for name in (row.name, *row.names) for h in sound_hashes(name, row.country)}:
            yield hashed, row.id
