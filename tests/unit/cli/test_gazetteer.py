"""`kibaru gazetteer` and `kibaru code --gazetteer` as a person or a script calls them."""

from __future__ import annotations

import json
from pathlib import Path

import h3
import pytest
from click.testing import Result
from typer.testing import CliRunner

from kibaru.cli.main import app

TEXT = "MOPTI, 19 February 2022 - Gunmen killed three people on Friday in Talmossoba in Mali, a local official said.\n"


def call(*arguments: object, **options: dict[str, str]) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    cells = [990, "Talmossoba", "Talmossoba", "Talmosoba", 14.75, -3.5, "P", "PPL", "ML", "", "04", "", "", "", 800]
    dump = tmp_path / "ML.txt"
    dump.write_text("\t".join(map(str, [*cells, "", "", "Africa/Bamako", "2024-01-01"])) + "\nbad row\n", "utf-8")
    made = call("gazetteer", "import", dump, "--out", tmp_path / "own.sqlite")
    assert made.exit_code == 0, made.output
    return tmp_path / "own.sqlite"


def test_an_import_prints_the_file_and_says_what_it_left_out(own: Path) -> None:
    again = call("gazetteer", "import", own.with_name("ML.txt"), "--country", "ML", "--out", own)
    assert again.exit_code == 0
    assert again.stdout.strip() == str(own)
    assert "own.sqlite: 1 places from 2 lines" in again.stderr
    assert "not 19 columns" in again.stderr
    card = json.loads(own.with_suffix(".card.json").read_text("utf-8"))
    assert (card["licence"], card["places"], card["countries"]) == ("CC BY 4.0", 1, ["MLI"])


def test_an_import_goes_to_the_users_data_folder(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    made = call("gazetteer", "import", own.with_name("ML.txt"))
    assert Path(made.stdout.strip()).is_file()
    assert Path(made.stdout.strip()).name == "ML.sqlite"


def place(*arguments: object, **options: dict[str, str]) -> tuple[str, dict[str, object]]:
    result = call("code", *arguments, "--format", "jsonl", "--published", "2022-02-19", **options)
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    return record["pipeline"], record["incidents"][0]["place"]


def test_code_asks_the_users_file_beside_the_built_in_one(own: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT)
    plain, unknown = place(report)
    layered, found = place(report, "--gazetteer", own)
    assert unknown["gazetteer_id"] != "geonames:990"
    assert (found["gazetteer_id"], found["lat"], found["lon"]) == ("geonames:990", 14.75, -3.5)
    assert (found["priogrid"], found["h3"]) == (150_834, h3.latlng_to_cell(14.75, -3.5, 5))
    assert layered != plain, "the pipeline's digest tells that another gazetteer was asked"
    assert place(report, env={"KIBARU_GAZETTEER": str(own)}) == (layered, found)
    assert place(report, "--gazetteer", own, "--jobs", 2) == (layered, found)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_missing_gazetteer_is_wrong_usage(jobs: int, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT)
    result = call("code", report, "--gazetteer", tmp_path / "none.sqlite", "--jobs", jobs)
    assert result.exit_code == 2
    assert "kibaru gazetteer import" in result.stderr


def test_a_damaged_gazetteer_is_an_error(own: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT)
    own.write_bytes(b"no database at all" * 100)
    result = call("code", report, "--gazetteer", own)
    assert result.exit_code == 1
    assert "own.sqlite is no gazetteer" in result.stderr


def test_find_says_why_and_in_which_file(own: Path) -> None:
    found = call("gazetteer", "find", "talmosoba", "--gazetteer", own, "--format", "json")
    (candidate,) = json.loads(found.stdout)
    assert (candidate["how"], candidate["files"], candidate["population"]) == ("alias", ["own.sqlite"], 800)
    sounded = call("gazetteer", "find", "Talmosuba", "--gazetteer", own, "--country", "ML")
    assert sounded.stdout.startswith("Talmossoba (geonames:990)\n   sounds alike (")


def test_find_narrows_to_country_and_unit() -> None:
    everywhere = json.loads(call("gazetteer", "find", "Gao", "-f", "json", "--limit", 1000).stdout)
    here = json.loads(call("gazetteer", "find", "Gao", "-f", "json", "--country", "MLI", "--admin1", "gao").stdout)
    assert len(here) < len(everywhere)
    assert {(each["country"], each["admin1"]) for each in here} == {("MLI", "Gao")}
    assert here[0]["why"] == "its name"


def test_find_shows_so_many_and_says_how_many_more() -> None:
    few = call("gazetteer", "find", "Gao", "--limit", 1)
    assert len(few.stdout.splitlines()) == 2
    assert "more: --limit" in few.stderr


def test_find_that_finds_nothing_says_so() -> None:
    result = call("gazetteer", "find", "Hvmprwlfgtx")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Hvmprwlfgtx" in result.stderr
    as_json = call("gazetteer", "find", "Hvmprwlfgtx", "-f", "json")
    assert (as_json.exit_code, json.loads(as_json.stdout)) == (1, [])


@pytest.mark.parametrize(
    "arguments",
    [("find", "Gao", "--country", "Mali"), ("find",), ("import",), ("import", "x.zip", "--country", "XQ")],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...]) -> None:
    assert call("gazetteer", *arguments).exit_code == 2


def test_a_dump_that_is_none_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "page.zip").write_text("<html>")
    result = call("gazetteer", "import", tmp_path / "page.zip", "--out", tmp_path / "own.sqlite")
    assert result.exit_code == 1
    assert "no zip archive" in result.stderr
    assert "Traceback" not in result.output
