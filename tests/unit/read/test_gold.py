"""Whatever is taken out of the reports of the gold, no words that an incident rests on are among it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kibaru.read import ReadOptions, make_report

pytestmark = pytest.mark.corpus


@pytest.fixture
def corpora() -> Path:
    folder = os.environ.get("KIBARU_CORPORA")
    if not folder:
        pytest.skip("KIBARU_CORPORA names no folder with corpora")
    return Path(folder)


def quoted(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str) and name in ("quote", "claimant", "evidence"):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from quoted(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from quoted(inner, name)


def test_no_quoted_words_are_lost(corpora: Path) -> None:
    with (corpora / "gold" / "dev.corpus.jsonl").open(encoding="utf-8") as lines:
        texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    lost = []
    with (corpora / "gold" / "dev.jsonl").open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = make_report(texts[record["key"]], options=ReadOptions()).text
            lost += [(record["key"], words) for words in quoted(record) if words not in text]
    assert lost == []


def test_the_cookie_notice_of_the_first_report_is_no_text(corpora: Path) -> None:
    raw = (corpora / "seed" / "article.txt").read_text(encoding="utf-8")
    report = make_report(raw, options=ReadOptions())
    for notice in ("This website uses cookies", "Accept Read More"):
        assert notice not in report.text
        assert any(notice in line for line in report.boilerplate)
    assert report.text.rstrip() == raw[: raw.index("This website")].rstrip()
