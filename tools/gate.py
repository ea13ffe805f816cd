"""The accuracy gate: codes the hand-coded corpora, scores them, and fails where a slot lies below its pinned floor.

    KIBARU_CORPORA=FOLDER python tools/gate.py                  compare with tools/floors.json
    ... --update                                                raise floors to what is measured, less the tolerance
    ... --update --allow-lower REASON                           lower what fell, and keep the reason in the file
    ... --accept-inputs REASON                                  the gold, the reports or the scorer are new: pin them

Exit status: 0 all floors hold, 1 a floor or a pinned input does not, 2 the corpora or the floors cannot be read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import floors as pins
import gate_names
import gate_places
import scoring

ROOT = Path(__file__).resolve().parent.parent
SCORER = "gold/score.py"


def corpora(folder: Path) -> tuple[scoring.Corpus, ...]:
    """The corpora of the gate; the seed's page carries no day of publication, so it is told here."""
    gold, seed = folder / "gold", folder / "seed"
    return (
        scoring.Corpus("dev", gold / "dev.corpus.jsonl", gold / "dev.jsonl"),
        scoring.Corpus("seed", seed / "article.txt", seed / "gold.jsonl", date(2022, 2, 19)),
    )


def table(scores: scoring.Scores, floors: Mapping[str, float]) -> str:
    """A line a slot: F1, precision and recall in percent, correct, gold, coded, and the floor where one is pinned."""
    lines = [f"  {'slot':18} {'F1':>6} {'P':>6} {'R':>6} {'correct':>8} {'gold':>6} {'coded':>6} {'floor':>6}"]
    for name, slot in scores.slots.items():
        shares = " ".join(_percent(x) for x in (slot.f1, slot.precision, slot.recall))
        counts = f"{slot.correct:8} {slot.gold:6} {slot.coded:6}"
        lines.append(f"  {name:18} {shares} {counts} {_percent(floors.get(name))}")
    told = f"{_percent(scores.record)}  (95 % {100 * scores.low:.1f} to {100 * scores.high:.1f})"
    lines.append(f"  {scoring.RECORD:18} {told}  floor {_percent(floors.get(scoring.RECORD)).strip()}")
    return "\n".join(lines)


def _percent(share: float | None) -> str:
    return f"{'-':>6}" if share is None else f"{100 * share:6.1f}"


def measure(folder: Path, out: Path, held: pins.Floors) -> dict[str, pins.Measured]:
    """Code and score each corpus and run the benches of knowledge that have floors, printing their tables."""
    measured: dict[str, pins.Measured] = {}
    for corpus in corpora(folder):
        coded = out / f"{corpus.name}.jsonl"
        for line in scoring.code(corpus, coded):
            print(line)
        scores = measured[corpus.name] = scoring.score(folder / SCORER, corpus.gold, coded)
        print(f"{corpus.name} (records in {coded.relative_to(ROOT) if coded.is_relative_to(ROOT) else coded})")
        print(table(scores, held.corpora[corpus.name].floors))
    for name, bench in gate_places.benches(folder, out).items():
        if name in held.corpora:
            shares = measured[name] = bench()
            print(gate_places.table(name, shares, held.corpora[name].floors))
    return measured


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=os.environ.get("KIBARU_CORPORA"), metavar="FOLDER")
    parser.add_argument("--floors", type=Path, default=ROOT / "tools" / "floors.json", metavar="FILE")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "gate", metavar="FOLDER")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", metavar="REASON")
    parser.add_argument("--accept-inputs", metavar="REASON")
    args = parser.parse_args(argv)
    if args.allow_lower is not None and not args.update:
        parser.error("--allow-lower goes with --update")
    if args.corpora is None:
        parser.error("name the folder with the corpora: set KIBARU_CORPORA or pass --corpora")
    return args


def main(argv: Sequence[str] | None = None) -> int:
    """Run the gate; the exit status is told in the module's docstring."""
    args = _arguments(argv)
    try:
        return _run(args)
    except (pins.FloorsError, scoring.ScoringError) as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2


def _run(args: argparse.Namespace) -> int:
    held = pins.load(args.floors)
    if args.accept_inputs is not None:
        held = pins.accept_inputs(held, args.corpora, args.accept_inputs)
        pins.save(held, args.floors)
    changed = {name: pins.changed_inputs(pinned, args.corpora) for name, pinned in held.corpora.items()}
    for name, inputs in changed.items():
        for path in inputs:
            print(f"gate: {name}: {path} is not what the floors were measured on (see --accept-inputs)")
    measured = measure(args.corpora, args.out, held)
    if gate_names.NAME in held.corpora:
        measured[gate_names.NAME] = gate_names.measure(args.corpora)
    if any(changed.values()):
        return 1
    if args.update:
        pins.save(pins.raised(held, measured, args.allow_lower), args.floors)
        print(f"gate: floors written to {args.floors}")
        return 0
    failing = pins.below(held, measured)
    for each in failing:
        print(f"gate: BELOW {each}")
    print("gate: " + (f"{len(failing)} below the floor" if failing else "all floors hold"))
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
