"""The reports in `examples/`: their gold is well formed, and coding them gives what the gold says where it matters most."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kibaru.model.claim import Stance
from kibaru.model.incident import Record
from kibaru.model.mention import Mention, Modality, Role
from kibaru.model.report import Report
from kibaru.model.span import Quote
from kibaru.model.values import BlameStatus, CasualtyKind, DatePrecision, Group, Hedge
from kibaru.vocab.events import Plover, SubEvent

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
Gold = dict[str, Any]


def read_gold() -> dict[str, Gold]:
    lines = (EXAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {doc["key"]: doc for doc in map(json.loads, lines)}


def read_manifest() -> list[dict[str, str]]:
    with (EXAMPLES / "manifest.tsv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t"))


GOLD = read_gold()
MANIFEST = read_manifest()
EMPTY = sorted(key for key, doc in GOLD.items() if not doc["incidents"])
ARCHAM = sorted(key for key in GOLD if key.startswith("archam_"))
every_report = pytest.mark.parametrize("key", sorted(GOLD))


@cache
def reports() -> dict[str, Report]:
    """All examples, read with the publication day that the manifest gives."""
    from kibaru.read import ReadOptions, read_paths

    found: dict[str, Report] = {}
    for row in MANIFEST:
        day = date.fromisoformat(row["published"]) if row["published"] else None
        for item in read_paths([EXAMPLES / "reports" / row["file"]], ReadOptions(published=day)):
            assert isinstance(item, Report), item
            found[item.key] = item
    return found


@cache
def coded(key: str) -> Record:
    from kibaru.run.pipeline import Pipeline

    return Pipeline().code(reports()[key])


def words(node: object, name: str = "") -> Iterator[str]:
    """All that the gold gives as the report's own words."""
    if isinstance(node, dict):
        for field, value in node.items():
            yield from words(value, field)
    elif isinstance(node, list):
        for value in node:
            yield from words(value, name)
    elif isinstance(node, str) and name in {"quote", "claimant", "evidence"}:
        yield node


def quotes(node: object) -> Iterator[Quote]:
    """All quotes in a record, however deep."""
    if isinstance(node, Quote):
        yield node
    elif isinstance(node, tuple):
        for value in node:
            yield from quotes(value)
    elif dataclasses.is_dataclass(node) and not isinstance(node, Report | type):
        for field in dataclasses.fields(node):
            yield from quotes(getattr(node, field.name))


def incidents(key: str) -> list[Gold]:
    return list(GOLD[key]["incidents"])


def blames(incident: Gold) -> list[Gold]:
    told = incident["responsibility"]
    return told if isinstance(told, list) else [told] if told else []


# The gold


def test_manifest_and_folder_name_the_same_files() -> None:
    assert sorted(row["file"] for row in MANIFEST) == sorted(p.name for p in (EXAMPLES / "reports").iterdir())


def test_the_readme_tells_what_each_file_shows() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [row["file"] for row in MANIFEST if f"| `{row['file']}` |" not in readme] == []


def test_every_report_has_a_gold_and_every_gold_a_report() -> None:
    assert set(GOLD) == set(reports())
    assert all(doc["set"] == "examples" for doc in GOLD.values())


@every_report
def test_the_gold_knows_the_day_of_publication(key: str) -> None:
    published = reports()[key].published
    assert GOLD[key]["published"] == (published.isoformat() if published else None)


@every_report
def test_every_word_of_the_gold_stands_in_the_report(key: str) -> None:
    text = reports()[key].text
    assert [quote for quote in words(GOLD[key]) if quote not in text] == []


@every_report
def test_the_gold_uses_the_vocabularies(key: str) -> None:
    for incident in incidents(key):
        Role(incident["role"]), Modality(incident["modality"]), Plover(incident["plover"])
        assert incident["sub_event"] is None or SubEvent(incident["sub_event"])
        assert incident["evidence"]
        assert isinstance(incident["main"], bool)
        assert incident.get("optional", True) is True
        for blame in blames(incident):
            BlameStatus(blame["status"])
    for total in GOLD[key]["cumulative"]:
        CasualtyKind(total["kind"])
        assert total["high"] is None or 0 <= total["low"] <= total["high"]


@every_report
def test_the_incidents_of_a_report_have_ids_that_part_of_can_name(key: str) -> None:
    ids = [incident["id"] for incident in incidents(key)]
    assert max(Counter(ids).values(), default=1) == 1
    for incident in incidents(key):
        whole = incident.get("part_of")
        assert whole is None or (whole in ids and whole != incident["id"])
    news = [i for i in incidents(key) if i["role"] == "news" and not i.get("optional")]
    assert not news or any(i["main"] for i in news)


@every_report
def test_the_times_and_places_of_the_gold_make_sense(key: str) -> None:
    for incident in incidents(key):
        if time := incident["time"]:
            first, last = date.fromisoformat(time["start"]), date.fromisoformat(time["end"])
            assert first <= last
            assert DatePrecision(time["precision"])
            published = reports()[key].published
            assert published is None or incident["modality"] == "planned" or last <= published
        if place := incident["place"]:
            assert 1 <= place["precision"] <= 7
            assert len(place["country"]) == 3
            assert (place["lat"] is None) == (place["lon"] is None)
            assert place["lat"] is None or (-90 <= place["lat"] <= 90 and -180 <= place["lon"] <= 180)


