"""What a larger gazetteer costs: resolving beside one ten times as large, looking up, importing a dump."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench_reports import MadeReport, incident_reports
from kibaru.clean.names import fold, skeleton
from kibaru.locate.gazetteer import SqliteGazetteer, bundled

if TYPE_CHECKING:
    from kibaru import Pipeline

HERE = Path(__file__).resolve().parent
_FIRST_ID = 1 << 31
# Of the places added so many share a name with one that was there.
_HOMONYMS = 0.2
_PARTS = 20_000
_SYLLABLES = "ba bou da di dou fa ga gui ka kei la ma mo na ou ra sa se ta tou wa ya zo tin an ber goun kor mel".split()


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds a report with the built-in and the grown gazetteer, the ratios, and look-ups of names never asked before.

    `lookup_ms` and `lookup_99_ms` are the mean and the 99th percentile on the grown one.
    """

    places: int
    made_s: float
    own_ms: float
    grown_ms: float
    ratio: float
    coding_ratio: float
    lookup_ms: float
    lookup_99_ms: float


@dataclass(frozen=True, slots=True)
class Import:
    """An import in a process of its own."""

    rows: int
    seconds: float
    peak_mb: float


def grow(path: Path, places: int) -> None:
    """The built-in gazetteer with made-up places added until it has so many, each with a name, a point and its sounds."""
    shutil.copy(bundled(), path)
    rng = random.Random(17)
    base = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
        base.execute(f"PRAGMA {setting}")
    base.execute("BEGIN")
    country = dict(base.execute("SELECT id, country FROM kind"))
    added = max(0, places - base.execute("SELECT count(*) FROM place").fetchone()[0])
    there = [name for (name,) in base.execute("SELECT name FROM place")]
    kinds = _by_area(base, rng, added)
    rows = [
        (_FIRST_ID + n, *name, kind)
        for n, (name, kind) in enumerate(zip(_names(rng, added, there), kinds, strict=True))
    ]
    base.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, NULL)",
        ((key, name, rng.getrandbits(42) % (1799999 << 22), kind) for key, name, _, _, kind in rows),
    )
    base.executemany("INSERT INTO name VALUES (?, ?, 0)", sorted((row[2], row[0]) for row in rows))
    sounds = ((zlib.crc32(f"{country[row[4]]}|{row[3]}".encode()) >> 9, row[0]) for row in rows)
    base.executemany("INSERT INTO sound VALUES (?, ?)", sorted(sounds))
    base.execute("COMMIT")
    base.close()
    card = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    path.with_suffix(".card.json").write_text(json.dumps(card), encoding="utf-8")


def _by_area(base: sqlite3.Connection, rng: random.Random, added: int) -> list[int]:
    """The kind of each new place: a settlement in a unit of some country, the countries by their area.

    The world's dump has about as many places a square kilometre everywhere, in the Sahel a fifth of that.
    """
    kinds: dict[str, list[int]] = {}
    for kind, land in base.execute("SELECT id, country FROM kind WHERE feature = 'P.PPL' AND country != ''"):
        kinds.setdefault(land, []).append(kind)
    radii = "SELECT k.country, a.radius_km FROM place p JOIN kind k ON k.id = p.kind JOIN area a ON a.id = p.id"
    area = {land: km**2 for land, km in base.execute(f"{radii} WHERE k.feature = 'A.PCLI'") if land in kinds}
    chosen = rng.choices(list(area), list(area.values()), k=added)
    return [rng.choice(kinds[land]) for land in chosen]


