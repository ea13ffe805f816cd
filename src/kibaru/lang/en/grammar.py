"""Who does what to whom: the roles of the parties around each trigger word, by position and voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.lang.en.attribution import SAYING
from kibaru.lang.en.lexicon import Hit, Word
from kibaru.lang.en.modality import modality_of, negated
from kibaru.lang.en.parties import Found
from kibaru.lang.en.voice import Clause, adjectival, definite, inside_party, is_passive, quoted, reading_of
from kibaru.lang.en.words import (
    AUXILIARIES,
    DETERMINERS,
    DO,
    MODALS,
    PREPOSITIONS,
)
from kibaru.model.annotation import Token
from kibaru.model.reading import Party, Sense, Trigger
from kibaru.model.span import Span

_BARRIERS: Final = frozenset("; : but while when whereas although though because after before until unless".split())
_RIGHT_BARRIERS: Final = _BARRIERS | frozenset("who which that said says reported according as where".split())
# Prepositions that make what follows no subject; "of" is not one of them ("dozens of soldiers were killed").
_NOT_SUBJECT: Final = PREPOSITIONS - {"of", "including", "like", "than"}
_NOT_OBJECT: Final = PREPOSITIONS - {"of", "on", "at", "upon", "into", "against", "than", "to"}
_ON: Final = frozenset({"on", "upon", "against", "at", "targeting", "into", "toward", "towards"})
_BY: Final = frozenset({"by", "from"})
_OF_PATIENT: Final = frozenset(
    {
        Sense.KILL,
        Sense.INJURE,
        Sense.ABDUCT,
        Sense.ARREST,
        Sense.SEXUAL,
        Sense.SHOOT,
        Sense.STAB,
        Sense.BOMB,
        Sense.SHELL,
        Sense.SURRENDER,
        Sense.HARM,
    }
)
# "The confirmed deaths are ...", "the dead include ...".
_LISTING: Final = frozenset("are were include included includes comprise comprised".split())
_REACH: Final = 14
_OBJECT_REACH: Final = 10


def find_roles(found: Found, parties: tuple[Party, ...]) -> tuple[Trigger, ...]:
    """The triggers of one sentence with the parties in their roles, in order."""
    tokens = found.sentence.tokens
    party_at = [-1] * len(tokens)
    for index, party in enumerate(parties):
        for k in range(found.at(party.span.start), found.at(party.span.end)):
            party_at[k] = index
    state = Clause(found, parties, tokens, party_at)
    return tuple(trigger for hit in found.triggers if (trigger := _read(state, hit)) is not None)


def _read(state: Clause, hit: Hit) -> Trigger | None:
    word, nominal = reading_of(state, hit)
    tokens = state.tokens
    if (
        word is None
        or (word.tag == "sg" and not word.thing and inside_party(state, hit))
        or adjectival(state, hit, word)
    ):
        return None
    passive = not nominal and is_passive(state, hit, word)
    if nominal:
        agents, patients = _nominal_roles(state, hit, word)
    else:
        agents, patients = _verbal_roles(state, hit, word, passive)
        state.objects.update(patients)
        state.subject = agents or state.subject
    return Trigger(
        span=Span(tokens[hit.first].start, tokens[hit.last - 1].end),
        lemma=word.lemma,
        sense=word.sense,
        strong=word.strong,
        thing=word.thing,
        present=not nominal and word.tag in {"base", "s"} and not _governed_verb(tokens, hit.first),
        quoted=quoted(tokens, hit.first),
        nominal=nominal,
        plural=word.tag == "pl",
        passive=passive,
        definite=definite(tokens, hit.first) if nominal else False,
        negated=negated(tokens, hit.first),
        modality=modality_of(tokens, hit.first, nominal=nominal, base=word.tag == "base"),
        agents=agents,
        patients=patients,
    )


def _governed_verb(tokens: Sequence[Token], first: int) -> bool:
    """ "To attack", "did not attack", "will attack": the form is not the present tense."""
    window = {t.lower for t in tokens[max(0, first - 3) : first]}
    return bool(window & (MODALS | DO | {"to"}))


def _verbal_roles(state: Clause, hit: Hit, word: Word, passive: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    left = _subject(state, hit.first)
    if passive:
        return _by_agent(state, hit.last), left
    if word.frame == "i":
        return (), left
    if word.frame == "x":
        return left, ()
    if word.tag == "ing" and state.subject:
        left = state.subject
    right = _object(state, hit.last, word)
    if word.frame == "r" and not right:
        right = _after(state, hit.last, frozenset({"with", "against"}))
    return left, right


def _subject(state: Clause, first: int) -> tuple[int, ...]:
    """The nearest party to the left that can be a subject, with those that share its role."""
    tokens = state.tokens
    k = first - 1
    fallback: tuple[int, ...] = ()
    pronoun = False
    while k >= 0:
        lower = tokens[k].lower
        pronoun = pronoun or lower in {"they", "it", "he", "she"}
        # "The rebels said they had killed ...": the speaker is the subject.
        if lower in _BARRIERS or (lower in SAYING and not pronoun):
            break
        index = state.party_at[k]
        if index < 0:
            k -= 1
            continue
        start = state.found.at(state.parties[index].span.start)
        before = _before_phrase(tokens, start)
        if index not in state.objects and not _apposition(state, index, start) and not _location(state, index, before):
            if before == "of" and index and _directly_before(state, index, 2) and not state.parties[index].number:
                return _coordinated(state, index - 1, -1)
            if before not in _NOT_SUBJECT:
                return _coordinated(state, index, -1)
            fallback = fallback or ((index,) if before in {"with", "between", "among"} else ())
        k = start - 1
    return fallback


def _location(state: Clause, index: int, before: str) -> bool:
    """ "In Madrid, Spain": a country behind a comma or a preposition is where it happened, not who did it."""
    actor = state.parties[index].actor
    return actor is not None and actor.role == "country" and (before in PREPOSITIONS or before == ",")


def _apposition(state: Clause, index: int, start: int) -> bool:
    """ "A commander, a militia leader, was killed": a phrase between two commas that explains the one before it."""
    tokens = state.tokens
    end = state.found.at(state.parties[index].span.end)
    opens = start and _before_phrase(tokens, start) == "," and tokens[start - 1].lower in DETERMINERS | {","}
    return bool(
        opens and index and end < len(tokens) and tokens[end].lower == "," and _directly_before(state, index, 2)
    )


def _directly_before(state: Clause, index: int, words: int = 3) -> bool:
    """Whether the party before this one ends right before it, but for "of the" or a comma and an article."""
    gap = state.found.at(state.parties[index].span.start) - state.found.at(state.parties[index - 1].span.end)
    return gap <= words


def _before_phrase(tokens: Sequence[Token], start: int) -> str:
    """The word before a noun phrase, its article skipped."""
    k = start - 1
    while k >= 0 and (tokens[k].lower in DETERMINERS or tokens[k].lower == '"'):
        k -= 1
    return tokens[k].lower if k >= 0 else ""


def _object(state: Clause, last: int, word: Word) -> tuple[int, ...]:
    """The first party to the right that can be an object."""
    tokens = state.tokens
    for k in range(last, min(len(tokens), last + _OBJECT_REACH)):
        lower = tokens[k].lower
        index = state.party_at[k]
        if index >= 0:
            return _coordinated(state, index, +1)
        if lower in _RIGHT_BARRIERS or lower in {",", "."} or lower in _NOT_OBJECT:
            return ()
        if lower in {"on", "at"} and word.sense in {Sense.KILL, Sense.INJURE, Sense.ARREST}:
            return ()
    return ()


def _by_agent(state: Clause, last: int) -> tuple[int, ...]:
    return _after(state, last, frozenset({"by"}))


def _after(state: Clause, last: int, prepositions: frozenset[str]) -> tuple[int, ...]:
    """The party governed by one of the prepositions to the right, before the clause ends."""
    tokens = state.tokens
    for k in range(last, min(len(tokens), last + _REACH)):
        lower = tokens[k].lower
        if lower in _RIGHT_BARRIERS or lower == ".":
            return ()
        if lower in prepositions:
            found = _governed(state, k + 1)
            if found is not None:
                return _coordinated(state, found, +1)
    return ()


def _governed(state: Clause, first: int) -> int | None:
    """The party that a preposition before word `first` governs."""
    tokens = state.tokens
    for k in range(first, min(len(tokens), first + 7)):
        if state.party_at[k] >= 0:
            return state.party_at[k]
        lower = tokens[k].lower
        if lower in {",", ".", ";"} or (lower in PREPOSITIONS and lower not in {"of", "to"}) or lower in AUXILIARIES:
            return None
    return None


def _coordinated(state: Clause, index: int, step: int) -> tuple[int, ...]:
    """The party and its neighbours in a list: "two women and a man", "soldiers, police and civilians"."""
    members = [index]
    while 0 <= index + step < len(state.parties):
        left, right = sorted((index, index + step))
        between = state.found.text[state.parties[left].span.end : state.parties[right].span.start].strip(' "“”')
        if between.lower() not in {
            "and",
            ",",
            ", and",
            "or",
            "and a",
            "and an",
            ", a",
            ", an",
            ", and a",
            "and the",
            "as well as",
            "and one",
            "along with",
        }:
            break
        index += step
        members.append(index)
    return tuple(sorted(members))


def _nominal_roles(state: Clause, hit: Hit, word: Word) -> tuple[tuple[int, ...], tuple[int, ...]]:
    agents = owner = _possessor(state, hit.first)
    patients: tuple[int, ...] = ()
    tokens = state.tokens
    for k in range(hit.last, min(len(tokens), hit.last + _REACH)):
        lower = tokens[k].lower
        if lower in _RIGHT_BARRIERS or lower == ".":
            break
        if lower == "between":
            return _between(state, k + 1)
        if lower in _LISTING and word.sense in {Sense.KILL, Sense.INJURE, Sense.HARM}:
            listed = _governed(state, k + 1)
            return agents, _coordinated(state, listed, +1) if listed is not None else ()
        governed = _governed(state, k + 1) if lower in _ON | _BY | {"of", "with"} else None
        if governed is None:
            continue
        if lower in _BY and not agents:
            agents = _coordinated(state, governed, +1)
        elif lower in _ON or lower == "with" or (lower == "of" and word.sense in _OF_PATIENT):
            patients = patients or _coordinated(state, governed, +1)
    if not patients and owner and word.sense in {Sense.KILL, Sense.INJURE, Sense.ARREST, Sense.ABDUCT}:
        # "The general's death", "the journalist's arrest": without an "of" the possessor is who suffers it.
        return (), owner
    return agents, patients


def _possessor(state: Clause, first: int) -> tuple[int, ...]:
    """A party right before a noun: "the rebels' attack", "Taliban attack"."""
    k = first - 1
    steps = 0
    while k >= 0 and steps < 3:
        index = state.party_at[k]
        if index >= 0:
            return _coordinated(state, index, -1)
        lower = state.tokens[k].lower
        if lower in PREPOSITIONS or lower in DETERMINERS or lower in AUXILIARIES or lower in {",", "."}:
            return ()
        k -= 1
        steps += 1
    return ()


def _between(state: Clause, first: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    one = _governed(state, first)
    if one is None:
        return (), ()
    for index in range(one + 1, min(len(state.parties), one + 3)):
        gap = state.found.text[state.parties[one].span.end : state.parties[index].span.start]
        if " and " in f" {gap} " and len(gap) < 60:
            return (one,), (index,)
    return (one,), ()