@every_report
def test_the_tolls_of_the_gold_make_sense(key: str) -> None:
    for incident in incidents(key):
        for index, toll in enumerate(incident["casualties"]):
            CasualtyKind(toll["kind"]), Group(toll["group"]), Stance(toll["stance"])
            assert toll["hedge"] is None or Hedge(toll["hedge"])
            assert toll["low"] >= 0
            assert toll["high"] is None or toll["low"] <= toll["high"]
            assert toll["high"] is not None or toll["hedge"] in {"at_least", "unstated"}
            assert (toll["stance"] == "reporter") == (toll["claimant"] is None)
            if (whole := toll.get("part_of")) is not None:
                assert whole != index
                assert incident["casualties"][whole]["kind"] == toll["kind"]


# The coding


@every_report
def test_every_example_is_coded_and_every_quote_equals_its_span(key: str) -> None:
    record = coded(key)
    text = reports()[key].text
    found = list(quotes((record.incidents, record.extraction)))
    assert [q for q in found if text[q.span.start : q.span.end] != q.text] == []
    assert bool(record.incidents) <= bool(found)


@pytest.mark.parametrize("key", EMPTY)
def test_a_report_that_tells_of_no_incident_gives_none(key: str) -> None:
    assert [(i.mentions[0].event.value, i.mentions[0].evidence) for i in coded(key).incidents] == []


def test_a_language_that_is_not_coded_is_an_issue_and_only_there() -> None:
    told = {key for key in GOLD if any(i.code == "language.not-coded" for i in coded(key).extraction.issues)}
    assert told == {"french_attack"}


def tolls(key: str, kind: str) -> set[tuple[str, int, int | None]]:
    """Group, low and high of the gold's main incident, parts left out."""
    main = next(i for i in incidents(key) if i["main"])
    return {(t["group"], t["low"], t["high"]) for t in main["casualties"] if t["kind"] == kind and "part_of" not in t}


def clashes(key: str) -> list[Mention]:
    mentions = [m for incident in coded(key).incidents for m in incident.mentions]
    return [m for m in mentions if m.role is Role.NEWS and m.event.value.sub_event == SubEvent.ARMED_CLASH]


@pytest.mark.parametrize("key", ARCHAM)
def test_archam_is_one_clash_on_its_day_in_its_place_however_it_is_told(key: str) -> None:
    assert len(clashes(key)) == 1
    (clash,) = clashes(key)
    assert clash.time is not None
    assert (clash.time.value.first, clash.time.value.last) == (date(2022, 2, 18), date(2022, 2, 18))  # type: ignore[union-attr]
    assert clash.place is not None
    assert clash.place.value.gazetteer_id == "geonames:6689833"


@pytest.mark.parametrize("key", ARCHAM)
def test_archam_keeps_the_toll_of_each_outlet(key: str) -> None:
    (clash,) = clashes(key)
    counted = [c.value for c in clash.tolls if c.value.kind is CasualtyKind.KILLED and c.value.part_of is None]
    assert {(t.group.value, t.count.low, t.count.high) for t in counted} == tolls(key, "killed")


def on_sides(mention: Mention) -> tuple[set[str], set[str]]:
    """The names on the two sides as coded."""
    return {c.value.name for c in mention.side_a}, {c.value.name for c in mention.side_b}


@pytest.mark.parametrize("key", [*ARCHAM, "solhan_village"])
def test_the_sides_are_those_of_the_gold_and_nobody_else(key: str) -> None:
    violent = [m for i in coded(key).incidents for m in i.mentions if m.event.value.sub_event and m.role is Role.NEWS]
    told = [i for i in incidents(key) if i["sub_event"] and i["role"] == "news"]
    expected = [tuple({member["name"] for member in i[side]} for side in ("side_a", "side_b")) for i in told]
    assert [on_sides(m) for m in violent] == expected


def test_the_arrested_are_counted_apart_from_the_police_who_arrest_them() -> None:
    mentions = [m for i in coded("lamu_arrests").incidents for m in i.mentions]
    counted = [c.value for m in mentions for c in m.tolls if c.value.kind is CasualtyKind.ARRESTED]
    assert {(t.group.value, t.count.low, t.count.high) for t in counted} == tolls("lamu_arrests", "arrested")
    arrests = [m for m in mentions if m.event.value.sub_event == SubEvent.ARRESTS]
    assert [on_sides(m) for m in arrests] == [({"National Police Service (Kenya)"}, {"Al-Shabaab"})]


def test_without_a_publication_date_no_day_is_made_up() -> None:
    record = coded("lamu_arrests")
    arrests = [i.mentions[0] for i in record.incidents if i.mentions[0].event.value.sub_event == SubEvent.ARRESTS]
    assert arrests
    assert all(m.time is None for m in arrests)


@pytest.mark.parametrize("words_of_a_page", ["cookie", "Gossi", "Share on", "100 dead", "newsletter", "Photo:"])
def test_of_a_page_only_the_article_is_read(words_of_a_page: str) -> None:
    page = (EXAMPLES / "reports" / "archam_radio.html").read_text(encoding="utf-8")
    assert words_of_a_page in page
    assert words_of_a_page not in reports()["archam_radio"].text