def _names(rng: random.Random, added: int, there: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """A name for each new place with its folded form and consonants.

    As in GeoNames some bear a name that was there, so that common names grow commoner; the others are crossed from the
    head of one real name and the tail of another, so that letters are as in real ones. Their consonants are put
    together from those of both parts, which spares a minute and fills the index as evenly.
    """
    known = [(name, fold(name), skeleton(name)) for name in rng.sample(there, min(len(there), added // 20))]
    parts = [name for name, _, _ in known if name.isalpha() and len(name) >= 5][:_PARTS]
    heads, tails = ([(p, fold(p), skeleton(p)) for p in half] for half in zip(*map(_halves, parts), strict=True))
    for head, tail in zip(rng.choices(heads, k=added), rng.choices(tails, k=added), strict=True):
        if rng.random() < _HOMONYMS:
            yield rng.choice(known)
        else:
            yield head[0] + tail[0], head[1] + tail[1], head[2] + tail[2]


def _halves(name: str) -> tuple[str, str]:
    return name[: len(name) // 2], name[len(name) // 2 :]


def growth(places: int, reports: int) -> Growth:
    """Find the places of so many reports with both gazetteers, in alternation, then code as many others whole."""
    from kibaru import Pipeline
    from kibaru.locate.gazetteer import default_gazetteer

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.sqlite"
        start = time.perf_counter()
        grow(path, places)
        made_s = time.perf_counter() - start
        grown = SqliteGazetteer(path)
        found = incident_reports(23, 2 * reports)
        rounds = [found[at::10] for at in range(10)]
        own, large = Pipeline(gazetteer=default_gazetteer()), Pipeline(gazetteer=grown)
        located = [_both(part, own, large, whole=False) for part in rounds[:5]]
        coded = [_both(part, own, large, whole=True) for part in rounds[5:]]
        looked_up = sorted(_look_ups(path))
    return Growth(
        places=places,
        made_s=made_s,
        own_ms=1000 * statistics.median(mine for mine, _ in located),
        grown_ms=1000 * statistics.median(theirs for _, theirs in located),
        ratio=statistics.median(theirs / mine for mine, theirs in located),
        coding_ratio=statistics.median(theirs / mine for mine, theirs in coded),
        lookup_ms=1000 * statistics.fmean(looked_up),
        lookup_99_ms=1000 * looked_up[int(len(looked_up) * 0.99)],
    )


def _both(reports: Sequence[MadeReport], own: Pipeline, large: Pipeline, *, whole: bool) -> tuple[float, float]:
    """Seconds a report with each; who comes first alternates."""
    spent = [0.0, 0.0]
    for number, made in enumerate(reports):
        for which in (0, 1) if number % 2 else (1, 0):
            spent[which] += _timed(made, (own, large)[which], whole)
    return spent[0] / len(reports), spent[1] / len(reports)


def _timed(made: MadeReport, pipeline: Pipeline, whole: bool) -> float:
    from kibaru.lang import language
    from kibaru.locate.resolve import find_places
    from kibaru.read import ReadOptions, make_report

    report = make_report(made.text, options=ReadOptions(published=made.published))
    spoken = language("en")
    assert spoken is not None
    sentences = spoken.sentences(report.text)
    start = time.perf_counter()
    if whole:
        pipeline.code(report)
    else:
        find_places(report.text, sentences, pipeline.gazetteer, ())
    return time.perf_counter() - start


def _look_ups(path: Path) -> Iterator[float]:
    """Seconds of exact look-ups, each of a name that this gazetteer has not been asked for."""
    with sqlite3.connect(path) as base:
        names = [name for (name,) in base.execute("SELECT name FROM place WHERE id % 997 = 5")]
    random.Random(3).shuffle(names)
    fresh = SqliteGazetteer(path)
    fresh.exact("Gao")
    for name in dict.fromkeys(names):
        start = time.perf_counter()
        fresh.exact(name)
        yield time.perf_counter() - start


def importing(rows: int) -> Import:
    """Import a made-up dump of so many rows in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "made.txt"
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(_lines(rows))
        command = [sys.executable, str(HERE / "bench_gazetteer.py"), str(dump)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Import(**json.loads(done.stdout))


def _lines(rows: int) -> Iterator[str]:
    """A dump: places with up to three other names in countries of several sizes."""
    rng = random.Random(29)

    def name() -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 5))).title()

    for key in range(1, rows + 1):
        own, others = name(), ",".join(name() for _ in range(rng.randint(0, 3)))
        point = f"{rng.uniform(-35, 37):.5f}\t{rng.uniform(-17, 51):.5f}"
        units = f"{rng.randint(1, 30)}\t{rng.randint(100, 400)}"
        country = rng.choice(("ML", "NE", "BF", "IN", "CN"))
        yield f"{key}\t{own}\t{own}\t{others}\t{point}\tP\tPPL\t{country}\t\t{units}\t\t\t0\t\t\tZ\t2024-01-01\n"


def main() -> None:
    """Import the dump that the first argument names, and print seconds and memory as JSON."""
    from bench_memory import peak_mb
    from kibaru.locate.gazetteer import default_gazetteer
    from kibaru.locate.imported import Plan, import_dump

    dump = Path(sys.argv[1])
    start = time.perf_counter()
    made = import_dump(Plan(dump, dump.with_suffix(".sqlite"), default_gazetteer()))
    told = {"rows": made.lines, "seconds": time.perf_counter() - start, "peak_mb": peak_mb()}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
