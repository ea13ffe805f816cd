"""The gate from command line to exit status, on corpora of a few lines and a scorer that answers what the test says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import gate
import gate_names
import gate_places
import scoring

INPUTS = ("gold/score.py", "gold/dev.jsonl", "seed/gold.jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpora folder whose scorer prints the file `says.json` beside it."""
    corpora = tmp_path / "corpora"
    for name in ("gold", "seed"):
        (corpora / name).mkdir(parents=True)
    line = json.dumps(
        {"id": "r1", "text": "Gunmen shot dead three traders in Gao on Monday.", "published": "2024-05-08"}
    )
    (corpora / "gold" / "dev.corpus.jsonl").write_text(line + "\n", encoding="utf-8")
    (corpora / "gold" / "dev.jsonl").write_text('{"key": "r1"}\n', encoding="utf-8")
    (corpora / "seed" / "article.txt").write_text(
        "Gunmen shot dead two herders near Menaka on Friday.", encoding="utf-8"
    )
    (corpora / "seed" / "gold.jsonl").write_text('{"key": "article"}\n', encoding="utf-8")
    program = (
        "import json, pathlib, sys\n"
        "coded = [json.loads(line)['key'] for line in open(sys.argv[2], encoding='utf-8')]\n"
        "assert coded in (['r1'], ['article']), coded\n"
        "print((pathlib.Path(__file__).parent / 'says.json').read_text())\n"
    )
    (corpora / "gold" / "score.py").write_text(program, encoding="utf-8")
    say(corpora, record=0.6, place=6)
    return corpora


def say(corpora: Path, record: float, place: int) -> None:
    slots = {"place": {"f1": place / 10, "correct": place, "gold": 10, "coded": 10}}
    told = {**slots, "record": record, "low": record - 0.1, "high": record + 0.1}
    (corpora / "gold" / "says.json").write_text(json.dumps(told), encoding="utf-8")


def floors_file(tmp_path: Path, corpora: Path, **values: float) -> Path:
    inputs = {name: hashlib.sha256((corpora / name).read_bytes()).hexdigest() for name in INPUTS}
    each = {"inputs": inputs, "required": {}, "floors": values}
    fields = {"tolerance": 0.05, "tolerance_because": "why", "corpora": {"dev": each, "seed": each}, "changes": []}
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def run(corpora: Path, floors: Path, *more: str) -> int:
    return gate.main(["--corpora", str(corpora), "--floors", str(floors), "--out", str(floors.parent / "out"), *more])


def test_scores_above_the_floors_pass(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, floors_file(tmp_path, folder, record=0.5, place=0.6)) == 0
    said = capsys.readouterr().out
    assert "record               60.0  (95 % 50.0 to 70.0)  floor 50.0" in said
    assert "all floors hold" in said


def test_a_slot_below_its_floor_fails_and_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, floors_file(tmp_path, folder, record=0.5, place=0.7)) == 1
    assert "BELOW dev: place is 60.0, its floor is 70.0" in capsys.readouterr().out


def test_a_changed_gold_fails_whatever_the_score(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = floors_file(tmp_path, folder, record=0.5)
    (folder / "gold" / "dev.jsonl").write_text('{"key": "r1", "incidents": []}\n', encoding="utf-8")
    assert run(folder, floors) == 1
    assert "gold/dev.jsonl is not what the floors were measured on" in capsys.readouterr().out
    assert run(folder, floors, "--update") == 1
    assert run(folder, floors, "--accept-inputs", "second reading of r1") == 0
    assert "second reading of r1" in floors.read_text(encoding="utf-8")


def test_an_update_raises_and_then_refuses_to_fall(folder: Path, tmp_path: Path) -> None:
    floors = floors_file(tmp_path, folder, record=0.1, place=0.1)
    assert run(folder, floors, "--update") == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["corpora"]["dev"]["floors"] == {"record": 0.55, "place": 0.55}
    say(folder, record=0.5, place=6)
    assert run(folder, floors) == 1
    before = floors.read_bytes()
    assert run(folder, floors, "--update") == 2
    assert floors.read_bytes() == before
    assert run(folder, floors, "--update", "--allow-lower", "a stricter codebook") == 0
    after = json.loads(floors.read_text(encoding="utf-8"))
    assert after["corpora"]["dev"]["floors"] == {"record": 0.45, "place": 0.55}
    assert after["changes"][0].endswith("a stricter codebook")


def test_a_scorer_that_fails_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gold" / "score.py").write_text("raise SystemExit('no gold here')", encoding="utf-8")
    assert run(folder, floors_file(tmp_path, folder, record=0.5)) == 2
    assert "no gold here" in capsys.readouterr().err


def test_without_a_folder_the_usage_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIBARU_CORPORA", raising=False)
    with pytest.raises(SystemExit) as stopped:
        gate.main([])
    assert stopped.value.code == 2


@pytest.mark.parametrize("said", ["", "[]", '{"record": 0.5}', '{"record": NaN, "low": 0, "high": 0}'])
def test_what_is_no_score_is_an_error(said: str) -> None:
    with pytest.raises(scoring.ScoringError):
        scoring.parse(said)


def test_shares_of_a_slot() -> None:
    slot = scoring.Slot(correct=3, gold=6, coded=4)
    assert (slot.precision, slot.recall, slot.f1) == (0.75, 0.5, 0.6)
    assert scoring.Slot(0, 0, 0).f1 is None


@pytest.mark.corpus
def test_the_corpora_are_those_that_the_floors_pin(corpora: Path, root: Path) -> None:
    import floors as pins

    held = pins.load(root / "tools" / "floors.json")
    benches = {gate_names.NAME, *gate_places.benches(corpora, root)}
    assert set(held.corpora) == {each.name for each in gate.corpora(corpora)} | benches
    assert {pins.changed_inputs(pinned, corpora) for pinned in held.corpora.values()} == {()}
