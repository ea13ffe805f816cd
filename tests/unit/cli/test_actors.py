"""`kibaru actors find` as a person or a script calls it."""

from __future__ import annotations

import json

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kibaru.cli.main import app


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["actors", "find", *arguments])


def found(*arguments: str) -> list[dict[str, object]]:
    result = call(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    candidates: list[dict[str, object]] = json.loads(result.stdout)
    return candidates


def test_an_acronym_finds_its_group_with_ids_elsewhere() -> None:
    (group,) = found("GSIM", "--on", "2022-02-18")
    assert (group["actor_id"], group["how"], group["kind"], group["active"]) == ("jnim", "alias", "rebel_group", True)
    ids = group["ids"]
    assert isinstance(ids, dict)
    assert (ids["UN"], ids["UCDP"]) == (["QDe.159"], ["6716"])


def test_the_table_says_why_and_when() -> None:
    lines = call("GSIM", "--on", "2010-01-01").stdout.splitlines()
    assert lines[0].endswith("(jnim)")
    assert "“GSIM” is another name of it" in lines[1]
    assert "not active on the day, 2017-03-01 to …" in lines[1]


def test_without_a_day_nothing_is_said_of_it() -> None:
    (group,) = found("GSIM")
    assert group["active"] is None


def test_those_active_on_the_day_come_first() -> None:
    terms = found("Macron", "--on", "2022-02-18")
    assert terms[0]["active"] is True
    assert terms[0]["acts_for"] == "fra-government"
    assert [term["active"] for term in terms] == sorted((term["active"] for term in terms), reverse=True)


def test_a_name_in_the_wrong_capitals_says_how_texts_write_it() -> None:
    (group,) = found("gsim")
    assert (group["how"], group["matched"]) == ("capitals", "GSIM")


def test_a_person_is_found_under_another_spelling_and_by_country() -> None:
    named = found("Assimy Goytah", "--country", "ML")
    assert named[0]["name"] == "Assimi Goïta"
    assert named[0]["how"] == "person"
    assert call("Assimy Goytah", "--country", "FRA").exit_code == 1


def test_a_name_that_needs_support_says_so() -> None:
    (group,) = found("Wagner")
    assert group["alone"] is False
    assert str(group["why"]).endswith("only where the report supports it")


def test_nothing_found_is_status_one() -> None:
    result = call("Nobody in Particular")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nobody in Particular" in result.stderr


@pytest.mark.parametrize("arguments", [("GSIM", "--on", "yesterday"), ("GSIM", "--country", "Mali"), ()])
def test_wrong_usage_is_told(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


def test_an_office_finds_who_held_it_on_the_day() -> None:
    holders = found("president of Mali", "--on", "2022-02-18")
    assert (holders[0]["name"], holders[0]["how"], holders[0]["active"]) == ("Assimi Goïta", "office", True)
    assert holders[0]["why"] == "the president, in office from 2021-05-24 on"
    assert holders[0]["acts_for"] == "mli-government"
    assert [holder["active"] for holder in holders[1:]] == [False] * (len(holders) - 1)
    assert found("Malian head of state", "--on", "2015-01-01")[0]["name"] == "Ibrahim Boubacar Keïta"
