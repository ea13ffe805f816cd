"""English noun phrases for people: who is in a sentence, how many, and of which neutral class."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kibaru.lang.en.lexicon import Hit, PersonHit
from kibaru.lang.en.words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    DEFINITE,
    DETERMINERS,
    IRREGULAR_PAST,
    MONTHS,
    NP_STOP,
    TITLES,
    WEEKDAYS,
)
from kibaru.model.annotation import ActorMention, NumberMention, PlaceMention, Sentence, Token
from kibaru.model.reading import Party, PartyClass
from kibaru.model.span import Span

_ROLE_CLASS: Final = {
    "group": PartyClass.MILITANT,
    "force": PartyClass.MILITARY,
    "government": PartyClass.OFFICIAL,
    "mission": PartyClass.PEACEKEEPER,
    "organisation": PartyClass.NAMED,
    "person": PartyClass.NAMED,
    "country": PartyClass.NAMED,
    "demonym": PartyClass.PEOPLE,
}
_POLICE: Final = frozenset(["police", "gendarmerie", "gendarmes", "constabulary", "policemen", "officers"])
_POLICE_THINGS: Final = frozenset(
    "station stations van vans car cars vehicle vehicles post posts headquarters checkpoint custody complex raid raids "
    "building academy convoy patrol line lines cordon report reports brutality violence misconduct".split()
)
_MORE: Final = frozenset(["more", "others", "other", "another", "further", "additional"])
# A bare number counts people only before these ("killed five and wounded 110, another attack").
_AFTER_BARE: Final = frozenset(
    ", . ; ) and or were was are is have had has in at on during when since by of from others other more dead "
    "killed wounded injured people after as among including who hurt missing civilians to near with outside "
    "inside died perished suffered lost remain remained deaths fatalities casualties injuries".split()
) | {'"'}
_BELONGING: Final = (["of"], ["of", "the"], ["from"], ["from", "the"], ["in"], ["in", "the"])
# What stands before the name of a place rather than of a person.
# "About 30 dead among the assailants".
_AMONG: Final = (["dead", "among", "the"], ["dead", "among"], ["wounded", "among", "the"], ["wounded", "among"])
_PLACING: Final = frozenset("in at near around outside between across".split())
_MAX_LEFT: Final = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What knowledge found in one sentence, with the positions of its words."""

    text: str
    sentence: Sentence
    starts: tuple[int, ...]
    numbers: tuple[NumberMention, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    persons: tuple[PersonHit, ...]
    triggers: tuple[Hit, ...]

    def at(self, position: int) -> int:
        """The index of the word at or after a position of the text."""
        return bisect_left(self.starts, position)


@dataclass(slots=True)
class _Draft:
    """A phrase in the making: words `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: PartyClass
    plural: bool
    definite: bool = False
    number: NumberMention | None = None
    actor: ActorMention | None = None
    more: bool = False


def find_parties(found: Found) -> tuple[Party, ...]:
    """The phrases for people of one sentence, in order, none inside another."""
    tokens = found.sentence.tokens
    taken = [False] * len(tokens)
    drafts = [_named(found, mention) for mention in found.actors]
    for draft in drafts:
        _take(taken, draft)
    for hit in found.persons:
        owner = next((d for d in drafts if d.first <= hit.first < d.last), None)
        if owner is not None:
            _refine(owner, hit)
            continue
        if not _mere_modifier(found, hit):
            drafts.append(_common(found, hit, drafts, taken))
            _take(taken, drafts[-1])
    verbs = frozenset(k for h in found.triggers if h.verb for k in range(h.first, h.last))
    for draft in drafts:
        _extend(found, draft, taken, verbs)
    _names(found, drafts, taken)
    _bare_numbers(found, drafts, taken)
    ordered = sorted((d for d in drafts if d.last > d.first), key=lambda d: (d.first, -d.last))
    ordered = _titled(ordered)
    _members_of(found, ordered)
    return tuple(_party(found, d) for d in ordered)


def _titled(drafts: Sequence[_Draft]) -> list[_Draft]:
    """ "Major general" right before a name that no table knows: one person, of the class that the title tells."""
    out: list[_Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        unknown = draft.kind is PartyClass.NAMED and draft.actor is None
        if before and unknown and before.last == draft.first and not before.plural and before.number is None:
            before.last = draft.last
            continue
        out.append(draft)
    return out


def _members_of(found: Found, drafts: Sequence[_Draft]) -> None:
    """ "Six members of the Taliban", "a commander of the front": the body named after "of" is theirs."""
    for one, other in pairwise(drafts):
        words = [t.lower for t in found.sentence.tokens[one.last : other.first]]
        if one.kind is PartyClass.VICTIM and one.number and words in _AMONG:
            one.kind, one.actor = other.kind, other.actor
            continue
        body = other.actor is not None and other.actor.role in {"group", "force", "mission", "government"}
        if one.actor is None and body and words in _BELONGING:
            one.actor = other.actor
            if one.kind in {PartyClass.MEMBER, PartyClass.VICTIM, PartyClass.PEOPLE, PartyClass.POLICE}:
                one.kind = other.kind


def _named(found: Found, mention: ActorMention) -> _Draft:
    first = found.at(mention.span.start)
    last = max(first + 1, found.at(mention.span.end))
    words = {t.lower for t in found.sentence.tokens[first:last]}
    kind = PartyClass.POLICE if mention.role == "force" and words & _POLICE else _ROLE_CLASS[mention.role]
    return _Draft(first, last, kind, plural=mention.role in {"force", "group"}, actor=mention)


def _refine(owner: _Draft, hit: PersonHit) -> None:
    """A noun for people inside a name ("Burkinabè soldiers") tells class and number."""
    owner.plural = hit.plural
    if hit.kind not in {PartyClass.PEOPLE, PartyClass.MEMBER, PartyClass.VICTIM}:
        owner.kind = hit.kind


def _mere_modifier(found: Found, hit: PersonHit) -> bool:
    """ "A rebel base", "Muslim quarter": a singular noun before another noun names no person."""
    if hit.last >= len(found.sentence.tokens):
        return False
    following = found.sentence.tokens[hit.last]
    word = following.lower
    if hit.kind is PartyClass.POLICE:
        return word in _POLICE_THINGS
    if hit.plural:
        return False
    if not word[0].isalpha() or word in NP_STOP or word in ADVERBS or word in DETERMINERS or word in AUXILIARIES:
        return False
    if word in IRREGULAR_PAST:
        return False
    if found.text[following.start].isupper():
        return False
    if word.endswith(("ed", "ing")) and hit.kind is not PartyClass.MILITANT:
        return False
    return not any(h.verb and h.first == hit.last for h in found.triggers)


def _common(found: Found, hit: PersonHit, drafts: list[_Draft], taken: list[bool]) -> _Draft:
    """A common noun; a name right before it ("Taliban gunmen") becomes its modifier."""
    draft = _Draft(hit.first, hit.last, hit.kind, hit.plural)
    before = hit.first
    while before and not taken[before - 1] and _modifies(found.sentence.tokens[before - 1]) and hit.first - before < 2:
        if _number_ending(found, before) is not None:
            # A number begins a phrase: "police arrested three men" is two.
            break
        before -= 1
    for owner in drafts:
        if owner.actor and owner.last in {before, hit.first} and owner.last > owner.first:
            if owner.actor.role in {"person", "organisation"}:
                break
            draft.first, draft.actor = owner.first, owner.actor
            if hit.kind in {PartyClass.MEMBER, PartyClass.VICTIM, PartyClass.PEOPLE}:
                draft.kind = owner.kind
            owner.last = owner.first
            break
    return draft


def _modifies(token: Token) -> bool:
    return (
        token.lower not in NP_STOP
        and token.lower not in DETERMINERS
        and (token.lower[0].isalpha() or token.lower == '"')
    )


def _extend(found: Found, draft: _Draft, taken: list[bool], verbs: frozenset[int]) -> None:
    """Grow a phrase to the left over modifiers, a number and a determiner; `verbs` are words that trigger as verbs."""
    if draft.last <= draft.first:
        return
    tokens = found.sentence.tokens
    first, plain = draft.first, draft.first
    while first and draft.first - first < _MAX_LEFT:
        word = tokens[first - 1].lower
        number = _number_ending(found, first)
        if number is not None:
            draft.number = number
            first = plain = found.at(number.span.start)
            break
        if taken[first - 1]:
            break
        if word in DETERMINERS:
            draft.definite = word in DEFINITE
            draft.more = draft.more or word in {"another", "other"}
            first -= 1
            plain = first if word not in ARTICLES else first + 1
            if word not in {"other", "another", "all", "both"}:
                break
            continue
        if not _modifies(tokens[first - 1]) or (first - 1 in verbs and not word.endswith(("ed", "en"))):
            break
        draft.more = draft.more or word in _MORE
        first -= 1
        if first not in verbs:
            plain = first
    # Without a number or determiner a verb form to the left is a verb, not a modifier.
    chosen = plain if draft.number or draft.definite or first <= plain else draft.first
    draft.first = min(draft.first, _skip_marks(tokens, chosen, draft.first))
    for k in range(draft.first, draft.last):
        taken[k] = True


def _skip_marks(tokens: Sequence[Token], first: int, limit: int) -> int:
    while first < limit and tokens[first].lower == '"':
        first += 1
    return first


def _number_ending(found: Found, first: int) -> NumberMention | None:
    """The number that ends right before word `first`."""
    tokens = found.sentence.tokens
    end = tokens[first - 1].end
    return next((n for n in found.numbers if n.span.end == end), None)


def _names(found: Found, drafts: list[_Draft], taken: list[bool]) -> None:
    """Capitalised names that no table knows: two words or more, or one after a title."""
    tokens, text = found.sentence.tokens, found.text
    if _title_case(text, tokens):
        return
    blocked = list(taken)
    for hit in found.triggers:
        blocked[hit.first : hit.last] = [True] * (hit.last - hit.first)
    for mention in found.places:
        for k in range(found.at(mention.span.start), min(len(tokens), found.at(mention.span.end))):
            blocked[k] = True
    position = 0
    while position < len(tokens):
        if blocked[position] or not text[tokens[position].start].isupper():
            position += 1
            continue
        last = position
        while last < len(tokens) and not blocked[last] and _name_word(text, tokens[last], last == position):
            last += 1
        if last - position < 2:
            position += 1
            continue
        words = [t.lower for t in tokens[position:last]]
        titled = any(w in TITLES for w in words)
        somewhere = position > 0 and tokens[position - 1].lower in _PLACING and not titled
        if not somewhere and not {*words} & (MONTHS | WEEKDAYS) and (position or titled or last - position <= 4):
            draft = _Draft(position, last, PartyClass.NAMED, plural=False)
            drafts.append(draft)
            _take(taken, draft)
        position = max(last, position + 1)


def _title_case(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a sentence writes most words with a capital, as headlines do: capitals then tell nothing."""
    long = [t for t in tokens if t.end - t.start > 3 and t.lower[0].isalpha()]
    return len(long) > 3 and sum(text[t.start].isupper() for t in long) > 0.7 * len(long)


def _name_word(text: str, token: Token, first: bool) -> bool:
    begins = text[token.start]
    if begins.isupper():
        return token.lower not in NP_STOP and token.lower not in DETERMINERS
    return not first and token.lower in {
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "la",
        "del",
        "van",
        "von",
        "ag",
        "ould",
        "dela",
        "da",
    }


def _bare_numbers(found: Found, drafts: list[_Draft], taken: list[bool]) -> None:
    tokens = found.sentence.tokens
    for number in found.numbers:
        first, last = found.at(number.span.start), found.at(number.span.end)
        if first >= len(tokens) or taken[first]:
            continue
        more = False
        while last < len(tokens) and tokens[last].lower in _MORE:
            more, last = True, last + 1
        if last < len(tokens) and tokens[last].lower not in _AFTER_BARE:
            continue
        draft = _Draft(first, last, PartyClass.VICTIM, number.high != 1, number=number, more=more)
        drafts.append(draft)
        _take(taken, draft)


def _take(taken: list[bool], draft: _Draft) -> None:
    for k in range(draft.first, min(draft.last, len(taken))):
        taken[k] = True


def _party(found: Found, draft: _Draft) -> Party:
    tokens = found.sentence.tokens
    span = Span(tokens[draft.first].start, tokens[draft.last - 1].end)
    if draft.actor and draft.last == found.at(draft.actor.span.end):
        span = Span(span.start, max(span.end, draft.actor.span.end))
    following = tokens[draft.last].lower if draft.last < len(tokens) else ""
    partitive = following == "of" and draft.number is not None and draft.kind is PartyClass.VICTIM
    if (
        span.end < len(found.text)
        and found.text[span.end] in '”"'
        and set(found.text[span.start : span.end]) & {"“", '"'}
    ):
        span = Span(span.start, span.end + 1)
    return Party(span, draft.kind, draft.plural, draft.definite, draft.number, draft.actor, draft.more, partitive)
