"""The English of offices of state: "the president of Mali", "Mali's interim prime minister", and what makes them nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

# The office as the registry calls it.
_OFFICES: Final = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "head of state": "head of state",
    "chief of state": "head of state",
    "head of government": "head of government",
    "king": "king",
    "supreme leader": "supreme leader",
}
_LONGEST: Final = 3
# Between a state and its office these leave the holder the same.
_NEUTRAL: Final = frozenset("interim transitional transition acting caretaker current new embattled".split())
# After one of these an office is not the one that is held.
_NOT_IN_OFFICE: Final = frozenset(
    "a an any no every each another former ex late ousted deposed then next future as for become becomes became elect elects "
    "elected electing sworn inaugurated".split()
)


def office_and_state(words: Sequence[str]) -> tuple[str, int, int] | None:
    """The office that words in small letters name, and where among them its state stands (first, and the one after)."""
    start = int(words[:1] == ["the"])
    for count in range(_LONGEST, 0, -1):
        office = _OFFICES.get(" ".join(words[max(start, len(words) - count) :]))
        if office is not None:
            last = len(words) - count
            while last > start and words[last - 1] in _NEUTRAL:
                last -= 1
            return (office, start, last) if last > start else None
    while start < len(words) and words[start] in _NEUTRAL:
        start += 1
    for count in range(_LONGEST, 0, -1):
        office, of = _OFFICES.get(" ".join(words[start : start + count])), start + count
        if office is not None and words[of : of + 1] == ["of"]:
            first = of + 1 + (words[of + 1 : of + 2] == ["the"])
            return (office, first, len(words)) if first < len(words) else None
    return None


def out_of_office(before: Sequence[str]) -> bool:
    """Whether the words before an office say that it is not, or not yet, held ("a president", "served as the president")."""
    nearest = before[:-1] if before[-1:] == ["the"] else before
    return nearest[-1:] != [] and nearest[-1] in _NOT_IN_OFFICE
