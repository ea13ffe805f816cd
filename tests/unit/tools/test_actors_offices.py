"""Offices of the reviewed table and of the Factbook's editions: what is known, and no day more."""

from __future__ import annotations

from pathlib import Path

import pytest

import actors_offices as offices
from actors_rows import Name, Row
from actors_sources import Countries

FIELDS = ("country", "role", "title_and_name", "since_iso", "last_seen_in_factbook")


def person(ident: str, name: str) -> Row:
    row = Row(f"person-{ident}", name, "other", "person", "MLI", ["MLI"], terms=[("2013-01-01", "2015-12-31")])
    row.add(Name(name))
    return row


def shown(tmp_path: Path, people: list[Row], *lines: tuple[str, str, str, str]) -> None:
    state = Row("mli-government", "Government of Mali", "state_forces", "government", "MLI", ["MLI"])
    state.add(Name("Mali", role="country"))
    path = tmp_path / "leaders.tsv"
    path.write_text("\n".join("\t".join(line) for line in (FIELDS, *(("Mali", *line) for line in lines))) + "\n")
    offices.factbook(path, Countries([state]), people)


def test_a_term_ends_with_the_successor_or_the_last_edition_that_shows_it(tmp_path: Path) -> None:
    one, two, three = person("a", "Ana Boro"), person("b", "Binta Cisse"), person("c", "Coumba Dia")
    shown(
        tmp_path,
        [one, two, three],
        ("chief of state", "President Ana BORO", "2016-01-01", "2018-06-01"),
        ("chief of state", "President Binta CISSE", "2018-03-01", "2026-01-22"),
        ("head of government", "Prime Minister Coumba DIA", "2015-02-01", "2017-03-28"),
        ("chief of state", "Vice President Coumba DIA", "2016-01-01", "2018-06-01"),
    )
    assert one.offices == [("president", "2016-01-01", "2018-03-01"), ("head of state", "2016-01-01", "2018-03-01")]
    assert two.offices == [("president", "2018-03-01", ""), ("head of state", "2018-03-01", "")]
    assert three.offices == [
        ("prime minister", "2015-02-01", "2017-03-28"),
        ("head of government", "2015-02-01", "2017-03-28"),
    ]


def test_a_reviewed_term_keeps_its_days(tmp_path: Path) -> None:
    one, two = person("a", "Ana Boro"), person("b", "Binta Cisse")
    table = tmp_path / "offices.tsv"
    table.write_text("person\toffices\tterms\tsource\na\tpresident\t\tbook\na\thead of state\t2012..2012-05\tbook\n")
    offices.reviewed(table, [one, two])
    assert one.offices == [("president", "2013-01-01", "2015-12-31"), ("head of state", "2012-01-01", "2012-05-31")]
    shown(tmp_path, [one, two], ("chief of state", "President Binta CISSE", "2014-03-01", "2026-01-22"))
    assert two.offices == [("head of state", "2014-03-01", "")]


def test_a_stranger_in_the_table_is_named(tmp_path: Path) -> None:
    table = tmp_path / "offices.tsv"
    table.write_text("person\toffices\tterms\tsource\nnobody\tpresident\t\tbook\n")
    with pytest.raises(ValueError, match="nobody"):
        offices.reviewed(table, [])
