"""Files that are written: whole lines or whole pages, and never over an input."""

from __future__ import annotations

import json
import stat

import pytest

from kibaru.cli.output import form_of, sink_of
from kibaru.errors import UsageError
from tests import builders as make


def test_lines_are_in_the_file_as_soon_as_they_are_written(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    sink = sink_of(out, "jsonl", [])
    assert out.read_text() == "old"
    sink.write(form_of("jsonl", to_file=True).section(make.story_record()))
    assert json.loads(out.read_text())["key"] == "story"
    sink.abandon()
    assert out.read_text().endswith("}\n")


def test_a_page_takes_its_place_only_when_it_is_whole(tmp_path):
    out = tmp_path / "out.html"
    out.write_text("old")
    form, sink = form_of("html", to_file=True), sink_of(out, "html", [])
    sink.write(form.head() + form.section(make.story_record()))
    assert out.read_text() == "old"
    sink.write(form.foot())
    sink.finish()
    assert out.read_text().endswith("</html>\n")
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]
    plain = tmp_path / "plain"
    plain.write_text("")
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_page_that_broke_off_leaves_nothing(tmp_path):
    sink = sink_of(tmp_path / "out.html", "html", [])
    sink.write("half")
    sink.abandon()
    assert list(tmp_path.iterdir()) == []


def test_spreadsheets_are_told_the_encoding_and_pipes_are_not(tmp_path, capsysbinary):
    record = make.story_record(make.report(publisher="Le Républicain"))
    for out in (tmp_path / "out.csv", None):
        form, sink = form_of("csv", to_file=out is not None), sink_of(out, "csv", [])
        sink.write(form.head() + form.section(record))
        sink.finish()
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + capsysbinary.readouterr().out


def test_a_table_for_a_file_has_no_terminal_codes(tmp_path):
    assert "\x1b" not in form_of("table", to_file=True).section(make.story_record())


def test_no_input_is_overwritten(tmp_path):
    source = tmp_path / "report.txt"
    source.write_text("calm")
    with pytest.raises(UsageError, match="one of the inputs"):
        sink_of(source, "jsonl", [str(source)])
    link = tmp_path / "link.txt"
    link.symlink_to(source)
    with pytest.raises(UsageError, match="one of the inputs"):
        sink_of(link, "jsonl", [str(source)])
    assert source.read_text() == "calm"


def test_nothing_is_written_into_a_folder_that_is_read(tmp_path):
    (tmp_path / "deep").mkdir()
    with pytest.raises(UsageError, match="place outside"):
        sink_of(tmp_path / "deep" / "out.jsonl", "jsonl", ["-", str(tmp_path)])


def test_a_place_that_cannot_be_is_told_before_any_work(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        sink_of(tmp_path, "jsonl", [])
    with pytest.raises(UsageError, match="does not exist"):
        sink_of(tmp_path / "none" / "out.jsonl", "jsonl", [])
