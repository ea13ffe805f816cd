"""The JSON line: its shape, its grounding, its bytes."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.claim import Claimant, Slot, Stance
from kibaru.model.values import (
    CasualtyKind,
    Count,
    DatePrecision,
    DateRange,
    EventKind,
    Group,
    PartialDate,
    Place,
    Scope,
    Total,
)
from kibaru.publish.record import to_dict, to_line
from tests import builders as make


def walk(value):
    """Every dict inside a value, itself included."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from walk(each)


KEYS = """
key kibaru pipeline policy report incidents cumulative not_coded actors places dates issues
"""
REPORT_KEYS = "id text_id cleaner url title publisher published language text boilerplate"
INCIDENT_KEYS = """
id role modality main part_of event_type sub_event plover plover_mode trigger weapon time place side_a side_b casualties
responsibility reconciled evidence confidence
"""
RECONCILED_KEYS = "policy deaths_a deaths_b deaths_civilians deaths_unknown low best high because"
CLASH = EventKind("Battles", "Armed clash", "ASSAULT")


def test_the_keys_and_their_order():
    told = to_dict(make.story_record())
    assert list(told) == KEYS.split()
    assert list(told["report"]) == REPORT_KEYS.split()
    assert list(told["incidents"][0]) == INCIDENT_KEYS.split()
    assert list(told["incidents"][0]["reconciled"]) == RECONCILED_KEYS.split()


def test_every_quote_equals_its_span():
    told = to_dict(make.story_record())
    text = told["report"]["text"]
    spans = [(d.get("quote", d.get("text")), d["span"]) for d in walk(told) if d.get("span")]
    assert len(spans) > 25
    assert all(text[first:last] == words for words, (first, last) in spans)


def test_every_value_has_words_or_says_why_not_and_where_it_comes_from():
    incident = to_dict(make.story_record())["incidents"][0]
    values = [incident["time"], incident["place"], incident["weapon"], *incident["side_a"], *incident["side_b"]]
    values += [*incident["casualties"], *incident["responsibility"]]
    assert len(values) == 9
    for value in values:
        assert value["quote"] and len(value["span"]) == 2
        assert set(value["origin"]) == {"name", "version", "why"}
        assert 0 <= value["confidence"] <= 1


def test_a_value_without_words_says_why():
    source = make.report()
    told = make.mention(
        source,
        make.quote(source, "fired"),
        CLASH,
        side_b=(make.claim(Slot.SIDE_B, make.NAMELESS, ungrounded="nobody is named"),),
    )
    side = to_dict(make.record(source, make.incident(told)))["incidents"][0]["side_b"][0]
    assert side["ungrounded"] == "nobody is named"
    assert "quote" not in side and "span" not in side


def test_days_include_both_ends():
    source = make.report()
    range_ = DateRange.closed(date(2022, 2, 14), date(2022, 2, 19), DatePrecision.DAYS)
    time = make.claim(Slot.TIME, range_, make.quote(source, "Saturday"))
    told = make.mention(source, make.quote(source, "fired"), CLASH, time=time)
    coded = to_dict(make.record(source, make.incident(told)))["incidents"][0]["time"]
    assert (coded["start"], coded["end"], coded["precision"]) == ("2022-02-14", "2022-02-19", "2-6 days")
    assert coded["alternatives"] == []


def test_a_partial_date_keeps_its_words():
    source = make.report()
    time = make.claim(Slot.TIME, PartialDate("--02-18"), make.quote(source, "Friday"))
    told = make.mention(source, make.quote(source, "fired"), CLASH, time=time)
    coded = to_dict(make.record(source, make.incident(told)))["incidents"][0]["time"]
    assert coded["partial"] == "--02-18" and coded["quote"] == "Friday"
    assert "start" not in coded


def test_rival_times_and_places_stay_beside_the_first():
    source = make.report()
    day = DateRange.closed(date(2022, 2, 19), date(2022, 2, 19), DatePrecision.DAY)
    twin = Place("Tillit", 2, "NER", lat=14.0, lon=1.0)
    told = make.mention(
        source,
        make.quote(source, "fired"),
        CLASH,
        time=make.claim(Slot.TIME, day, make.quote(source, "Saturday")),
        rival_times=(make.claim(Slot.TIME, day, make.quote(source, "Friday")),),
        place=make.claim(Slot.PLACE, Place("Tillit", 2, "MLI", alternatives=(twin,)), make.quote(source, "Tillit")),
        rival_places=(make.claim(Slot.PLACE, Place("Bamako", 1, "MLI"), make.quote(source, "Bamako")),),
    )
    coded = to_dict(make.record(source, make.incident(told)))["incidents"][0]
    assert [each["quote"] for each in coded["time"]["alternatives"]] == ["Friday"]
    assert [each["country"] for each in coded["place"]["alternatives"]] == ["NER", "MLI"]
    assert coded["place"]["alternatives"][1]["quote"] == "Bamako"


