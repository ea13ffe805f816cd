from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import floors as pins
from gate_places import Shares
from scoring import Scores, Slot


def scores(record: float, **slots: tuple[int, int, int]) -> Scores:
    return Scores({name: Slot(*counts) for name, counts in slots.items()}, record, record - 0.1, record + 0.1)


def held(**values: float) -> pins.Floors:
    return pins.Floors(0.05, "one reading more or less", {"dev": pins.Pinned({}, values, {})})


def test_scores_at_the_floor_hold_it() -> None:
    assert pins.below(held(record=0.4, place=0.5), {"dev": scores(0.4, place=(5, 10, 10))}) == ()


def test_a_score_below_its_floor_is_named_with_value_and_floor() -> None:
    (only,) = pins.below(held(record=0.4, place=0.5), {"dev": scores(0.45, place=(4, 10, 10))})
    assert str(only) == "dev: place is 40.0, its floor is 50.0"


def test_a_slot_that_is_no_longer_scored_is_below_its_floor() -> None:
    (only,) = pins.below(held(place=0.5), {"dev": scores(0.9)})
    assert str(only) == "dev: place is no score, its floor is 50.0"


def test_a_slot_without_gold_and_without_coded_values_has_no_score() -> None:
    (only,) = pins.below(held(place=0.5), {"dev": scores(0.9, place=(0, 0, 0))})
    assert only.value is None


def test_an_update_raises_floors_to_the_measured_value_less_the_tolerance() -> None:
    new = pins.raised(held(record=0.3, place=0.2), {"dev": scores(0.6, place=(5, 10, 10))})
    assert new.corpora["dev"].floors == {"record": 0.55, "place": 0.45}
    assert new.changes == ()


def test_an_update_keeps_a_floor_that_the_tolerance_would_lower() -> None:
    new = pins.raised(held(record=0.58), {"dev": scores(0.6)})
    assert new.corpora["dev"].floors == {"record": 0.58}


def test_an_update_refuses_to_lower_a_floor_and_names_it() -> None:
    with pytest.raises(pins.FloorsError, match=r"place is 40\.0, its floor is 50\.0.*--allow-lower"):
        pins.raised(held(record=0.3, place=0.5), {"dev": scores(0.6, place=(4, 10, 10))})


def test_lowering_needs_a_reason() -> None:
    with pytest.raises(pins.FloorsError, match="reason"):
        pins.raised(held(record=0.5), {"dev": scores(0.4)}, allow_lower="  ")


def test_a_lowered_floor_is_kept_with_its_reason_and_lowers_no_other() -> None:
    new = pins.raised(held(record=0.5, place=0.45), {"dev": scores(0.4, place=(4, 8, 8))}, allow_lower="stricter dates")
    assert new.corpora["dev"].floors == {"record": 0.35, "place": 0.45}
    assert new.changes == ("dev: record 0.5 to 0.35: stricter dates",)


def test_a_required_floor_stays_until_it_is_lowered_with_a_reason() -> None:
    start = pins.Floors(0.05, "why", {"dev": pins.Pinned({}, {"record": 0.9}, {"record": 0.9})})
    kept = pins.raised(start, {"dev": scores(0.92)})
    assert kept.corpora["dev"].floors == {"record": 0.9}
    lowered = pins.raised(start, {"dev": scores(0.8)}, allow_lower="agreed")
    assert lowered.corpora["dev"].required == {"record": 0.75}


@given(st.floats(0, 1), st.floats(0, 1))
def test_an_update_without_leave_never_lowers_a_floor(floor: float, measured: float) -> None:
    try:
        new = pins.raised(held(record=floor), {"dev": scores(measured)})
    except pins.FloorsError:
        assert measured < floor
    else:
        assert floor <= new.corpora["dev"].floors["record"] <= max(floor, measured)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_an_update_writes_holds_at_once(floor: float, measured: float) -> None:
    found = {"dev": scores(measured)}
    assert pins.below(pins.raised(held(record=floor), found, allow_lower="agreed"), found) == ()


def test_a_changed_input_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("one", encoding="utf-8")
    start = pins.Floors(0.05, "why", {"dev": pins.Pinned({"gold.jsonl": "0" * 64}, {}, {})})
    accepted = pins.accept_inputs(start, tmp_path, "first gold")
    assert pins.changed_inputs(accepted.corpora["dev"], tmp_path) == ()
    assert accepted.changes == ("dev: new gold.jsonl: first gold",)
    (tmp_path / "gold.jsonl").write_text("two", encoding="utf-8")
    assert pins.changed_inputs(accepted.corpora["dev"], tmp_path) == ("gold.jsonl",)


def test_new_inputs_need_a_reason(tmp_path: Path) -> None:
    with pytest.raises(pins.FloorsError, match="reason"):
        pins.accept_inputs(held(), tmp_path, "")


def test_a_missing_input_is_named(tmp_path: Path) -> None:
    pinned = pins.Pinned({"gold.jsonl": "0" * 64}, {}, {})
    with pytest.raises(pins.FloorsError, match=r"gold\.jsonl is missing"):
        pins.changed_inputs(pinned, tmp_path)


def test_floors_survive_writing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    start = replace(held(record=0.3), changes=("dev: record 0.5 to 0.3: stricter dates",))
    pins.save(start, path)
    assert pins.load(path) == start


def test_a_damaged_file_of_floors_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"tolerance": 0.05}), encoding="utf-8")
    with pytest.raises(pins.FloorsError, match=r"floors\.json"):
        pins.load(path)


def test_the_floors_of_this_repository_say_what_they_must(root: Path) -> None:
    floors = pins.load(root / "tools" / "floors.json")
    assert floors.tolerance <= 0.05
    assert len(floors.tolerance_because) > 40
    for name, least in (("dev", 0.3), ("seed", 0.9)):
        pinned = floors.corpora[name]
        assert pinned.floors["record"] >= pinned.required["record"] >= least
        assert all(len(digest) == 64 for digest in pinned.inputs.values())


def test_a_corpus_with_a_tolerance_of_its_own_is_raised_by_it() -> None:
    large = pins.Floors(0.05, "why", {"news": pins.Pinned({}, {"found": 0.1}, {}, tolerance=0.01)})
    after = pins.raised(large, {"news": Shares({"found": 0.9}, {"found": 1000})})
    assert after.corpora["news"].floors == {"found": 0.89}


def test_a_tolerance_of_its_own_survives_the_file(tmp_path: Path) -> None:
    large = pins.Floors(0.05, "why", {"news": pins.Pinned({}, {"found": 0.1}, {}, tolerance=0.01)})
    pins.save(large, tmp_path / "floors.json")
    assert pins.load(tmp_path / "floors.json") == large
