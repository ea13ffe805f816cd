"""Codes so many reports through `kibaru.code_many` and prints its memory as JSON; a process of its own."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import kibaru
from bench_reports import stream
from kibaru.read import ReadOptions, make_report


def reports(count: int) -> Iterator[kibaru.Report]:
    """A stream of reports of 300 words, one in ten of them on incidents, made as they are asked for."""
    for made in stream(seed=11, count=count, words=300):
        yield make_report(made.text, options=ReadOptions(published=made.published))


def resident_mb() -> float:
    """What the process holds now."""
    return _status("VmRSS")


def peak_mb() -> float:
    """The most it ever held."""
    return _status("VmHWM")


def _status(field: str) -> float:
    """A field of /proc, where there is one; elsewhere the highest, which macOS counts in bytes.

    The highest that the system keeps for a process counts what its parent held before it became this program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith(field))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print a JSON object."""
    count = int(sys.argv[1])
    early_at = max(1, count // 10)
    half_at = max(1, count // 2)
    held = dict.fromkeys((early_at, half_at), 0.0)
    for number, _ in enumerate(kibaru.code_many(reports(count)), 1):
        if number in held:
            held[number] = resident_mb()
    told = {"reports": count, "early_at": early_at, "early_mb": held[early_at], "half_mb": held[half_at]}
    print(json.dumps({**told, "late_mb": resident_mb(), "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main()
