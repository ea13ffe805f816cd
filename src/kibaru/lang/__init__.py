"""Languages: one folder each, behind `kibaru.ports.Language`."""

from __future__ import annotations

from kibaru.ports import Language

CODED = ("en",)


def language(code: str) -> Language | None:
    """The language with this ISO 639-1 code, or None where kibaru does not code it yet."""
    if code == "en":
        from kibaru.lang.en.pack import English

        return English()
    return None
