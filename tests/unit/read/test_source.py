import gzip
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.issue import Issue
from kibaru.model.report import Report
from kibaru.read import Format, ReadOptions, count_inputs, make_report, read_bytes, read_paths

HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile"
STORY = "Gunmen killed six herders near the wells on Tuesday, the governor said.\n"


def one(raw: bytes, name: str = "report.txt", **options: object) -> Report | Issue:
    (item,) = read_bytes(raw, name, ReadOptions(**options))  # type: ignore[arg-type]
    return item


def report_of(raw: bytes, name: str = "report.txt", **options: object) -> Report:
    item = one(raw, name, **options)
    assert isinstance(item, Report), item
    return item


def issue_of(raw: bytes, name: str = "report.txt", **options: object) -> Issue:
    item = one(raw, name, **options)
    assert isinstance(item, Issue), item
    return item


def hostile(name: str) -> list[Report | Issue]:
    return list(read_paths([HOSTILE / name], ReadOptions()))


def codes(items: list[Report | Issue]) -> list[str]:
    return [i.code for item in items for i in ((item,) if isinstance(item, Issue) else item.issues)]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_form_reads_the_same(code: str) -> None:
    text = "Ménaka: gunmen killed six herders near the wells, the governor said.\r\n"
    report = report_of(text.encode(code))
    assert report.text == text.replace("\r\n", "\n")
    assert report.issues == ()


def test_a_file_is_the_same_report_as_its_text_and_as_its_gzip() -> None:
    plain = report_of(STORY.encode())
    assert plain.id == make_report(STORY, options=ReadOptions()).id
    packed = report_of(gzip.compress(STORY.encode()), "report.txt.gz")
    assert (packed.id, packed.key, packed.text) == (plain.id, "report", plain.text)
    two = gzip.compress(STORY.encode()) + gzip.compress(b"Two more died.\n")
    assert report_of(two, "report.gz").text == STORY + "Two more died.\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.txt", "input.empty"),
        ("blank.txt", "input.empty"),
        ("binary.txt", "input.binary"),
        ("document.json", "input.json"),
        ("no-such-file.txt", "input.unreadable"),
    ],
)
def test_a_file_without_a_report_is_one_issue(name: str, code: str) -> None:
    (issue,) = hostile(name)
    assert isinstance(issue, Issue)
    assert issue.code == code
    assert issue.source is not None
    assert issue.source.endswith(name)
    assert issue.remedy


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("latin1.txt", "input.encoding", "near Ouélé on Tuesday"),
        ("damaged_utf8.txt", "input.encoding", "L’armée a dit « non »"),
        ("truncated.txt.gz", "input.gzip-truncated", "Two more were wounded."),
    ],
)
def test_a_damaged_file_is_read_as_far_as_it_goes_and_says_so(name: str, code: str, words: str) -> None:
    (report,) = hostile(name)
    assert isinstance(report, Report)
    assert words in report.text
    (issue,) = report.issues
    assert issue.code == code
    assert issue.source is not None
    assert issue.source.endswith(name)
    assert issue.remedy


def test_invisible_characters_are_gone() -> None:
    (report,) = hostile("invisible.txt")
    assert isinstance(report, Report)
    assert report.text == "The army said seven soldiers died.\nThe toll rose."


def test_each_bad_line_is_an_issue_with_its_number_and_the_rest_is_read() -> None:
    items = hostile("mixed.jsonl")
    assert [item.key for item in items if isinstance(item, Report)] == ["good", "7", "page"]
    bad = [(item.code, item.line) for item in items if isinstance(item, Issue)]
    assert bad == [("input.json", 2), ("input.json", 3), ("input.no-text", 4), ("input.fields", 5)]
    seventh = items[5]
    assert isinstance(seventh, Report)
    assert [(issue.code, issue.line) for issue in seventh.issues] == [("input.date", 7)]
    assert seventh.published is None


def test_the_fields_of_a_line_reach_the_report() -> None:
    record = {
        "id": "a1",
        "text": STORY,
        "published": "5 March 2024",
        "title": "Raid",
        "url": "https://example.org/1",
        "publisher": "Example",
    }
    report = report_of(json.dumps(record).encode(), "set.jsonl")
    assert report.text == STORY
    assert (report.key, report.title, report.url, report.publisher) == (
        "a1",
        "Raid",
        "https://example.org/1",
        "Example",
    )
    assert (report.published, report.published_from) == (date(2024, 3, 5), "field")
    told = report_of(json.dumps(record).encode(), "set.jsonl", published=date(2024, 3, 6))
    assert (told.published, told.published_from) == (date(2024, 3, 6), "option")


def test_lines_without_an_id_are_named_by_file_and_line() -> None:
    raw = json.dumps({"text": STORY}).encode()
    items = read_bytes(raw + b"\n\n" + raw, "folder/set.jsonl.gz", ReadOptions())
    assert [item.key for item in items if isinstance(item, Report)] == ["set", "set:3"]