def test_casualties_say_who_says_so():
    casualties = to_dict(make.story_record())["incidents"][0]["casualties"]
    first, second, third = casualties
    assert first["claimant"] == {
        "name": "Malian Armed Forces",
        "quote": "The Malian army",
        "span": first["claimant"]["span"],
    }
    assert (first["low"], first["high"], first["stance"]) == (8, 8, "admission")
    assert (second["low"], second["high"], second["hedge"]) == (0, 57, "neutralised")
    assert third["high"] is None and third["hedge"] == "at_least"
    assert len({each["id"] for each in casualties}) == 3


def test_the_reporters_voice_is_no_claimant():
    source = make.report()
    words = make.quote(source, "eight of its soldiers")
    by_reporter = make.toll(words, 8, 8, Group.SIDE_A, claimant=Claimant("the reporter"), stance=Stance.REPORTER)
    told = make.mention(source, make.quote(source, "fired"), CLASH, tolls=(by_reporter,))
    coded = to_dict(make.record(source, make.incident(told)))["incidents"][0]["casualties"][0]
    assert coded["claimant"] is None and coded["stance"] == "reporter"


def test_part_of_points_at_incidents_and_claims():
    source = make.report()
    whole = make.toll(make.quote(source, "57"), 57, 57, Group.SIDE_B)
    part = make.toll(make.quote(source, "eight of its soldiers"), 8, 8, Group.SIDE_B, part_of=whole.id)
    kind = CLASH
    umbrella = make.mention(source, make.quote(source, "fight"), kind, id="m1", tolls=(whole, part))
    site = make.mention(source, make.quote(source, "fired"), kind, id="m2", part_of="m1")
    count = Count(2000, 9999, "Thousands")
    total = make.claim(
        Slot.TOTAL,
        Total(CasualtyKind.KILLED, count, Scope.REPORT_TOTAL, ("m1", "im2")),
        make.quote(source, "Thousands"),
    )
    coded = to_dict(make.record(source, make.incident(umbrella), make.incident(site), totals=(total,)))
    assert [each["part_of"] for each in coded["incidents"]] == [None, "im1"]
    assert coded["cumulative"][0]["of"] == ["im1", "im2"]
    casualties = coded["incidents"][0]["casualties"]
    assert casualties[1]["part_of"] == casualties[0]["id"]


def test_what_is_named_is_listed_resolved_or_not():
    told = to_dict(make.story_record())
    assert [each["actor_id"] for each in told["actors"]] == ["malian-army", None]
    assert [each["gazetteer_id"] for each in told["places"]] == ["geonames:1", None]
    assert [each["start"] for each in told["dates"]] == ["2022-02-18", None]
    assert told["not_coded"][0]["why"] == "background without a month"
    assert told["issues"] == [
        {
            "code": "place.unresolved",
            "level": "warning",
            "message": "No entry for Paris. Check the spelling.",
            "span": None,
        }
    ]


def test_the_same_record_gives_the_same_bytes():
    assert to_line(make.story_record()) == to_line(make.story_record())


@given(st.text(max_size=40), st.text(min_size=1, max_size=20))
def test_a_line_is_one_line_and_reads_back(text, key):
    source = make.report("He said: " + text, key=key, title=text, boilerplate=(text,))
    line = to_line(make.record(source))
    assert len(line.splitlines()) == 1
    line.encode()
    read = json.loads(line)
    assert read["report"]["text"] == "He said: " + text and read["key"] == key
    assert read["report"]["boilerplate"] == [{"quote": text}]


def test_a_line_cannot_steer_a_terminal():
    hostile = "a\x1b[31mb\x9b2Jc\u202egpj.exe\u2066d\u2028e"
    line = to_line(make.record(make.report(hostile)))
    assert not any(mark in line for mark in "\x1b\x9b\u202e\u2066\u2028")
    assert json.loads(line)["report"]["text"] == hostile
