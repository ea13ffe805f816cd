"""A group told of again without its name: "Boko Haram attacked. The group ..." means Boko Haram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kibaru.identify.names import Draft
from kibaru.identify.pieces import Segment
from kibaru.lang.en import actors as english

# How many sentences back the name may stand.
_REACH = 2
_SURE = 0.6


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
