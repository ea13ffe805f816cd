"""`kibaru code` as a person or a script calls it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from kibaru import __version__
from kibaru.cli.main import app
from tests.builders import STORY

COMMAND = [sys.executable, "-c", "from kibaru.cli.main import run; run()"]
CALM = "The harvest of millet was good this year, and the price of a sack fell by a tenth, traders at the market said."


def call(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


def records(output):
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def feed(path, number):
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": STORY}) + "\n" for n in range(number)))
    return path


def test_a_file_gives_a_line_of_json(story):
    result = call("code", story, "--published", "2022-02-19", "--format", "jsonl", "--policy", "range")
    assert result.exit_code == 0, result.output
    (record,) = records(result.stdout)
    assert (record["key"], record["policy"], record["report"]["published"]) == ("story", "range", "2022-02-19")
    assert record["kibaru"] == __version__


def test_a_table_is_the_default_and_plain_in_a_pipe(story):
    result = call("code", story)
    assert result.exit_code == 0
    assert result.stdout.startswith("story  publication date not known")
    assert "\x1b" not in result.stdout


def test_rows_have_one_header_for_many_reports(tmp_path):
    result = call("code", feed(tmp_path / "feed.jsonl", 3), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0
    assert {row["report"] for row in rows} == {"r0", "r1", "r2"}


def test_a_page_goes_to_a_file(story, tmp_path):
    out = tmp_path / "page" / "out.html"
    out.parent.mkdir()
    result = call("code", story, "--format", "html", "-o", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "out.html: 1 report" in result.stderr.replace("\n", "")
    assert out.read_text().endswith("</html>\n")


def test_several_processes_give_the_same_in_the_same_order(tmp_path):
    source = feed(tmp_path / "feed.jsonl", 12)
    one = subprocess.run([*COMMAND, "code", source, "-f", "jsonl"], capture_output=True, check=True, timeout=120)
    two = subprocess.run(
        [*COMMAND, "code", source, "-f", "jsonl", "--jobs", "2"], capture_output=True, check=True, timeout=120
    )
    assert one.stdout == two.stdout
    assert [record["key"] for record in records(one.stdout)] == [f"r{n}" for n in range(12)]


def test_a_report_without_incidents_is_coded(tmp_path):
    path = tmp_path / "calm.txt"
    path.write_text(CALM)
    result = call("code", path, "--format", "jsonl")
    assert result.exit_code == 0
    assert records(result.stdout)[0]["incidents"] == []


def test_nothing_that_can_be_coded_is_status_1_and_says_why(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    missing = tmp_path / "missing.txt"
    result = call("code", empty, missing, "--format", "jsonl", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr and "missing.txt" in result.stderr
    assert "nothing could be coded" in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_what_cannot_be_read_does_not_cost_the_rest(story, tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text('{"id": "a", "text": "x"\n' + json.dumps({"id": "b", "text": STORY}) + '\n{"id": "c"}\n')
    result = call("code", tmp_path / "missing.txt", path, story, "--format", "jsonl")
    assert result.exit_code == 0
    assert [record["key"] for record in records(result.stdout)] == ["b", "story"]
    assert "feed.jsonl, line 1:" in result.stderr and "feed.jsonl, line 3:" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--published", "19.2.2022"], "2022-02-19"),
        (["--published", "2022-02-30"], "2022-02-19"),
        (["--published", "20220219"], "2022-02-19"),
        (["--policy", "mean"], "lowest"),
        (["--format", "xml"], "jsonl"),
        (["--jobs", "0"], "--jobs"),
        (["--out", "no/such/folder/out.jsonl"], "does not exist"),
        (["--colour"], "--colour"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_would_be_right(story, arguments, told):
    result = call("code", story, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_help_and_version():
    assert call("--version").stdout == f"kibaru {__version__}\n"
    help_ = call("code", "--help").stdout
    assert "kibaru code report.txt --published 2022-02-19" in help_ and "--policy" in help_
    assert "code" in call("--help").stdout


def test_standard_input_is_read_when_it_is_a_pipe():
    told = subprocess.run(
        [*COMMAND, "code", "-f", "jsonl"], input=STORY.encode(), capture_output=True, check=True, timeout=120
    )
    named = subprocess.run(
        [*COMMAND, "code", "-", "-f", "jsonl"], input=STORY.encode(), capture_output=True, check=True, timeout=120
    )
    assert told.stdout == named.stdout
    assert records(told.stdout)[0]["report"]["text"] == STORY


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_nothing_to_read_on_a_terminal_is_status_2_with_an_example():
    master, terminal = os.openpty()
    try:
        told = subprocess.run([*COMMAND, "code"], stdin=terminal, capture_output=True, timeout=120, check=False)
    finally:
        os.close(master)
        os.close(terminal)
    assert told.returncode == 2
    assert b"kibaru code report.txt" in told.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_lines_and_says_how_many(tmp_path, jobs):
    process = subprocess.Popen(
        [*COMMAND, "code", feed(tmp_path / "feed.jsonl", 400), "-f", "jsonl", "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,  # `communicate` does not see what a buffer has read ahead
        start_new_session=True,
    )
    # The pipe holds far less than 400 records, so the command can't be through when the third line is here.
    first = b"".join(process.stdout.readline() for _ in range(3))
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to all processes of the command
    rest, errors = process.communicate(timeout=120)
    lines = first + rest
    assert process.returncode == 130
    assert lines.endswith(b"}\n")
    number = len(records(lines))
    assert 3 <= number < 400
    assert f"stopped: {number} reports, " in errors.decode()
    assert b"Traceback" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="pipes differ")
def test_a_reader_that_wants_no_more_is_no_error(tmp_path):
    process = subprocess.Popen(
        [*COMMAND, "code", feed(tmp_path / "feed.jsonl", 400), "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert b"Traceback" not in errors and b"error" not in errors and b"ipe" not in errors
    assert process.wait(timeout=120) == 141


def test_issues_cannot_steer_a_terminal(tmp_path):
    hostile = tmp_path / "a\x1b[2J[red]b.txt"
    result = call("code", hostile)
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr and "[red]b.txt" in result.stderr
