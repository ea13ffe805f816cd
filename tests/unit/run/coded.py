"""Code one short text for tests of the whole pipeline, and look at its record as a reader of the JSON would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import kibaru
from kibaru.publish.record import to_dict

# A Friday: a weekday told in these texts lies in the week before it.
FRIDAY = "2024-03-15"

Fields = dict[str, Any]


class Coded:
    """The record of a text. `incidents` are all, `violent` those with a sub-event type."""

    def __init__(self, text: str, published: str | None = FRIDAY) -> None:
        self.record = kibaru.code(text, published=published)
        self.data: Fields = to_dict(self.record)
        self.incidents: list[Fields] = self.data["incidents"]
        self.violent = [each for each in self.incidents if each["sub_event"]]

    @property
    def only(self) -> Fields:
        """The one violent incident; a failed assertion where there are none or several."""
        assert len(self.violent) == 1, [(each["sub_event"], each["trigger"]) for each in self.violent]
        return self.violent[0]

    def happened(self) -> list[Fields]:
        """The violent incidents that are said to have happened."""
        return [each for each in self.violent if each["modality"] == "asserted"]


def days(incident: Fields) -> tuple[str, str] | None:
    """First and last day, both included."""
    time = incident["time"]
    return (time["start"], time["end"]) if time and "start" in time else None


def names(side: list[Fields]) -> list[str]:
    """The names of a side's members."""
    return [member["name"] for member in side]


def kinds(side: list[Fields]) -> list[str]:
    """The kinds of a side's members."""
    return [member["kind"] for member in side]


def tolls(incident: Fields, kind: str = "killed") -> set[tuple[str, int, int | None]]:
    """The numbers of one kind of casualty, by group."""
    return {(c["group"], c["low"], c["high"]) for c in incident["casualties"] if c["kind"] == kind}


def toll(incident: Fields, low: int, kind: str = "killed") -> Fields:
    """The one claim of this number and kind."""
    found = [c for c in incident["casualties"] if c["kind"] == kind and c["low"] == low]
    assert len(found) == 1, incident["casualties"]
    return found[0]


def voices(incident: Fields, low: int, kind: str = "killed") -> set[str | None]:
    """Who tells this number, by the name they are known by; None is the reporter."""
    found = [c["claimant"] for c in incident["casualties"] if c["kind"] == kind and c["low"] == low]
    return {claimant["name"] if claimant else None for claimant in found}


def blame(incident: Fields) -> list[tuple[str | None, str]]:
    """Who is said to have done it, and how sure, in order."""
    return [(each["actor"], each["status"]) for each in incident["responsibility"]]


def quotes(value: Any) -> Iterator[tuple[str, list[int]]]:
    """Every quote of a record with its span, wherever it stands; `evidence` and `not_coded` call it text."""
    if isinstance(value, dict):
        words = value.get("quote", value.get("text"))
        if isinstance(value.get("span"), list) and isinstance(words, str):
            yield words, value["span"]
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def assert_grounded(data: Fields) -> None:
    """Every quote equals the text at its span, and every value of an incident has one or says why not."""
    text = data["report"]["text"]
    for words, (start, end) in quotes(data):
        assert text[start:end] == words
    for incident in data["incidents"]:
        for key in ("time", "place", "weapon", "trigger"):
            value = incident[key]
            assert value is None or "quote" in value or value["ungrounded"]
        for key in ("side_a", "side_b", "casualties", "responsibility"):
            for value in incident[key]:
                assert "quote" in value or value["ungrounded"]
