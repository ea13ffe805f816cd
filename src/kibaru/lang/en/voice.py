"""Readings and voices of trigger words: verb or noun, active or passive, a deed or a mere attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kibaru.lang.en.lexicon import Hit, Word
from kibaru.lang.en.parties import Found
from kibaru.lang.en.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DEFINITE,
    DETERMINERS,
    DO,
    GET,
    HAVE,
    MODALS,
    PREPOSITIONS,
)
from kibaru.model.annotation import Token
from kibaru.model.reading import Party, PartyClass

_PLURAL_SUBJECT: Final = frozenset({"they", "we", "who", "i", "you"})


@dataclass(slots=True)
class Clause:
    """One sentence while its triggers are read from left to right."""

    found: Found
    parties: tuple[Party, ...]
    tokens: Sequence[Token]
    party_at: list[int]
    objects: set[int] = field(default_factory=set)
    subject: tuple[int, ...] = ()


def adjectival(state: Clause, hit: Hit, word: Word) -> bool:
    """ "The captured fighters", "an injured woman": a participle inside a noun phrase tells of nothing new."""
    if word.tag not in {"ed", "part"} or not hit.first or hit.last >= len(state.tokens):
        return False
    before = state.tokens[hit.first - 1].lower
    return (
        before in DETERMINERS
        and state.party_at[hit.last] >= 0
        and state.party_at[hit.first] in {-1, state.party_at[hit.last]}
    )


def inside_party(state: Clause, hit: Hit) -> bool:
    """ "suicide bomber" names a person first; the party stands for it."""
    index = state.party_at[hit.first]
    return index >= 0 and state.found.at(state.parties[index].span.end) > hit.last


def reading_of(state: Clause, hit: Hit) -> tuple[Word | None, bool]:
    """The reading of a form, and whether it is a noun."""
    verb, noun = hit.verb, hit.noun
    tokens = state.tokens
    before = tokens[hit.first - 1].lower if hit.first else ""
    if verb is None:
        return noun, True
    if noun is None:
        # "The fire", "on fire": a noun that this lexicon holds only as a verb.
        other = verb.tag in {"base", "s"} and (before in DETERMINERS or (before in PREPOSITIONS and before != "to"))
        return (
            (None, False) if other or (verb.tag == "base" and not _has_subject(state, hit, before)) else (verb, False)
        )
    after = tokens[hit.last].lower if hit.last < len(tokens) else ""
    if verb.tag == "ing":
        noun_like = before in DETERMINERS or before in {"'s", "'", ""} or after in {"of", "between"}
        noun_like = (
            noun_like or (before in {"of", "in"} and not _object_follows(state, hit)) or _modified(tokens, hit.first)
        )
        return (noun, True) if noun_like else (verb, False)
    if verb.tag in {"base", "s"}:
        verbal = before in MODALS | DO | _PLURAL_SUBJECT | {"to", "not"} or _plain_subject(state, hit, verb.tag)
        return (verb, False) if verbal else (noun, True)
    return (verb, False)


def _has_subject(state: Clause, hit: Hit, before: str) -> bool:
    """Whether a base form can be a verb here: "to seize", "will seize", "rebels seize"; not "caught fire on"."""
    if (
        before in MODALS
        or before in DO
        or before in _PLURAL_SUBJECT
        or before in {"to", "not", "and", "or", ""}
        or before in ADVERBS
    ):
        return True
    index = state.party_at[hit.first - 1] if hit.first else -1
    return index >= 0 and state.parties[index].plural


def _modified(tokens: Sequence[Token], first: int) -> bool:
    """ "An hour of concentrated bombing": an adjective behind a preposition or article makes a noun of what follows."""
    if first < 2 or not tokens[first - 1].lower.endswith(("ed", "al", "ive", "ous", "ic", "less", "y")):
        return False
    return tokens[first - 2].lower in DETERMINERS or tokens[first - 2].lower in PREPOSITIONS


def _plain_subject(state: Clause, hit: Hit, tag: str) -> bool:
    """ "Rebels attack a town": a party right before, and the beginning of an object right after."""
    if not hit.first or hit.last >= len(state.tokens):
        return False
    index = state.party_at[hit.first - 1]
    after = state.tokens[hit.last].lower
    begins = after in DETERMINERS or after[0].isdigit() or state.party_at[hit.last] >= 0
    if index < 0 or not begins:
        return False
    # "Police" is many without a plural's form.
    subject = state.parties[index]
    return (subject.plural or subject.kind is PartyClass.POLICE) == (tag == "base")


def is_passive(state: Clause, hit: Hit, word: Word) -> bool:
    """Whether a verb form is passive: "were killed", "12 people killed in Gao"."""
    if word.tag not in {"part", "ed"} or word.frame in {"i", "x", "o"}:
        return False
    tokens = state.tokens
    k = hit.first - 1
    while k >= 0 and (tokens[k].lower in ADVERBS or tokens[k].lower == "not"):
        k -= 1
    before = tokens[k].lower if k >= 0 else ""
    if before in BE or before in GET:
        return True
    if before in HAVE:
        return False
    return not _object_follows(state, hit)


def _object_follows(state: Clause, hit: Hit) -> bool:
    """Whether an object begins right after the verb: "killed 12 people" against "12 people killed in Gao"."""
    k = hit.last
    tokens = state.tokens
    while k < len(tokens) and tokens[k].lower in ADVERBS:
        k += 1
    if k >= len(tokens):
        return False
    word = tokens[k].lower
    if word in PREPOSITIONS or word in CONJUNCTIONS or word in {",", ".", ";", ")", "-", "–", "—", '"'}:
        # "Gunmen killed at least 12 people": the hedge belongs to a number, which is the object.
        if any(n.span.start == tokens[k].start for n in state.found.numbers):
            return True
        return word in {"on", "at", "into"} and not (hit.first and state.party_at[hit.first - 1] >= 0)
    if hit.first and state.party_at[hit.first - 1] >= 0 and state.parties[state.party_at[hit.first - 1]].number:
        # "57 fighters killed remains unverified": after a counted party, what follows must look like an object.
        ahead = range(k, min(len(tokens), k + 3))
        return any(
            state.party_at[j] >= 0 or tokens[j].lower in DETERMINERS or tokens[j].lower[0].isdigit() for j in ahead
        )
    return True


def quoted(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word stands inside quotation marks of its sentence."""
    return sum(t.lower == '"' for t in tokens[:first]) % 2 == 1 and any(t.lower == '"' for t in tokens[first:])


def definite(tokens: Sequence[Token], first: int) -> bool:
    """Whether a noun at word `first` is one already known: "the attack", "Friday's attack"."""
    window = [t.lower for t in tokens[max(0, first - 3) : first]]
    for k in range(len(window) - 1, -1, -1):
        if window[k] in DEFINITE or window[k] == "'s":
            return True
        if window[k] in PREPOSITIONS or window[k] in AUXILIARIES or window[k] in {",", "a", "an", "and"}:
            return False
    return False
