"""The policies under which rival tolls are reconciled: small tables, each with a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kibaru.errors import UsageError
from kibaru.lang.en.number_words import ACLED_WORDS
from kibaru.model.claim import Stance
from kibaru.model.values import Count


class Best(StrEnum):
    """How a policy chooses the best figure of a group of victims."""

    RANKED = "ranked"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Policy:
    """One way to bring rival claims to figures.

    `best` None gives no best figure. `ranks` orders stances, the one to lean on first, each with whether it is a third
    party that has access to the facts. `doubted` is the stance whose claims, where they stand alone, give no lowest
    figure. `words` reads vague number words anew, in persons.
    """

    name: str
    best: Best | None
    ranks: tuple[tuple[Stance, bool], ...] = ()
    doubted: Stance | None = None
    words: tuple[tuple[str, int], ...] = ()

    def rank(self, stance: Stance, access: bool) -> int:
        """The place of a claim in the policy's order, 0 the first."""
        for place, row in enumerate(self.ranks):
            if row == (stance, access and stance is Stance.THIRD_PARTY):
                return place
        return len(self.ranks)

    def read(self, count: Count) -> Count:
        """The count as this policy reads its words; one that is told in figures stays as it is."""
        if not self.words or count.low == count.high:
            return count
        told = count.words.lower()
        for word, persons in self.words:
            if re.search(rf"\b{word}\b", told):
                return Count(persons, None if count.high is None else persons, count.words)
        return count


UCDP: Final = Policy(
    name="ucdp",
    best=Best.RANKED,
    ranks=(
        (Stance.ADMISSION, False),
        (Stance.THIRD_PARTY, True),
        (Stance.REPORTER, False),
        (Stance.THIRD_PARTY, False),
        (Stance.ABOUT_ADVERSARY, False),
    ),
    doubted=Stance.ABOUT_ADVERSARY,
)
LOWEST: Final = Policy(name="lowest", best=Best.LOWEST, words=ACLED_WORDS)
RANGE: Final = Policy(name="range", best=None)

_POLICIES: Final = {each.name: each for each in (UCDP, LOWEST, RANGE)}


def policy(name: str) -> Policy:
    """The policy of that name; UsageError tells which there are."""
    if name not in _POLICIES:
        raise UsageError(f"no policy is named “{name}”; there are: {', '.join(_POLICIES)}")
    return _POLICIES[name]
