"""A name is a group's only in the years in which the group was there."""

from __future__ import annotations

from datetime import date

import pytest

from kibaru.identify.names import Chooser
from kibaru.identify.scene import Scene
from kibaru.model.knowledge import ActorEntry
from kibaru.model.values import ActorKind
from tests.unit.identify.find import mentions

FRONT = ActorEntry(
    "f", "Front", ActorKind.REBEL_GROUP, "group", active_from=date(2005, 1, 1), active_to=date(2010, 12, 31)
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("JNIM attacked a town in Mali.", date(2010, 5, 1)),
        ("GSPC attacked a town in Algeria.", date(1990, 5, 1)),
        ("GSPC attacked a town in Algeria.", date(2015, 5, 1)),
        ("MUJAO attacked a town in Mali.", date(2020, 5, 1)),
        ("Hayat Tahrir al-Sham attacked a town in Syria.", date(2012, 5, 1)),
        ("The Free Aceh Movement attacked a town in Indonesia.", date(2015, 5, 1)),
    ],
)
def test_a_name_outside_its_years_is_another_known_by_the_words_alone(text: str, day: date) -> None:
    [group] = [m for m in mentions(text, day) if m.role == "group"]
    assert group.entry is None
    assert group.actor is not None
    assert (group.actor.name, group.actor.actor_id) == (text[group.span.start : group.span.end], None)
    assert "not on the report's day" in group.why


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("JNIM attacked a town in Mali.", date(2022, 5, 1), "jnim"),
        ("JNIM attacked a town in Mali.", None, "jnim"),
        ("GSPC attacked a town in Algeria.", date(2004, 5, 1), "gspc"),
        ("GSPC attacked a town in Algeria.", date(2007, 11, 1), "gspc"),
    ],
)
def test_within_its_years_and_the_next_it_is_the_group(text: str, day: date | None, name: str) -> None:
    [group] = [m for m in mentions(text, day) if m.role == "group"]
    assert group.entry is not None
    assert group.entry.id == name


@pytest.mark.parametrize(
    ("day", "another"),
    [
        (date(2003, 12, 1), True),
        (date(2004, 6, 1), False),
        (date(2007, 6, 1), False),
        (date(2011, 6, 1), False),
        (date(2012, 6, 1), True),
        (date.min, True),
        (date.max, True),
        (None, False),
    ],
)
def test_a_year_of_grace_at_either_end(day: date | None, another: bool) -> None:
    assert Chooser(Scene([]), frozenset(), day).another(FRONT) == another


def test_a_report_of_a_past_year_tells_of_the_groups_of_that_year() -> None:
    told = "The Free Aceh Movement attacked a town in Indonesia in {}."
    for year, ident in ((1999, "gam"), (2014, None)):
        [group] = [m for m in mentions(told.format(year), date(2015, 5, 1)) if m.role == "group"]
        assert (group.entry.id if group.entry else None) == ident


def test_a_renamed_group_keeps_its_old_name_under_the_new_one() -> None:
    text = "The Salafist Group for Preaching and Combat attacked a town in Algeria."
    for day, ident in ((date(2004, 5, 1), "gspc"), (date(2015, 5, 1), "aqim")):
        [group] = [m for m in mentions(text, day) if m.role == "group"]
        assert group.entry is not None
        assert group.entry.id == ident


def test_an_acronym_introduced_outside_the_years_of_its_namesake_is_the_one_spelled_out() -> None:
    text = "The Congolese Rally for Democracy (RCD) met. Later RCD fled."
    found = [m for m in mentions(text, date(2015, 5, 1)) if m.role == "group"]
    assert found
    assert all(m.actor is not None and m.actor.actor_id is None for m in found)
