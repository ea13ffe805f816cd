"""What the record of the seed report must say, one condition a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.corpus

Json = dict[str, Any]
FRIDAY = "2022-02-18"


def news(record: Json) -> list[Json]:
    return [each for each in record["incidents"] if each["role"] == "news" and each["modality"] == "asserted"]


def clashes(record: Json) -> list[Json]:
    return [each for each in news(record) if each["sub_event"] == "Armed clash"]


def clash(record: Json) -> Json:
    (only,) = clashes(record)
    return only


def acts(record: Json, plover: str) -> list[Json]:
    return [each for each in news(record) if each["sub_event"] is None and each["plover"] == plover]


def names(side: list[Json]) -> set[str]:
    return {member["name"] for member in side}


def tolls(incident: Json, low: int, high: int | None, kind: str = "killed") -> list[Json]:
    return [c for c in incident["casualties"] if (c["kind"], c["low"], c["high"]) == (kind, low, high)]


def attack_on_civilians(record: Json) -> Json:
    (only,) = [
        each
        for each in news(record)
        if any(toll["group"] == "civilians" and toll["low"] == 40 for toll in each["casualties"])
    ]
    return only


def named(record: Json, room: str, words: str) -> list[Json]:
    return [each for each in record[room] if words in each["quote"]]


def quoted(value: Any) -> Iterator[Json]:
    """Every object with a span, at any depth."""
    if isinstance(value, dict):
        if value.get("span"):
            yield value
        for each in value.values():
            yield from quoted(each)
    elif isinstance(value, list):
        for each in value:
            yield from quoted(each)


def test_the_fighting_is_one_clash(seed: Json) -> None:
    assert len(clashes(seed)) == 1


def test_eight_soldiers_are_the_armys_admission(seed: Json) -> None:
    (eight,) = tolls(clash(seed), 8, 8)
    assert eight["group"] == "side_a"
    assert eight["stance"] == "admission"
    assert eight["claimant"]["name"] == "Malian Armed Forces"


def test_fifty_seven_is_the_armys_claim_about_its_adversary(seed: Json) -> None:
    (enemy,) = tolls(clash(seed), 57, 57)
    assert enemy["group"] == "side_b"
    assert enemy["stance"] == "about_adversary"
    assert enemy["claimant"]["name"] == "Malian Armed Forces"


def test_neutralised_is_a_claim_of_its_own(seed: Json) -> None:
    (neutralised,) = tolls(clash(seed), 0, 57)
    assert neutralised["group"] == "side_b"
    assert neutralised["hedge"] == "neutralised"


def test_the_clash_reconciles_to_8_65_65(seed: Json) -> None:
    figures = clash(seed)["reconciled"]
    assert figures["policy"] == "ucdp"
    assert (figures["low"], figures["best"], figures["high"]) == (8, 65, 65)
    assert (figures["deaths_a"], figures["deaths_b"]) == (8, 57)


def test_the_forty_civilians_are_an_incident_of_their_own(seed: Json) -> None:
    attack = attack_on_civilians(seed)
    assert attack["id"] != clash(seed)["id"]
    assert not any(toll["group"] == "civilians" for toll in clash(seed)["casualties"])


def test_the_forty_civilians_are_told_by_local_sources(seed: Json) -> None:
    (forty,) = [toll for toll in attack_on_civilians(seed)["casualties"] if toll["group"] == "civilians"]
    assert (forty["kind"], forty["low"], forty["high"]) == ("killed", 40, 40)
    assert forty["hedge"] == "approximate"
    assert forty["stance"] == "third_party"
    assert forty["claimant"]["quote"] == "local sources"


def test_groups_named_for_the_region_stand_on_no_side(seed: Json) -> None:
    sides = {name for each in seed["incidents"] for name in names(each["side_a"]) | names(each["side_b"])}
    assert "Malian Armed Forces" in sides
    assert not {
        name for name in sides if "Islamic State" in name or "Jama'at Nusrat" in name or name in {"GSIM", "EIGS"}
    }


def test_thousands_killed_are_cumulative(seed: Json) -> None:
    (killed,) = [each for each in seed["cumulative"] if each["kind"] == "killed"]
    assert (killed["low"], killed["high"], killed["scope"]) == (2000, 9999, "cumulative")


def test_two_million_displaced_are_cumulative(seed: Json) -> None:
    (displaced,) = [each for each in seed["cumulative"] if each["kind"] == "displaced"]
    assert (displaced["low"], displaced["high"], displaced["scope"]) == (2_000_000, 2_000_000, "cumulative")


def test_cumulative_totals_stand_in_no_incident(seed: Json) -> None:
    lows = {toll["low"] for each in seed["incidents"] for toll in each["casualties"]}
    assert not lows & {2000, 2_000_000}


@pytest.mark.parametrize(
    ("words", "value"), [("21 million", 21_000_000), ("4,600", 4600), ("2,400", 2400), ("five", 5)]
)
def test_other_numbers_are_no_casualties(seed: Json, words: str, value: int) -> None:
    counted = [toll for each in seed["incidents"] for toll in each["casualties"]] + seed["cumulative"]
    assert counted
    assert all(words not in toll["quote"] and toll["low"] != value for toll in counted)


def test_the_cookie_notice_is_boilerplate_and_no_text(seed: Json) -> None:
    assert "cookies" not in seed["report"]["text"]
    assert "Read More" not in seed["report"]["text"]
    assert any("cookies" in each["quote"] for each in seed["report"]["boilerplate"])


def test_the_clash_is_near_archam(seed: Json) -> None:
    place = clash(seed)["place"]
    assert "6689833" in place["gazetteer_id"]
    assert place["precision"] == 2
    assert place["country"] == "MLI"
    assert "Arsham" in place["quote"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("EIGS", "islamic state"),
        ("GSIM", "nusrat"),
        ("Asmi Gueta", "go\u00efta"),
        ("Takuba", "takuba"),
        ("ECOWAS", "economic community of west african states"),
        ("Macron", "macron"),
        ("Ke\u00efta", "ke\u00efta"),
    ],
)
def test_actors_are_resolved(seed: Json, words: str, part: str) -> None:
    found = named(seed, "actors", words)
    assert found, f"{words} is not among the actors named"
    assert any(each["actor_id"] and part in each["name"].lower() for each in found), found


def test_the_fighting_was_on_friday_the_18th(seed: Json) -> None:
    time = clash(seed)["time"]
    assert (time["start"], time["end"], time["precision"]) == (FRIDAY, FRIDAY, "day")


def test_every_friday_named_is_the_18th(seed: Json) -> None:
    fridays = [each for each in seed["dates"] if "Friday" in each["quote"]]
    assert fridays
    assert {each["start"] for each in fridays} == {FRIDAY}


def test_the_withdrawal_is_a_retreat_of_france(seed: Json) -> None:
    assert any("Government of France" in names(each["side_a"]) for each in acts(seed, "RETREAT"))


def test_mali_makes_two_requests(seed: Json) -> None:
    requests = [each for each in acts(seed, "REQUEST") if "Government of Mali" in names(each["side_a"])]
    assert len(requests) == 2
    asked = names(requests[0]["side_b"]) | names(requests[1]["side_b"])
    assert any("France" in name for name in asked)
    assert any("Takuba" in name for name in asked)


def test_macrons_answer_is_a_rejection(seed: Json) -> None:
    (answer,) = acts(seed, "REJECT")
    assert names(answer["side_a"]) & {"Government of France", "Emmanuel Macron"}


def test_without_a_publication_date_no_day_is_made_up(undated_seed: Json) -> None:
    assert undated_seed["report"]["published"] is None
    times = [each["time"] for each in undated_seed["incidents"] if each["time"]] + undated_seed["dates"]
    assert times
    # The text itself fixes months and years (August 2020, February 2022, 2012 ...), never a day or a week.
    assert [time for time in times if time.get("precision") in {"day", "2-6 days", "week"}] == []


def test_without_a_publication_date_the_clash_is_still_told(undated_seed: Json) -> None:
    told = clash(undated_seed)
    assert told["time"] is None
    assert (told["reconciled"]["low"], told["reconciled"]["best"]) == (8, 65)


def test_every_quote_is_the_text_at_its_span(seed: Json) -> None:
    text = seed["report"]["text"]
    values = list(quoted(seed))
    assert len(values) > 50
    for value in values:
        first, last = value["span"]
        words = value.get("quote", value.get("text"))
        assert words is None or words == text[first:last]
