"""What all tests share: where the corpora are, and how hypothesis searches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run, and no deadlines: a busy machine is no bug. HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def _folder() -> Path | None:
    told = os.environ.get("KIBARU_CORPORA")
    return Path(told).resolve() if told else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folder = _folder()
    if folder is not None and folder.is_dir():
        return
    why = "KIBARU_CORPORA is not set" if folder is None else "KIBARU_CORPORA names no folder"
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason=f"{why}: this test reads the corpora"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with gold, seed and data; only for tests marked `corpus`, which are skipped without it."""
    folder = _folder()
    assert folder is not None, "a test that reads the corpora must be marked @pytest.mark.corpus"
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return Path(__file__).resolve().parent.parent
