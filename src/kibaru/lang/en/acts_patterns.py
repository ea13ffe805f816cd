"""The table of words for political acts at run time, and where they stand in a sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from kibaru.errors import KnowledgeError
from kibaru.lang.en.acts_words import BARRIERS
from kibaru.lang.en.words import ADVERBS, BE, GET, HAVE, PREPOSITIONS
from kibaru.model.annotation import Token
from kibaru.model.deed import Office

# How many words may stand in the gap of "announce ~ withdrawal".
_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of a word for an act; `tails` are the alternatives behind its gap, without any it has no gap."""

    words: tuple[str, ...]
    tails: tuple[tuple[str, ...], ...]
    lemma: str
    tag: str
    plover: str
    mode: str | None
    frame: str
    needs: str
    default: Office | None


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last` (exclusive) are a form; `end` is where what belongs to it ends; `passive` its voice."""

    first: int
    last: int
    end: int
    passive: bool
    pattern: Pattern


@lru_cache(1)
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """The shipped table by first word, the most specific pattern first."""
    try:
        rows = json.loads(files("kibaru.data").joinpath("lexicon_en.json").read_bytes())["acts"]
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError("lexicon_en.json is missing or damaged: reinstall kibaru") from error
    table: dict[str, list[Pattern]] = {}
    for row in rows:
        pattern = _pattern(row)
        table.setdefault(pattern.words[0], []).append(pattern)
    return {key: tuple(sorted(row, key=lambda p: (-len(p.words), not p.tails))) for key, row in table.items()}


def _pattern(row: Sequence[str]) -> Pattern:
    form, tail, lemma, tag, plover, mode, frame, needs, default = row
    return Pattern(
        words=tuple(form.split()),
        tails=tuple(tuple(t.split()) for t in tail.split("|") if t),
        lemma=lemma,
        tag=tag,
        plover=plover,
        mode=None if mode == "-" else mode,
        frame=frame,
        needs="" if needs == "-" else needs,
        default=None if default == "-" else Office(default),
    )


def find_matches(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """The forms of the table in a sentence, in order, none inside another."""
    table = patterns()
    found: list[Match] = []
    free = 0
    for k, token in enumerate(tokens):
        rows = table.get(token.lower)
        if rows is None or k < free:
            continue
        for pattern in rows:
            match = _match(tokens, k, pattern)
            if match is not None:
                found.append(match)
                free = match.last
                break
    return tuple(found)


def _match(tokens: Sequence[Token], k: int, pattern: Pattern) -> Match | None:
    length = len(pattern.words)
    last = k + length
    if last > len(tokens):
        return None
    if length > 1 and any(tokens[k + i].lower != pattern.words[i] for i in range(1, length)):
        return None
    past = pattern.tag in {"ed", "part"}
    passive = past and _passive(tokens, k, last)
    if passive and pattern.frame in {"a", "x"}:
        return None
    if pattern.default is not None:
        # "Charging papers", "the sentencing": forms in -ing name a stage of a trial.
        if pattern.tag == "ing":
            return None
        passive = passive or (past and _reduced(tokens, k, last))
    if pattern.frame == "q" and past and not passive and pattern.plover != "ACCUSE":
        return None
    return _tailed(tokens, k, last, passive, pattern)


def _tailed(tokens: Sequence[Token], k: int, last: int, passive: bool, pattern: Pattern) -> Match | None:
    """The match with what stands behind its gap; a passive may have it for its subject."""
    if not pattern.tails:
        return Match(k, last, last, passive, pattern)
    for i in range(last, min(len(tokens), last + _GAP)):
        if tokens[i].lower in BARRIERS and tokens[i].lower != '"':
            break
        for tail in pattern.tails:
            if tokens[i].lower == tail[0] and tuple(t.lower for t in tokens[i : i + len(tail)]) == tail:
                return Match(k, last, i + len(tail), passive, pattern)
    if not passive:
        return None
    heads = {tail[-1] for tail in pattern.tails}
    for i in range(k - 1, max(-1, k - _GAP), -1):
        if tokens[i].lower in BARRIERS:
            break
        if tokens[i].lower in heads:
            return Match(k, last, last, True, pattern)
    return None


def _passive(tokens: Sequence[Token], k: int, last: int) -> bool:
    i = k - 1
    while i >= 0 and (tokens[i].lower in ADVERBS or tokens[i].lower == "not"):
        i -= 1
    before = tokens[i].lower if i >= 0 else ""
    if before in BE or before in GET:
        return True
    if before in HAVE:
        return False
    return last < len(tokens) and tokens[last].lower == "by"


def _reduced(tokens: Sequence[Token], k: int, last: int) -> bool:
    """ "A man, charged with ...": a participle behind a comma, and no object."""
    return k > 0 and tokens[k - 1].lower == "," and last < len(tokens) and tokens[last].lower in PREPOSITIONS
