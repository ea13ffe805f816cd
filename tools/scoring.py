"""Codes reports with this checkout's pipeline and has the corpora's own program score them."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

RECORD = "record"


class ScoringError(Exception):
    """The scoring program failed, or said something that is no score."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is scored: reports, the gold for them, and the day of publication where the reports do not carry it."""

    name: str
    reports: Path
    gold: Path
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """How many values of one slot are right, how many the gold has, how many were coded."""

    correct: int
    gold: int
    coded: int

    @property
    def precision(self) -> float | None:
        """The share of what was coded that is right; None where nothing was coded."""
        return self.correct / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; None where the gold has nothing."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is neither gold nor anything coded."""
        return 2 * self.correct / (self.gold + self.coded) if self.gold + self.coded else None


@dataclass(frozen=True, slots=True)
class Scores:
    """The slots of one corpus, the record score (mean F1 of the slots that make a record) and its 95 % interval."""

    slots: Mapping[str, Slot]
    record: float
    low: float
    high: float

    def value(self, name: str) -> float | None:
        """The record score under "record", else the F1 of a slot. Raises KeyError for a slot that is not scored."""
        return self.record if name == RECORD else self.slots[name].f1


def parse(said: str) -> Scores:
    """Scores from what the scoring program prints with --json. Raises `ScoringError`."""
    try:
        fields = json.loads(said)
        slots = {name: Slot(v["correct"], v["gold"], v["coded"]) for name, v in fields.items() if isinstance(v, dict)}
        scores = Scores(slots, float(fields[RECORD]), float(fields["low"]), float(fields["high"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ScoringError(f"this is no score: {said[:200]!r}") from error
    if math.isnan(scores.record):
        raise ScoringError("the gold holds nothing to score")
    return scores


def code(corpus: Corpus, target: Path) -> Iterator[str]:
    """Write a JSON line a report to `target`; give what could not be read, as text."""
    from kibaru.model.issue import Issue
    from kibaru.publish.record import to_line
    from kibaru.read import ReadOptions, read_paths
    from kibaru.run.pipeline import Pipeline

    pipeline = Pipeline()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for report in read_paths([corpus.reports], ReadOptions(published=corpus.published)):
            if isinstance(report, Issue):
                yield f"{corpus.name}: not coded: {report.source}: {report.message}"
            else:
                out.write(to_line(pipeline.code(report)) + "\n")


def score(program: Path, gold: Path, coded: Path) -> Scores:
    """Run the scoring program in a process of its own, as anyone would. Raises `ScoringError`."""
    command = [sys.executable, str(program), str(gold), str(coded), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ScoringError(f"{program.name} failed: {done.stderr.strip()[-500:]}")
    return parse(done.stdout)
