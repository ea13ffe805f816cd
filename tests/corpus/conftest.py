"""The seed report coded once, with and without its day of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest


def _coded(corpora: Path, published: date | None) -> dict[str, Any]:
    from kibaru.publish.record import to_dict
    from kibaru.read import ReadOptions, read_paths
    from kibaru.run.pipeline import Pipeline

    (report,) = read_paths([corpora / "seed" / "article.txt"], ReadOptions(published=published))
    return to_dict(Pipeline().code(report))


@pytest.fixture(scope="session")
def seed(corpora: Path) -> dict[str, Any]:
    """The record of the seed report, published on 19 February 2022."""
    return _coded(corpora, date(2022, 2, 19))


@pytest.fixture(scope="session")
def undated_seed(corpora: Path) -> dict[str, Any]:
    """The record of the seed report where nobody says when it was published."""
    return _coded(corpora, None)
