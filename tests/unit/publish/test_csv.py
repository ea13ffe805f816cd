"""Rows for a spreadsheet: a stable header, a row an incident, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.claim import Claimant, Slot, Stance
from kibaru.model.values import EventKind, Group, PartialDate
from kibaru.publish.csv import COLUMNS, defuse, header, to_rows
from tests import builders as make


def rows(record):
    return list(csv.DictReader(io.StringIO(header() + to_rows(record), newline="")))


HEADER = """
report incident part_of role modality main day_first day_last day_precision event_type sub_event plover place admin1
country lat lon place_precision radius_km priogrid h3 side_a side_b killed_told injured_told others_told low best high
deaths_a deaths_b deaths_civilians deaths_unknown policy because responsibility weapon confidence trigger url publisher published
"""


def test_the_header_is_stable():
    assert header().rstrip("\n").split(",") == HEADER.split()
    assert all(COLUMNS.values())


def test_a_row_an_incident():
    clash, act = rows(make.story_record(make.report(url="https://news.example/1", publisher="Example")))
    assert (clash["day_first"], clash["day_last"], clash["day_precision"]) == ("2022-02-18", "2022-02-18", "day")
    assert (clash["sub_event"], clash["place"], clash["admin1"], clash["country"]) == (
        "Armed clash",
        "Tillit",
        "Gao",
        "MLI",
    )
    assert (clash["lat"], clash["lon"], clash["radius_km"]) == ("15.17", "0.14", "25.0")
    assert (clash["low"], clash["best"], clash["high"]) == ("11", "65", "")
    assert clash["killed_told"] == (
        "8 on side A (Malian Armed Forces, on its own losses); 0–57 on side B (Malian Armed Forces, about its "
        "adversary; “neutralised”); 3 or more civilians (a herder, third party)"
    )
    assert clash["url"] == "https://news.example/1"
    assert (act["plover"], act["sub_event"], act["day_first"]) == ("REQUEST", "", "")


def test_a_report_without_incidents_gives_no_row():
    assert to_rows(make.record(make.report())) == ""


def test_a_point_in_the_west_stays_a_number():
    assert defuse(-1.52) == -1.52 and defuse(None) is None


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "'=1+1",
        '"=1+1',
        "  =1+1",
        "\u200b=1+1",
        "“=HYPERLINK(A1)",
        "＝1+1",
        "\u202e=1+1",
        "--10-02",
    ],
)
def test_formulas_are_defused(cell):
    assert defuse(cell).startswith("'")


def test_a_second_cell_cannot_be_opened_where_semicolons_part_cells():
    assert defuse("killed; =cmd()") == "killed; '=cmd()"


def test_plain_words_stay_as_they_are():
    assert defuse("Saint-Louis, 8 km north") == "Saint-Louis, 8 km north"


def test_newlines_are_collapsed():
    assert defuse("two\r\n\r\nlines\u2028here") == "two lines here"


DANGEROUS = re.compile("""^[\\s'"\u200b]*[=+\\-@\t\r]""")


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n'\" a;\u200b\u202e1|"), max_size=12))
def test_no_text_cell_begins_like_a_formula(cell):
    safe = defuse(cell)
    assert "\n" not in safe and "\r" not in safe and "\t" not in safe
    assert safe.startswith("'") or not DANGEROUS.match(safe)
    assert not re.search(r";\s*[=+\-@]", safe)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_come_back_as_one_row_of_the_same_width(key, name):
    source = make.report("x gunmen attacked y 8 z", key=key, url=name)
    words = make.quote(source, "8")
    told = make.mention(
        source,
        make.quote(source, "gunmen attacked"),
        EventKind("Battles", "Armed clash", "ASSAULT"),
        time=make.claim(Slot.TIME, PartialDate("--10-02"), words),
        tolls=(make.toll(words, 8, 8, Group.SIDE_A, claimant=Claimant(name, words), stance=Stance.THIRD_PARTY),),
    )
    lines = list(csv.reader(io.StringIO(to_rows(make.record(source, make.incident(told))), newline="")))
    assert len(lines) == 1 and len(lines[0]) == len(COLUMNS)
