"""What the measurements of speed rest on: texts and pages of the promised size, and budgets that are all measured."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path

import pytest

import bench_reports
import run_bench
from bench_measures import samples
from bench_pages import page


def test_incident_reports_have_about_800_words() -> None:
    assert all(780 <= len(made.text.split()) <= 900 for made in bench_reports.incident_reports(3, 20))


def test_a_seed_gives_the_same_reports_and_no_two_alike() -> None:
    made = bench_reports.incident_reports(3, 20)
    assert made == bench_reports.incident_reports(3, 20)
    assert len({each.text for each in made}) == 20


def test_one_report_in_ten_of_the_stream_tells_of_violence() -> None:
    deeds = ("attack", "kill", "bomb", "strike", "abducted", "tear gas", "gunshot", "dead", "militants")
    violent = [any(deed in made.text for deed in deeds) for made in bench_reports.stream(4, 100)]
    assert violent == [number % 10 == 0 for number in range(100)]


def test_pages_have_40_to_60_kb_and_hold_every_paragraph() -> None:
    import trafilatura

    for made, sample in zip(
        bench_reports.incident_reports(3, 5), samples(bench_reports.incident_reports(3, 5), 1), strict=True
    ):
        assert 40_000 <= len(sample.html.encode()) <= 60_000
        cleaned = trafilatura.extract(sample.html) or ""
        assert all(paragraph in cleaned for paragraph in made.paragraphs)
        assert "cookies" not in cleaned


def test_a_page_escapes_what_the_report_says() -> None:
    made = bench_reports.MadeReport("<b>Title</b>", ("A & B < C",), bench_reports.incident_reports(3, 1)[0].published)
    told = page(made.title, made.paragraphs, made.published, random.Random(1))
    assert "<b>Title" not in told
    assert "A &amp; B &lt; C" in told


def test_a_row_says_whether_its_budget_holds() -> None:
    assert str(run_bench.Row("start", 0.2, "s", 0.5)).endswith("0.5 s  ok")
    assert str(run_bench.Row("start", 0.6, "s", 0.5)).endswith("0.5 s  MISSED")
    assert run_bench.Row("start", 9.0, "s").ok


def test_budgets_that_nothing_was_measured_for_are_left(tmp_path: Path) -> None:
    path = tmp_path / "budgets.json"
    path.write_text(json.dumps({"import": {"most": 0.5, "unit": "s"}, "other": {"most": 1, "unit": "s"}}))
    budgets = run_bench.Budgets(path)
    assert budgets.row("import", "import kibaru", 0.1).ok
    assert budgets.left() == ["other"]
    with pytest.raises(KeyError):
        budgets.row("import", "import kibaru", 0.1)


def test_the_pinned_budgets_are_no_laxer_than_promised(root: Path) -> None:
    held = {k: v["most"] for k, v in json.loads((root / "bench" / "budgets.json").read_text()).items()}
    promised = {
        "incidents_coding_over_cleaning": 1.5,
        "stream_coding_over_cleaning": 1.0,
        "cold_start": 5.0,
        "peak_memory": 500,
        "memory_growth": 20,
        "import": 0.5,
        "gazetteer_growth": 1.25,
        "lookup": 1.0,
        "import_memory": 500,
    }
    assert held.keys() == promised.keys()
    assert [name for name, most in held.items() if most > promised[name]] == []


def test_a_grown_gazetteer_holds_what_was_there_and_more(tmp_path: Path) -> None:
    import bench_gazetteer
    from kibaru.locate.gazetteer import SqliteGazetteer, default_gazetteer

    bench_gazetteer.grow(tmp_path / "grown.sqlite", 360_000)
    grown = SqliteGazetteer(tmp_path / "grown.sqlite")
    for name in ("Gao", "Tessit", "Mogadishu"):
        assert {entry.id for entry in default_gazetteer().exact(name)} <= {entry.id for entry in grown.exact(name)}
    with sqlite3.connect(tmp_path / "grown.sqlite") as base:
        assert base.execute("SELECT count(*) FROM place").fetchone() == (360_000,)
        made = base.execute("SELECT name FROM place WHERE id >= ? LIMIT 50", (1 << 31,)).fetchall()
    assert all(grown.exact(name) for (name,) in made)


def test_an_import_is_measured_in_a_process_of_its_own() -> None:
    import bench_gazetteer

    told = bench_gazetteer.importing(2000)
    assert told.rows == 2000
    assert told.peak_mb > 10
