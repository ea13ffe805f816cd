"""The English of perpetrators: whom a report names as the one who did it or who stands charged with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kibaru.model.span import Span

_WORD: Final = r"[A-Z][\w’'-]*\w"
_NAME: Final = rf"(?P<name>{_WORD}(?: (?:al-|bin |ben |de |van |von |el-)?{_WORD}){{1,3}})"
_NOUN: Final = r"(?:suspect|gunman|attacker|assailant|bomber|shooter|knifeman|perpetrator|stabber)"
_AGED: Final = r"(?:,? aged \d\d|,? \d\d|,? \(\d\d\))?"
# "identified the suspect as 21-year-old X", "the man, later identified as X", "named him on Sunday as a resident X"
_IDENTIFIED: Final = re.compile(
    rf"\b(?:identified|named|identify|name)\b(?: (?:the|him|her|himself|their|\w+day|on|alleged|{_NOUN})){{0,5}} as "
    rf"(?:[\w-]+,? ){{0,6}}?{_NAME}"
)
# A person may be identified as a victim as well: the words before must speak of the one who did it.
_CULPRIT: Final = re.compile(rf"\b{_NOUN}|suspicion|\baccused|detained|arrested|in custody", re.IGNORECASE)
_VICTIM: Final = re.compile(r"\bvictims?\b|\bdeceased\b|\bthe dead\b", re.IGNORECASE)
_CALLED: Final = re.compile(rf"\b(?:{_NOUN}|accused),? {_NAME}")
# What is told of a person after the name; found first, because a name may begin at every capital letter.
_TOLD_AFTER: Final = re.compile(
    rf"\bthe (?:alleged |main |prime |sole |lone |suspected |accused )?{_NOUN}\b|\bappeared in [^.]{{0,40}}[Cc]ourt\b"
    r"|\b(?P<law>on trial|charged|accused of|convicted of)\b"
)
_NAME_BEFORE: Final = re.compile(rf"{_NAME}{_AGED},? $")
_TRIED_BEFORE: Final = re.compile(
    rf"(?<!\bin )(?<![\w’'-])(?P<name>{_WORD}(?: {_WORD}){{0,3}}){_AGED},? (?:is|was|has been) $"
)
_BEFORE: Final = 90
_NO_NAMES: Final = frozenset(
    "police monday tuesday wednesday thursday friday saturday sunday court the a he she it".split()
)


@lru_cache(maxsize=4)
def named_suspect(text: str) -> Span | None:
    """The one person whom a report names as the perpetrator of what it tells, at the first full mention.

    None where it names nobody so, or several.
    """
    found = {text[span.start : span.end].split()[-1]: span for span in reversed(list(_told(text)))}
    if len(found) != 1:
        return None
    family, span = found.popitem()
    if " " in text[span.start : span.end]:
        return span
    # "X is on trial": elsewhere the report tells the given name as well.
    full = re.search(rf"\b{_WORD} {re.escape(family)}\b", text)
    return Span(*full.span()) if full is not None else None


def _told(text: str) -> Iterator[Span]:
    for match in _IDENTIFIED.finditer(text):
        around = text[max(0, match.start() - _BEFORE) : match.start("name")].rpartition("\n\n")[2]
        if _CULPRIT.search(around) and not _VICTIM.search(around):
            yield from _person(match)
    for match in _CALLED.finditer(text):
        yield from _person(match)
    for told in _TOLD_AFTER.finditer(text):
        pattern = _TRIED_BEFORE if told["law"] else _NAME_BEFORE
        before = pattern.search(text, max(0, told.start() - _BEFORE), told.start())
        if before is not None:
            yield from _person(before)


def _person(match: re.Match[str]) -> Iterator[Span]:
    if not {word.lower() for word in match["name"].split()} & _NO_NAMES:
        yield Span(*match.span("name"))
