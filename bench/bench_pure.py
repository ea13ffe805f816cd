"""Prints coding / cleaning of incident reports; run_bench.py starts it with the source first on Python's path."""

from __future__ import annotations

import sys

import bench_measures as measure
from bench_reports import incident_reports

if __name__ == "__main__":
    print(measure.side_by_side(measure.samples(incident_reports(7, int(sys.argv[1])), 8), rounds=5).ratio)
