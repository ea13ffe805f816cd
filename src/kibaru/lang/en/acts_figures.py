"""English noun phrases for those who act politically: names, offices, bodies, and what is said of them beside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kibaru.lang.en.acts_words import (
    ABBREVIATED,
    ARTICLED,
    FORMER,
    GIVEN_NAMES,
    LINKS,
    MODIFIERS,
    NEVER_NAMES,
    OFFICES,
    PARTICLES,
    SHORT,
    SPOKES,
)
from kibaru.lang.en.words import ARTICLES, TITLES
from kibaru.model.annotation import ActorMention, Token
from kibaru.model.deed import Figure, Office
from kibaru.model.reading import Reading
from kibaru.model.span import Span

_ACTOR: Final = 0
_PLACE: Final = 1
_OFFICE: Final = 2
_NAME: Final = 3
_OWNS: Final = 4
_MODIFIER: Final = 5
_NONE: Final = 6
_WORDS: Final = {
    **dict.fromkeys(TITLES | MODIFIERS | FORMER, _MODIFIER),
    **dict.fromkeys(("'s", "'"), _OWNS),
    **dict.fromkeys(OFFICES, _OFFICE),
}
_CORE: Final = frozenset({_ACTOR, _PLACE, _OFFICE, _NAME})
_BEGINS: Final = _CORE | {_MODIFIER}
# Actors that say where a figure comes from rather than who it is.
_BODY_WORDS: Final = 2
_JOINTS: Final = frozenset({",", "of", "from", "the", "for"})
_ORIGINS: Final = frozenset({"country", "demonym"})
# Mentions whose words tell the capacity in which they act.
_OFFICIAL: Final = frozenset({"government", "person"})


@dataclass(slots=True)
class Sight:
    """One sentence with a label for each word, and the figures found in it."""

    text: str
    reading: Reading
    tokens: Sequence[Token]
    labels: list[int]
    actor_at: list[int]
    place_at: list[int]
    figures: list[Figure] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    figure_at: list[int] = field(default_factory=list)

    def spanned(self, first: int, last: int) -> Span:
        """The text from word `first` to word `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def sight_of(text: str, reading: Reading) -> Sight:
    """Label the words of a sentence and chunk its figures."""
    tokens = reading.sentence.tokens
    starts = [t.start for t in tokens]
    actor_at, place_at = [-1] * len(tokens), [-1] * len(tokens)
    spans = ((actor_at, [a.span for a in reading.actors]), (place_at, [p.span for p in reading.places]))
    for row, named in spans:
        for index, span in enumerate(named):
            for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                row[k] = index
    labels = [_label(text, token, actor_at[k], place_at[k]) for k, token in enumerate(tokens)]
    for k, token in enumerate(tokens[:-1]):
        if token.lower in GIVEN_NAMES and labels[k + 1] == _NAME:
            labels[k] = _NAME
    sight = Sight(text, reading, tokens, labels, actor_at, place_at)
    _chunk(sight)
    return sight


def _label(text: str, token: Token, actor: int, place: int) -> int:
    if actor >= 0:
        return _ACTOR
    lower = token.lower
    label = _WORDS.get(lower)
    if label is not None:
        return label
    if place >= 0:
        return _PLACE
    start = token.start
    if text[start].isupper():
        return _NONE if lower in NEVER_NAMES else _NAME
    if lower.startswith(ARTICLED) and text[start + lower.index("-") + 1 : token.end][:1].isupper():
        return _NAME
    return _NONE


def _chunk(sight: Sight) -> None:
    """Find all figures from left to right."""
    labels = sight.labels
    sight.figure_at = [-1] * len(labels)
    k = 0
    while k < len(labels):
        if labels[k] not in _BEGINS:
            k += 1
            continue
        last = _core_end(sight, k)
        if not _has_core(labels, k, last):
            k = max(last, k + 1)
            continue
        last = _extended(sight, k, last)
        _add(sight, k, last)
        k = last


def _has_core(labels: Sequence[int], first: int, last: int) -> bool:
    return any(labels[k] in _CORE for k in range(first, last))


def _core_end(sight: Sight, first: int) -> int:
    """The end of an unbroken run of names, offices and what modifies them."""
    labels = sight.labels
    k = first
    while k < len(labels):
        if labels[k] not in _BEGINS and not _bound(sight, first, k):
            break
        k += 1
    while k > first and labels[k - 1] in {_MODIFIER, _OWNS}:
        k -= 1
    return max(k, first + (labels[first] in _CORE))


def _bound(sight: Sight, first: int, k: int) -> bool:
    """Whether a small word inside a name or title goes on with it ("of" does not)."""
    lower, more = sight.tokens[k].lower, k + 1 < len(sight.labels)
    if k == first or not more:
        return False
    if sight.labels[k] == _OWNS:
        return _leads(sight, k + 1)
    if lower in PARTICLES:
        return sight.labels[k + 1] == _NAME
    return lower in {"-", "and", "."} and _joins(sight, k)


def _leads(sight: Sight, k: int) -> bool:
    """Whether an office, or a modifier of one, begins at word `k`."""
    labels = sight.labels
    while k < len(labels) and labels[k] == _MODIFIER:
        k += 1
    return k < len(labels) and labels[k] in {_OFFICE, _NAME, _ACTOR}


def _joins(sight: Sight, k: int) -> bool:
    """ "Legal and religious groups", "US - led": both sides modify one head."""
    if sight.tokens[k].lower == "-":
        return sight.tokens[k + 1].lower in {"led", "based", "backed"}
    if sight.tokens[k].lower == ".":
        return sight.tokens[k - 1].lower in ABBREVIATED
    return sight.labels[k - 1] == _MODIFIER and sight.labels[k + 1] == _MODIFIER and _leads(sight, k + 1)


def _extended(sight: Sight, first: int, last: int) -> int:
    """Take in "of ...", "for ...", acronyms in brackets and appositions."""
    while True:
        grown = _bracket(sight, last) or _linked(sight, first, last) or _apposed(sight, first, last)
        if not grown:
            return last
        last = grown


def _bracket(sight: Sight, last: int) -> int:
    tokens = sight.tokens
    closed = last + 2 < len(tokens) and tokens[last].lower == "(" and tokens[last + 2].lower == ")"
    return last + 3 if closed and sight.labels[last + 1] in {_NAME, _ACTOR} else 0


def _linked(sight: Sight, first: int, last: int) -> int:
    """The end of the figure with "of the ..." behind it, or 0."""
    tokens = sight.tokens
    k = last
    if k < len(tokens) and tokens[k].lower == "," and k + 1 < len(tokens) and tokens[k + 1].lower == "of":
        k += 1
    if k + 1 >= len(tokens) or tokens[k].lower not in LINKS:
        return 0
    office = any(sight.labels[i] == _OFFICE for i in range(first, last))
    if not office and not (tokens[k].lower == "of" and sight.labels[last - 1] in {_NAME, _ACTOR}):
        return 0
    start = k + 1 + (tokens[k + 1].lower in ARTICLES)
    if start >= len(tokens) or sight.labels[start] not in _BEGINS:
        return 0
    end = _core_end(sight, start)
    return end if _has_core(sight.labels, start, end) else 0


def _apposed(sight: Sight, first: int, last: int) -> int:
    """ "Name, the minister of ...," and "the minister, Name,": the end of the apposition, or 0."""
    tokens, labels = sight.tokens, sight.labels
    if last + 1 >= len(tokens) or tokens[last].lower != ",":
        return 0
    office = any(_tells_office(sight, i) for i in range(first, last))
    named = any(_personal(sight, i) for i in range(first, last))
    start = last + 1 + (tokens[last + 1].lower in ARTICLES)
    if start >= len(tokens) or (office == named and not named) or labels[start] not in _BEGINS:
        return 0
    end = _core_end(sight, start)
    tells_office = any(_tells_office(sight, i) for i in range(start, end))
    if not office and tells_office:
        while grown := _linked(sight, start, end):
            end = grown
        return end
    alone = all(labels[i] == _NAME or _personal(sight, i) for i in range(start, end)) and end > start
    closed = end < len(tokens) and tokens[end].lower in {",", "."} and start == last + 1
    return end if office and not named and alone and closed else 0


def _personal(sight: Sight, k: int) -> bool:
    """Whether word `k` belongs to a person's name."""
    if sight.labels[k] == _NAME:
        while k and sight.labels[k - 1] == _NAME:
            k -= 1
        k -= k > 0 and sight.tokens[k - 1].lower in ARTICLES
        return not k or sight.tokens[k - 1].lower not in LINKS
    return sight.labels[k] == _ACTOR and sight.reading.actors[sight.actor_at[k]].role == "person"


def _add(sight: Sight, first: int, last: int) -> None:
    for k in range(first, last):
        sight.figure_at[k] = len(sight.figures)
    words = range(first, last)
    actors = tuple(sight.reading.actors[i] for i in dict.fromkeys(sight.actor_at[k] for k in words) if i >= 0)
    places = tuple(sight.reading.places[i] for i in dict.fromkeys(sight.place_at[k] for k in words) if i >= 0)
    office, word = _office(sight, first, last)
    name = _name(sight, first, last)
    sight.ends.append((first, last))
    sight.figures.append(
        Figure(
            span=sight.spanned(first, last),
            sentence=sight.reading.sentence.index,
            office=office,
            word=word,
            name=name,
            body=_body(sight, first, last, office, name),
            actors=actors,
            places=places,
            former=any(sight.tokens[k].lower in FORMER or sight.tokens[k].lower.startswith("ex-") for k in words),
        )
    )


def _office(sight: Sight, first: int, last: int) -> tuple[Office | None, str]:
    """The capacity in which the figure acts, and the word for it; who speaks for another takes that one's."""
    told = [SHORT.get(w, w) for k in range(first, last) if _tells_office(sight, k) for w in (sight.tokens[k].lower,)]
    if not told:
        return None, ""
    others = [word for word in told if word not in SPOKES and OFFICES[word] is not Office.MEMBER]
    if SPOKES.isdisjoint(told):
        chosen = next((w for w in told if OFFICES[w] is not Office.MEMBER), told[0])
        if OFFICES[told[0]] is Office.MEMBER and OFFICES[chosen] is Office.BODY:
            chosen = told[0]
        return OFFICES[chosen], chosen
    named = {a.role for i in range(first, last) if (a := _actor(sight, i)) is not None} - _ORIGINS - {"person"}
    if named or not others:
        return Office.MEMBER, next(w for w in told if w in SPOKES)
    return OFFICES[others[0]], others[0]


def _tells_office(sight: Sight, k: int) -> bool:
    """Whether word `k` names an office, also inside the mention of a government or person."""
    if sight.labels[k] == _OFFICE:
        return True
    actor = _actor(sight, k)
    return actor is not None and actor.role in _OFFICIAL and sight.tokens[k].lower in OFFICES


def _actor(sight: Sight, k: int) -> ActorMention | None:
    return sight.reading.actors[sight.actor_at[k]] if sight.actor_at[k] >= 0 else None


def _body(sight: Sight, first: int, last: int, office: Office | None, name: Span | None) -> Span | None:
    """The words for a collective, without the person's own; of a member, those of the body that no table knows."""
    start = first
    if office not in {Office.BODY, Office.MEMBER}:
        return None
    named = _named_body(sight, first, last)
    if named is not None or office is Office.MEMBER:
        return named
    if name is not None and name.start == sight.tokens[first].start:
        while start < last - 1 and (sight.tokens[start].end <= name.end or sight.tokens[start].lower in _JOINTS):
            start += 1
    return sight.spanned(start, last)


def _named_body(sight: Sight, first: int, last: int) -> Span | None:
    """ "A spokesman for the Free Lake Movement": two capitalised words or more behind "of" or "for"."""
    for k in range(first, last - 2):
        if sight.tokens[k].lower in {"of", "for"}:
            start = k + 1 + (sight.tokens[k + 1].lower in ARTICLES)
            end = start
            while (
                end < last and sight.labels[end] in {_NAME, _OFFICE} and sight.text[sight.tokens[end].start].isupper()
            ):
                end += 1
            if end - start >= _BODY_WORDS:
                return sight.spanned(start, end)
    return None


def _name(sight: Sight, first: int, last: int) -> Span | None:
    """The longest run of words of a person's name."""
    best, start = (0, 0), first
    for k in range(first, last + 1):
        inside = k < last and (_personal(sight, k) or (k > start and sight.tokens[k].lower in PARTICLES))
        if not inside:
            if k - start > best[1] - best[0]:
                best = (start, k)
            start = k + 1
    return sight.spanned(*best) if best[1] > best[0] else None
