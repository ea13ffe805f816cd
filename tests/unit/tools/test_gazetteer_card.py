"""What ships is what builds: the card's digests, and the page of the docs that is made from it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kibaru.locate.gazetteer import bundled


@pytest.fixture(scope="module")
def card() -> dict[str, Any]:
    pytest.importorskip("shapely", reason="the build extra is not installed")
    told: dict[str, Any] = json.loads(bundled().with_suffix(".card.json").read_text("utf-8"))
    return told


def test_the_reviewed_tables_are_those_that_were_built_in(card: dict[str, Any], root: Path) -> None:
    told = {name: digest for name, digest in card["inputs"].items() if name.startswith("resources/")}
    assert told == {
        f"resources/places/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (root / "resources" / "places").glob("*.tsv")
    }


def test_the_page_of_the_docs_is_made_from_the_card(card: dict[str, Any], root: Path) -> None:
    import gazetteer_card

    page = (root / "docs" / "reference" / "places.md").read_text("utf-8")
    assert page == gazetteer_card.page(card, bundled().stat().st_size)


def test_every_country_is_counted_once(card: dict[str, Any]) -> None:
    kinds = ("towns", "sites", "other", "regions", "districts")
    counted = sum(each[kind] for each in card["coverage"].values() for kind in kinds)
    # Countries themselves, seas, continents and regions of several countries belong to none.
    assert 0 < card["places"] - counted - card["counts"]["countries"] < 500


@pytest.mark.corpus
def test_the_sources_are_those_that_were_built_in(card: dict[str, Any], corpora: Path, root: Path) -> None:
    import gazetteer_card

    knowledge = corpora / "data" / "knowledge"
    assert gazetteer_card.inputs(knowledge, root / "resources" / "places") == card["inputs"]


def test_commit_days_are_read_from_the_note_beside_the_data(tmp_path: Path) -> None:
    pytest.importorskip("shapely", reason="the build extra is not installed")
    import gazetteer_card

    note = tmp_path / "SOURCE.txt"
    note.write_text(f"commits: ml={'a' * 40}@2023-09-29 bf={'0' * 40}@2024-03-05\nother: x=1@2020-01-01\n", "utf-8")
    assert gazetteer_card.commits(note) == {"ML": "2023-09-29", "BF": "2024-03-05"}