@pytest.mark.parametrize("pack", [gzip.compress, lambda raw: raw.decode().encode("utf-16")], ids=["gzip", "utf-16"])
def test_json_lines_in_other_clothes(pack: object) -> None:
    raw = b"".join(json.dumps({"id": str(n), "text": STORY}).encode() + b"\n" for n in range(5))
    items = list(read_bytes(pack(raw), "set.jsonl", ReadOptions()))  # type: ignore[operator]
    assert [item.key for item in items if isinstance(item, Report)] == list("01234")


def test_a_line_in_another_code_is_read_and_says_so() -> None:
    raw = '{"text": "Six herders were killed near Ouélé."}\n'.encode("latin-1") + json.dumps({"text": STORY}).encode()
    first, second = read_bytes(raw, "set.jsonl", ReadOptions())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == "Six herders were killed near Ouélé."
    assert [(issue.code, issue.line) for issue in first.issues] == [("input.encoding", 1)]
    assert second.issues == ()


def test_truncated_json_lines_lose_only_what_was_cut() -> None:
    raw = b"".join(json.dumps({"id": str(n), "text": f"{STORY} {n * n * 7919}"}).encode() + b"\n" for n in range(400))
    items = list(read_bytes(gzip.compress(raw)[:-600], "set.jsonl.gz", ReadOptions()))
    assert isinstance(items[0], Report)
    assert codes(items)[-1] == "input.gzip-truncated"


def test_a_lone_surrogate_in_a_field_can_still_be_written_out() -> None:
    raw = b'{"id": "a\\ud800", "text": "Six \\ud800", "title": "\\udc00", "url": "u\\ud801", "publisher": "\\ud801"}'
    report = report_of(raw, "set.jsonl")
    for words in (report.key, report.text, report.title, report.url, report.publisher):
        assert words is not None
        words.encode()


def test_a_line_of_a_hundred_megabytes_is_an_issue_and_the_next_is_read() -> None:
    class Endless(io.RawIOBase):
        """A line of 100 MB that is nowhere held, then a good one."""

        left = 400

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            if self.left > 0:
                return b"a" * 262_144
            return b'"}\n' + json.dumps({"text": STORY}).encode() if self.left == 0 else b""

    class Stdin:
        buffer = Endless()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Stdin())
        issue, report = read_paths(["-"], ReadOptions(format=Format.JSONL))
    assert isinstance(issue, Issue)
    assert (issue.code, issue.source, issue.line) == ("input.too-large", "stdin", 1)
    assert isinstance(report, Report)
    assert report.key == "stdin:2"


def test_too_much_text_for_one_report_is_an_issue() -> None:
    issue = issue_of(b"a word " * 1_000, max_bytes=1_000)
    assert issue.code == "input.too-large"
    bomb = gzip.compress(b"\n" * 50_000_000)
    assert issue_of(bomb, "bomb.gz").code == "input.too-large"


@pytest.mark.parametrize("raw", [b"%PDF-1.4 x", b"PK\x03\x04abc", b"\x7fELF\x00\x01", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_other_kinds_of_files_say_what_to_do(raw: bytes) -> None:
    issue = issue_of(raw)
    assert issue.code == "input.binary"
    assert issue.remedy


def test_folders_are_walked_in_order_and_what_is_no_report_is_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "a.txt", "b/c.txt", ".hidden/x.txt", ".draft.txt"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    items = list(read_paths([tmp_path], ReadOptions()))
    assert [item.key for item in items if isinstance(item, Report)] == ["a", "z", "c"]
    (skipped,) = (item for item in items if isinstance(item, Issue))
    assert (skipped.code, skipped.level) == ("input.skipped", "info")
    assert count_inputs([tmp_path]) == 3


def test_reports_are_read_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    items: Iterator[Report | Issue] = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"], ReadOptions())
    next(items)
    (tmp_path / "b.txt").write_text(STORY)
    assert isinstance(next(items), Report)


def test_inputs_are_counted_where_it_is_cheap(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n')
    assert count_inputs([tmp_path / "a.jsonl", "gone.txt"]) == 3
    assert count_inputs(["-"]) is None
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert count_inputs([tmp_path]) is None


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.gz", "a"]),
    st.sampled_from([b"", b"\x1f\x8b\x08\x00", b"\xff\xfe", b"<html><p>", b'{"text": "', b"\xef\xbb\xbf"]),
    st.sampled_from(Format),
)
def test_any_bytes_give_reports_and_issues_and_nothing_else(raw: bytes, name: str, start: bytes, form: Format) -> None:
    items = list(read_bytes(start + raw, name, ReadOptions(format=form)))
    assert items
    for item in items:
        assert isinstance(item, Report | Issue)
        if isinstance(item, Report):
            item.text.encode()
            assert item.text.strip()
        else:
            assert item.remedy
            assert item.source == name
    assert items == list(read_bytes(start + raw, name, ReadOptions(format=form)))
