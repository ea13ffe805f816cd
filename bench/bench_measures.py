"""The measurements, each a function that gives a few numbers. Times are wall-clock."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bench_pages import page
from bench_reports import MadeReport, incident_report

if TYPE_CHECKING:
    from kibaru import Pipeline

A = TypeVar("A")
T = TypeVar("T")
HERE = Path(__file__).resolve().parent


class Stopwatch:
    """Adds up the seconds of the calls made through it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, work: Callable[[A], T], value: A) -> T:
        """`work(value)`, timed."""
        start = time.perf_counter()
        result = work(value)
        self.seconds += time.perf_counter() - start
        return result


@dataclass(frozen=True, slots=True)
class Sample:
    """One report in both of its forms."""

    text: str
    html: str
    published: date | None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Coding beside cleaning: reports, mean length, seconds a report of each, and the ratios."""

    reports: int
    words: float
    page_kb: float
    coding_s: float
    reading_s: float
    cleaning_s: float
    ratio: float
    ratio_with_reading: float


def samples(reports: Iterable[MadeReport], seed: int) -> list[Sample]:
    """The reports as text and as pages."""
    rng = random.Random(seed)
    return [Sample(r.text, page(r.title, r.paragraphs, r.published, rng), r.published) for r in reports]


def wikinews(folder: Path) -> list[Sample]:
    """The Wikinews articles of 2019 and 2020, about one in ten on political violence; empty where not at hand."""
    rng, found = random.Random(1), []
    for path in sorted((folder / "data" / "corpora" / "wikinews").glob("wikinews_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                paragraphs = tuple(each.strip() for each in row["text"].split("\n\n") if each.strip())
                day = date.fromisoformat(row["date"])
                text = "\n\n".join((row["title"], *paragraphs))
                found.append(Sample(text, page(row["title"], paragraphs, day, rng), day))
    return found


def side_by_side(found: Sequence[Sample], rounds: int) -> SideBySide:
    """Code and clean the samples in alternation; each figure is the median over rounds of a round's mean.

    Each round takes samples of its own, so that nothing is coded or cleaned twice and no cache flatters either.
    """
    from trafilatura import extract

    from kibaru import Pipeline
    from kibaru.read import ReadOptions, make_report

    pipeline = Pipeline()
    _once(pipeline)
    totals = []
    for part in (found[start::rounds] for start in range(rounds)):
        reading, coding, cleaning = Stopwatch(), Stopwatch(), Stopwatch()
        for number, sample in enumerate(part):
            if number % 2:
                cleaning(extract, sample.html)
            report = reading(partial(make_report, options=ReadOptions(published=sample.published)), sample.text)
            coding(pipeline.code, report)
            if not number % 2:
                cleaning(extract, sample.html)
        totals.append(tuple(each.seconds / len(part) for each in (reading, coding, cleaning)))
    reading_s, coding_s, cleaning_s = map(statistics.median, zip(*totals, strict=True))
    return SideBySide(
        reports=len(found),
        words=statistics.fmean(len(sample.text.split()) for sample in found),
        page_kb=statistics.fmean(len(sample.html.encode()) for sample in found) / 1000,
        coding_s=coding_s,
        reading_s=reading_s,
        cleaning_s=cleaning_s,
        ratio=statistics.median(coded / cleaned for _, coded, cleaned in totals),
        ratio_with_reading=statistics.median((read + coded) / cleaned for read, coded, cleaned in totals),
    )


def _once(pipeline: Pipeline) -> None:
    """Load what is loaded on first use; a cold start has a measurement of its own."""
    from trafilatura import extract

    from kibaru.read import make_report

    made = incident_report(random.Random(0))
    pipeline.code(make_report(made.text))
    extract(page(made.title, made.paragraphs, made.published, random.Random(0)))


def cold_start(folder: Path, runs: int = 3) -> float:
    """Seconds from starting `kibaru code FILE` to its first line; the median of runs with the disk's cache warm."""
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / "cold.txt"
    report.write_text(incident_report(random.Random(5)).text, encoding="utf-8")
    command = [str(Path(sys.executable).parent / "kibaru"), "code", str(report), "--format", "jsonl"]
    return statistics.median(_first_line(command) for _ in range(runs))


def _first_line(command: list[str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.stdout.read()
    json.loads(line)
    return seconds


def import_time(statement: str, runs: int = 5) -> float:
    """Seconds that an import takes in a fresh interpreter; the median of some runs."""
    program = f"import time; s = time.perf_counter(); {statement}; print(time.perf_counter() - s)"
    command = [sys.executable, "-c", program]
    runs_s = [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)]
    return statistics.median(runs_s)


def build() -> str:
    """How the kibaru that is measured was built."""
    import kibaru.lang.en.sentences as room

    return "in pure Python" if str(room.__file__).endswith(".py") else "compiled"


def pure_ratio(count: int) -> float:
    """Coding / cleaning of incident reports by the source as it stands, in a process of its own."""
    command = [sys.executable, str(HERE / "bench_pure.py"), str(count)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "src")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout)


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory in MB of a process that codes a stream: early, at its middle, at its end, and at its highest."""

    reports: int
    early_at: int
    early_mb: float
    half_mb: float
    late_mb: float
    peak_mb: float


def memory(reports: int) -> Memory:
    """Code a stream in a process of its own and read its memory."""
    command = [sys.executable, str(HERE / "bench_memory.py"), str(reports)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Memory(**json.loads(done.stdout))
