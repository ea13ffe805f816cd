"""The table for a terminal or a pipe."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from kibaru.model.claim import Slot
from kibaru.model.issue import Issue, Level
from kibaru.model.mention import Modality, Role
from kibaru.model.values import EventKind, Place
from kibaru.publish.table import issue_text, print_record
from tests import builders as make


def printed(record, width=100, terminal=False):
    out = io.StringIO()
    print_record(Console(file=out, width=width, force_terminal=terminal), record)
    return out.getvalue()


def test_it_tells_day_type_place_sides_tolls_and_figures():
    lines = [" ".join(line.split()) for line in printed(make.story_record()).splitlines()]
    assert "1. Armed clash Battles" in lines
    assert "when 18 February 2022, to the day" in lines
    assert "where Tillit, Gao, MLI (within 25 km)" in lines
    assert "who Malian Armed Forces against Unidentified armed group (Mali)" in lines
    assert "killed 8 on side A — Malian Armed Forces, on its own losses “eight of its soldiers”" in lines
    assert "3 or more civilians — a herder, third party “at least three villagers”" in lines
    assert "deaths low 11 · best 65 · high open by policy ucdp" in lines
    assert "own losses are admitted" in lines


def test_political_acts_totals_uncoded_and_issues_come_after_the_incidents():
    text = printed(make.story_record(), width=120)
    heads = ["1. Armed clash", "Political acts", "Totals that", "Speaks of violence", "Issues"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "Government of Mali → Government of France, day not told" in text
    assert "2,000–9,999, cumulative" in text
    assert "background without a month" in text
    assert "No entry for Paris. Check the spelling." in text


def test_what_is_not_plain_news_is_marked():
    source = make.report()
    kind = EventKind("Battles", "Armed clash", "ASSAULT")
    whole = make.mention(source, make.quote(source, "fight"), kind, id="m1")
    site = make.mention(
        source,
        make.quote(source, "fired"),
        kind,
        id="m2",
        part_of="m1",
        role=Role.BACKGROUND,
        modality=Modality.DENIED,
    )
    text = printed(make.record(source, make.incident(whole), make.incident(site)))
    assert "2. Armed clash  Battles  [background]  [denied]  [part of 1]" in text
    assert "deaths" not in text


def test_one_side_alone_is_told_alone():
    source = make.report()
    side = (make.claim(Slot.SIDE_A, make.ARMY, make.quote(source, "The Malian army")),)
    kind = EventKind("Protests", "Peaceful protest", "PROTEST")
    told = make.mention(source, make.quote(source, "fired"), kind, side_a=side)
    assert "who        Malian Armed Forces\n" in printed(make.record(source, make.incident(told)))


def test_a_report_without_incidents_says_so():
    text = printed(make.record(make.report(published=None)))
    assert "publication date not known · no incidents · no political acts" in text


@pytest.mark.parametrize("width", [80, 100, 120])
def test_lines_fit_and_have_no_trailing_blanks(width):
    lines = printed(make.story_record(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_pipe_gets_no_terminal_codes():
    assert "\x1b" not in printed(make.story_record())
    assert "\x1b" in printed(make.story_record(), terminal=True)


def test_words_of_a_report_cannot_mark_up_or_steer():
    hostile = "[red]fight[/red] \x1b[2J\x9b1m \u202eevil :skull: [link=file:///etc]x[/link]"
    source = make.report(f"x {hostile} y", key=hostile, title=hostile)
    words = make.quote(source, hostile)
    told = make.mention(
        source,
        words,
        EventKind("Battles", "Armed clash", "ASSAULT"),
        place=make.claim(Slot.PLACE, Place(hostile, 2), words),
        side_a=(make.claim(Slot.SIDE_A, make.ARMY, words),),
    )
    issue = Issue("x", Level.ERROR, hostile)
    text = printed(make.record(source, make.incident(told), issues=(issue,)), width=400)
    assert not any(mark in text for mark in "\x1b\x9b\u202e")
    assert text.count("[red]fight[/red] [2J1m evil :skull:") >= 3


@pytest.mark.parametrize(
    ("origin", "words"), [("option", " (as you say)"), ("dateline", " (its dateline says)"), (None, "")]
)
def test_it_says_where_the_day_of_publication_comes_from(origin, words):
    text = printed(make.record(make.report(published_from=origin)))
    assert f"published 19 February 2022{words} · no incidents" in text


def test_an_issue_names_file_line_and_remedy():
    issue = Issue("input.json", Level.ERROR, "Not JSON.", "Write one object a line.", "reports.jsonl", 3)
    assert issue_text(issue).plain == "error: reports.jsonl, line 3: Not JSON. Write one object a line."
    assert issue_text(Issue("x", Level.INFO, "Fine.")).plain == "info: Fine."
    assert issue_text(Issue("x", Level.INFO, "it is empty", "fill it", "a")).plain == "info: a: it is empty; fill it"
