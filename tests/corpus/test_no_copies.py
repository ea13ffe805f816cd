"""No sentence of the corpora stands in the repository: they are not ours to pass on, and a rule must not know them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus

RUN = 10
WORDS = re.compile(r"\w+")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of ten words."""
    words = WORDS.findall(text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def of_the_corpora(folder: Path) -> dict[tuple[str, ...], str]:
    """From each run of words to the report that holds it."""
    found = dict.fromkeys(runs((folder / "seed" / "article.txt").read_text(encoding="utf-8")), "seed")
    for line in (folder / "gold" / "dev.corpus.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        found.update(dict.fromkeys(runs(report["text"]), report["id"]))
    return found


def test_no_ten_words_in_a_row_of_the_corpora_stand_in_the_repository(corpora: Path, root: Path) -> None:
    held = of_the_corpora(corpora)
    assert len(held) > 10_000
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    copies = []
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if path.suffix in {".sqlite", ".gz"} or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        copies += [f"{name}: {' '.join(run)!r} of {held[run]}" for run in runs(text) if run in held]
    assert copies == []
