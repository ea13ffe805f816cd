"""The bench of personal names: its measure, and that it reads what it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

import gate_names


@pytest.mark.parametrize(
    ("same", "strangers", "share"), [([0.9, 0.8], [0.1, 0.2], 1.0), ([0.1], [0.9], 0.0), ([0.5], [0.5], 0.5)]
)
def test_the_area_is_how_often_the_same_person_wins(same: list[float], strangers: list[float], share: float) -> None:
    assert gate_names.auc(same, strangers) == share


def test_only_persons_are_read_and_both_measures_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / gate_names.CASES
    path.parent.mkdir(parents=True)
    path.write_text(
        "case_group,schema,name1,name2,is_match,quality,category,notes\n"
        "x,Person,Aran Velde,Aran Veldé,true,,,\n"
        "x,Person,Aran Velde,Omo Linde,false,,,\n"
        "x,Company,Velde Ltd,Velde,true,,,\n",
        encoding="utf-8",
    )
    scores = gate_names.measure(tmp_path)
    assert (scores.record, scores.slots) == (1.0, {})
    said = capsys.readouterr().out
    assert "2 labelled pairs" in said
    assert "rapidfuzz's best" in said
