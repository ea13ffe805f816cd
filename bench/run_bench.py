"""Measures speed, memory and start-up on one core and compares them with bench/budgets.json.

    python bench/run_bench.py [--quick] [--json FILE]

Exit status: 0 all within budget, 1 a budget is missed. docs/bench.md says what each figure means.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bench_gazetteer as large
import bench_measures as measure
from bench_reports import incident_reports, stream

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the result; without a budget it is there to be known. `value` is in `unit`."""

    what: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the budget holds."""
        return self.budget is None or self.value <= self.budget

    def __str__(self) -> str:
        told = f"{self.value:,.{0 if self.value >= 100 else 2}f} {self.unit}"
        budget = "" if self.budget is None else f"{self.budget:g} {self.unit}"
        verdict = "" if self.budget is None else ("ok" if self.ok else "MISSED")
        return f"{self.what:62} {told:>16} {budget:>12}  {verdict}".rstrip()


class Budgets:
    """The pinned budgets; each must be asked for, so that none is forgotten."""

    def __init__(self, path: Path) -> None:
        self._left: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))

    def row(self, name: str, what: str, value: float) -> Row:
        """A row with the budget of that name. Raises KeyError where there is none."""
        budget = self._left.pop(name)
        return Row(what, value, str(budget["unit"]), float(str(budget["most"])))

    def left(self) -> list[str]:
        """The budgets that nothing was measured for."""
        return list(self._left)


def one_core() -> str:
    """Keep this process and its children to one core where the system allows it, and say so."""
    if not hasattr(os, "sched_setaffinity"):
        return "this system cannot pin a process to a core"
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"pinned to core {core}"


def speed(budgets: Budgets, corpora: Path | None, quick: bool) -> list[Row]:
    """Coding beside cleaning, on incidents and on a stream."""
    count = 30 if quick else 120
    incidents = measure.side_by_side(measure.samples(incident_reports(7, count), 8), rounds=5)
    found = measure.wikinews(corpora) if corpora else []
    name = "Wikinews 2019-20" if found else "made-up stream, one in ten on incidents"
    if not found:
        found = measure.samples(stream(9, 300), 10)
    mixed = measure.side_by_side(found[:60] if quick else found, rounds=5)
    rows = []
    for key, told, kind in (("incidents", incidents, "incident reports"), ("stream", mixed, name)):
        size = f"{told.reports} of {told.words:.0f} words, pages of {told.page_kb:.0f} KB"
        rows += [
            budgets.row(f"{key}_coding_over_cleaning", f"{kind}: coding / cleaning", told.ratio),
            Row("  with reading (identity, language, boilerplate)", told.ratio_with_reading, "times"),
            Row(f"  coded a second ({size})", 1 / told.coding_s, "reports"),
            Row("  coding one", 1000 * told.coding_s, "ms"),
            Row("  reading one as plain text", 1000 * told.reading_s, "ms"),
            Row("  trafilatura.extract on one", 1000 * told.cleaning_s, "ms"),
        ]
    rows.append(Row("incident reports in pure Python: coding / cleaning", measure.pure_ratio(count), "times"))
    return rows


def start_up(budgets: Budgets) -> list[Row]:
    """Imports and the cold start."""
    return [
        budgets.row("import", "import kibaru", measure.import_time("import kibaru")),
        Row("  from kibaru import code", measure.import_time("from kibaru import code"), "s"),
        budgets.row("cold_start", "kibaru code FILE, to the first record", measure.cold_start(ROOT / "out" / "bench")),
    ]


def memory(budgets: Budgets, reports: int) -> list[Row]:
    """Memory early in a stream, at its end and at its highest."""
    told = measure.memory(reports)
    growth = told.late_mb - told.early_mb
    return [
        budgets.row("peak_memory", f"peak memory over {told.reports:,} reports", told.peak_mb),
        Row(f"  after {told.early_at:,} reports", told.early_mb, "MB"),
        budgets.row("memory_growth", f"  growth from then to {told.reports:,}", growth),
        Row("  of which in the second half, when bounded caches are full", told.late_mb - told.half_mb, "MB"),
    ]


def gazetteer(budgets: Budgets, quick: bool) -> list[Row]:
    """A gazetteer ten times as large, and a dump imported."""
    grown = large.growth(3_000_000, 60 if quick else 200)
    imported = large.importing(50_000 if quick else 1_000_000)
    size = f"{grown.places:,} places, made in {grown.made_s:.0f} s"
    return [
        budgets.row("gazetteer_growth", f"finding places, {size} / built-in", grown.ratio),
        Row("  a report with the built-in one", grown.own_ms, "ms"),
        Row("  a report with the large one", grown.grown_ms, "ms"),
        Row("  whole coding, large / built-in", grown.coding_ratio, "times"),
        budgets.row("lookup", "look-up in the large one, a new name, 99 of 100 within", grown.lookup_99_ms),
        Row("  on average", grown.lookup_ms, "ms"),
        budgets.row("import_memory", f"peak memory importing {imported.rows:,} rows", imported.peak_mb),
        Row("  rows a second", imported.rows / imported.seconds, "rows"),
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the table, give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer reports, to see that it runs; budgets still count")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there too")
    args = parser.parse_args(argv)
    budgets = Budgets(ROOT / "bench" / "budgets.json")
    folder = os.environ.get("KIBARU_CORPORA")
    print(f"bench: {one_core()}, Python {sys.version.split()[0]}, kibaru {measure.build()}")
    print(f"{'what':62} {'measured':>16} {'budget':>12}")
    rows: list[Row] = []
    parts: tuple[Callable[[], list[Row]], ...] = (
        lambda: start_up(budgets),
        lambda: speed(budgets, Path(folder) if folder else None, args.quick),
        lambda: memory(budgets, 2_000 if args.quick else 20_000),
        lambda: gazetteer(budgets, args.quick),
    )
    for part in parts:
        for row in part():
            print(row, flush=True)
            rows.append(row)
    if args.json:
        args.json.write_text(json.dumps([_fields(row) for row in rows], indent=2) + "\n", encoding="utf-8")
    missed = [row.what.strip() for row in rows if not row.ok]
    print(f"bench: {len(missed)} missed: {'; '.join(missed)}" if missed else "bench: all within budget")
    return 1 if missed or budgets.left() else 0


def _fields(row: Row) -> dict[str, object]:
    return {"what": row.what.strip(), "value": row.value, "unit": row.unit, "budget": row.budget, "ok": row.ok}


if __name__ == "__main__":
    sys.exit(main())
