"""Who stands on which side, read from whole invented reports."""

from __future__ import annotations

from datetime import date

from kibaru import Pipeline
from kibaru.read import ReadOptions, make_report


def sides(text: str) -> list[tuple[set[str], set[str]]]:
    """The names on side A and side B of each incident of a report."""
    record = Pipeline().code(make_report(text, options=ReadOptions(published=date(2019, 8, 6))))
    found = [mention for incident in record.incidents for mention in incident.mentions]
    return [({c.value.name for c in m.side_a}, {c.value.name for c in m.side_b}) for m in found]


def test_the_one_suspect_whom_a_report_names_is_the_attacker() -> None:
    text = (
        "A gunman killed five shoppers at a market in Lyon, France, on Monday. "
        "Police identified the suspect as 27-year-old Aran Velde of Northport."
    )
    assert ({"Aran Velde"}, {"Civilians (France)"}) in sides(text)


def test_several_attackers_stay_nameless_beside_one_named_suspect() -> None:
    text = (
        "Gunmen killed five shoppers at a market in Lyon, France, on Monday. "
        "Police identified a suspect as 27-year-old Aran Velde of Northport."
    )
    assert all("Aran Velde" not in a for a, _ in sides(text))


def test_those_who_only_speak_are_no_authors() -> None:
    text = "Five villagers were killed in an attack near Gao, Mali, on Monday, state media and authorities said."
    assert all(not any(name.startswith("Government") for name in a) for a, _ in sides(text))


def test_a_commander_who_is_hit_is_counted_in_his_force() -> None:
    found = sides("Qasem Soleimani was killed on Monday in an airstrike in Iraq.")
    assert [b for _, b in found] == [{"Islamic Revolutionary Guard Corps Quds Force"}]
