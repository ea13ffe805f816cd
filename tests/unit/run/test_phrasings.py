"""Everyday phrasings of wires, each with what its record must say."""

from __future__ import annotations

from datetime import datetime

import pytest

import kibaru
from kibaru.errors import UsageError
from kibaru.model.values import CasualtyKind, Group

PUBLISHED = "2022-05-10"


def killed(text: str) -> list[tuple[Group, int, int | None]]:
    record = kibaru.code(text, published=PUBLISHED)
    tolls = [c.value for i in record.incidents for c in i.mentions[0].tolls]
    return [(t.group, t.count.low, t.count.high) for t in tolls if t.kind is CasualtyKind.KILLED]


@pytest.mark.parametrize("verb", ["killed", "shot dead", "massacred"])
@pytest.mark.parametrize("who", ["Gunmen", "Suspected jihadists", "Boko Haram fighters"])
@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("at least 132", 132, None),
        ("about 40", 40, 40),
        ("around 40", 40, 40),
        ("over 40", 41, None),
        ("up to 20", 0, 20),
        ("between 30 and 40", 30, 40),
        ("more than 100", 101, None),
    ],
)
def test_a_hedged_number_behind_the_verb_is_its_object(
    who: str, verb: str, number: str, low: int, high: int | None
) -> None:
    assert killed(f"{who} {verb} {number} civilians in Djibo on Monday, the government said.") == [
        (Group.CIVILIANS, low, high)
    ]


@pytest.mark.parametrize("told", ["March 10", "10 March", "early March", "8 March 2022"])
def test_a_month_is_no_protest(told: str) -> None:
    record = kibaru.code(f"Gunmen killed 12 civilians in Djibo on {told}, the army said.", published="2022-03-12")
    assert [str(i.mentions[0].event.value.sub_event) for i in record.incidents] == ["Attack"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands of people marched in Bamako on Monday against the junta.", "Peaceful protest"),
        ("Hundreds of demonstrators rallied in Khartoum on Sunday to demand civilian rule.", "Peaceful protest"),
        ("Police fired tear gas at protesters in Bamako on Monday.", "Protest with intervention"),
        (
            "Security forces opened fire on protesters in Khartoum on Monday, killing four.",
            "Excessive force against protesters",
        ),
        (
            "Soldiers killed at least 12 demonstrators in Conakry on Monday, a hospital source said.",
            "Excessive force against protesters",
        ),
    ],
)
def test_protests_and_what_is_done_about_them(text: str, kind: str) -> None:
    record = kibaru.code(text, published=PUBLISHED)
    assert [str(i.mentions[0].event.value.sub_event) for i in record.incidents] == [kind]
    assert [c.value.name.split(" (")[0] for c in record.incidents[0].mentions[0].side_a] == ["Protesters"]


def test_a_team_that_rallied_is_no_protest() -> None:
    assert not kibaru.code("The home side rallied in Bamako on Monday to win the match.", published=PUBLISHED).incidents


@pytest.mark.parametrize("text", [None, 5, b"x"])
def test_only_a_text_is_coded(text: object) -> None:
    with pytest.raises(UsageError, match="read_reports"):
        kibaru.code(text)  # type: ignore[arg-type]


def test_a_day_is_told_as_one() -> None:
    with pytest.raises(UsageError, match="2022-02-19"):
        kibaru.code("Gunmen killed three traders.", published=5)  # type: ignore[arg-type]
    record = kibaru.code("Gunmen killed three traders on Monday.", published=datetime(2022, 5, 10, 12))
    assert record.report.published is not None and record.report.published.isoformat() == PUBLISHED
