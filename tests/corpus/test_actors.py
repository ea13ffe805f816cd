"""What ships is what builds: the registry, its card and its page from resources/actors and the knowledge folder."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus


def test_the_build_gives_the_bytes_that_ship(corpora: Path, root: Path, tmp_path: Path) -> None:
    import build_actors

    build_actors.write(corpora / "data" / "knowledge", tmp_path, tmp_path / "actors.md")
    data = root / "src" / "kibaru" / "data"
    for built, shipped in (
        (tmp_path / "actors.json", data / "actors.json"),
        (tmp_path / "actors.card.json", data / "actors.card.json"),
        (tmp_path / "actors.md", root / "docs" / "reference" / "actors.md"),
    ):
        assert built.read_bytes() == shipped.read_bytes(), f"{shipped.name} is not what its build gives"
