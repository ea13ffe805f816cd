"""A group told of again without its name: "Boko Haram attacked. The group ..." or "... It said ..." means Boko Haram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kibaru.identify.names import Draft
from kibaru.identify.pieces import Segment
from kibaru.lang.en import actors as english
from kibaru.lang.en import pronouns

# How many sentences back the name may stand.
_REACH: Final = 2
_SURE, _PRONOUN = 0.6, 0.55
# An adverbial before the subject has at most so many words ("On Friday,").
_OPENING: Final = 3
_BODIES: Final = frozenset(["group", "force"])
_NOBODY: Final = frozenset(["person", "demonym"])


def again(segments: Sequence[Segment], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Definite nouns for a group where the sentences before name exactly one."""
    named = [(segments[d.segment].sentence, d.segment, d.first, d) for d in drafts if d.role == "group" and d.actor]
    if not named:
        return
    for number, segment in enumerate(segments):
        for first, last in english.group_again(segment.lowers):
            capital = last < len(segment.pieces) and segment.pieces[last].capital
            if capital or not segment.free(first, last):
                continue
            here = (segment.sentence, number, first)
            near = [d for *at, d in named if segment.sentence - at[0] <= _REACH and tuple(at) < here]
            if len({d.actor for d in near}) == 1:
                segment.take(first, last)
                known = near[-1]
                why = "a group told of again, the only one named in the sentences before"
                yield Draft(number, first, last, known.entry, known.actor, "group", known.country, why, _SURE)


def pronouns_for(segments: Sequence[Segment], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "It" and "they" at the head of a sentence for the group or force that is the subject of the one before.

    Only where they do what a body does, and nobody else in that sentence can be meant.
    """
    heads: dict[int, int] = {}
    for number, segment in enumerate(segments):
        heads.setdefault(segment.sentence, number)
    for sentence, number in heads.items():
        segment = segments[number]
        which = pronouns.pronoun(segment.words[0]) if segment.words and sentence - 1 in heads else None
        if which is None or segment.taken[0] or not pronouns.acts(which, segment.lowers[1:]):
            continue
        before = range(heads[sentence - 1], number)
        known = _meant(which, [segments[at] for at in before], [d for d in drafts if d.segment in before], before.start)
        if known is not None:
            segment.take(0, 1)
            why = f"“{which}” for the subject of the sentence before, the only one in it that is meant"
            yield replace(known, segment=number, first=0, last=1, why=why, confidence=_PRONOUN)


def _setting(segment: Segment, draft: Draft) -> bool:
    """A country that only says where: "in Mali"."""
    return draft.role == "country" and draft.first > 0 and english.set_in(segment.lowers[draft.first - 1])


def _meant(which: str, segments: Sequence[Segment], drafts: Sequence[Draft], offset: int) -> Draft | None:
    """The one body named in a sentence, if it is the sentence's subject."""
    bodies = [d for d in drafts if d.role not in _NOBODY and not _setting(segments[d.segment - offset], d)]
    if not bodies or len({d.actor for d in bodies}) != 1 or any(d.role not in _BODIES for d in bodies):
        return None
    known = min(bodies, key=lambda d: (d.segment, d.first))
    at = known.segment - offset
    segment = segments[at]
    first, last = known.first, known.last
    opened = all(len(s.pieces) <= _OPENING for s in segments[:at]) and segment.lowers[:first] in ([], ["the"])
    if not opened or known.actor is None or last >= len(segment.pieces) or segment.pieces[last - 1].possessive:
        return None
    if not pronouns.stands_for(which, segment.lowers[first:last], segment.lowers[last]):
        return None
    rest = [segment.lowers[last + 1 :], *(s.lowers for s in segments[at + 1 :])]
    return None if which == "they" and any(map(pronouns.others, rest)) else known
