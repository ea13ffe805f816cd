"""Read a text as the pipeline does and look at what the resolver finds."""

from __future__ import annotations

from datetime import date

from kibaru.identify.registry import default_registry
from kibaru.identify.resolve import find_actors
from kibaru.lang.en.sentences import split_sentences
from kibaru.model.annotation import ActorMention

DAY = date(2022, 2, 19)


def mentions(text: str, on: date | None = DAY, scene: tuple[tuple[int, str], ...] = ()) -> tuple[ActorMention, ...]:
    return find_actors(text, split_sentences(text), default_registry(), on, scene)


def rows(
    text: str, on: date | None = DAY, scene: tuple[tuple[int, str], ...] = ()
) -> list[tuple[str, str, str | None]]:
    """Words, role and name of every mention."""
    found = mentions(text, on, scene)
    return [(text[m.span.start : m.span.end], m.role, m.actor.name if m.actor else None) for m in found]


def names(text: str, on: date | None = DAY) -> dict[str, str | None]:
    """The name that each mention's words resolve to."""
    return {words: name for words, _, name in rows(text, on)}
