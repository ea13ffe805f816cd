"""Whether English words say that something happened, was planned, feared or denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.lang.en.words import NEGATIONS
from kibaru.model.annotation import Token
from kibaru.model.mention import Modality

_PLANNING: Final = frozenset(
    "plan plans planned planning plot plots plotted plotting intend intends intended prepare prepares prepared "
    "preparing intention threaten threatens threatened threatening threat threats vow vows vowed pledge pledged promise "
    "promised scheduled want wants wanted aim aims aimed aimed seek seeks sought conspire conspired conspiring "
    "conspiracy call calls called urge urged urging ask asked authorised authorized thwarted foiled averted "
    "prevented".split()
)
_POSSIBLE: Final = frozenset(
    "could may might would should if unless whether possible possibly potential fear fears feared risk risks "
    "danger warn warns warned warning prevent preventing avoid deter deterring hypothetical imminent future "
    "scenario".split()
)
_FUTURE: Final = frozenset({"will", "'ll", "shall"})
_DENYING: Final = frozenset(["deny", "denies", "denied", "denying", "refute", "refuted", "dismissed"])
_DONE: Final = frozenset(
    "began begin started continued continue managed came forced used had ordered failed refused".split()
)
_WINDOW: Final = 9
_STOPS: Final = frozenset({";", ".", ":", "but", "after", "when", "while", "and", "who", "which", "that", ",", '"'})


def negated(tokens: Sequence[Token], first: int) -> bool:
    """Whether a negation stands right before a trigger, in its own phrase."""
    for k in range(first - 1, max(-1, first - 5), -1):
        lower = tokens[k].lower
        if lower in NEGATIONS:
            return True
        if lower in _STOPS:
            return False
    return False


def modality_of(tokens: Sequence[Token], first: int, *, nominal: bool, base: bool) -> Modality:
    """How the words before a trigger at word `first` take it; asserted unless they say otherwise."""
    infinitive = base and first > 0 and tokens[first - 1].lower == "to"
    for k in range(first - 1, max(-1, first - _WINDOW), -1):
        lower = tokens[k].lower
        if lower in _DENYING:
            return Modality.DENIED
        if lower in _DONE and infinitive:
            return Modality.ASSERTED
        if lower in _PLANNING and (infinitive or nominal):
            return Modality.PLANNED
        if lower in _FUTURE and not nominal:
            return Modality.PLANNED
        if lower in _POSSIBLE and not (nominal and lower in {"would", "should", "whether"}):
            return Modality.HYPOTHETICAL
        if lower in _STOPS and lower not in {"that", ","}:
            break
        if lower in {"was", "were", "been"} and not infinitive:
            break
    return Modality.PLANNED if infinitive and first > 1 and tokens[first - 2].lower in _PLANNING else Modality.ASSERTED
