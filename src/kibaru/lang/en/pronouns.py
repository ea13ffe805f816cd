"""The English of "it" and "they" for a group or force: what it must do, and what else the words might mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

# What a body does by its own will. A bomb kills too, so that "it killed" may be said of one; "they killed" may not.
_WILLED: Final = frozenset(
    "said says claimed claims denied denies vowed vows warned warns announced declared threatened pledged confirmed accused "
    "accuses blamed condemned demanded rejected attacked raided ambushed abducted kidnapped seized captured stormed executed "
    "beheaded arrested detained launched shelled recruited deployed released retaliated invaded besieged withdrew".split()
)
_DONE: Final = frozenset(
    "killed wounded burned burnt looted shot fired opened took torched stole fought massacred".split()
)
_BEFORE_VERBS: Final = frozenset("also later then had has have immediately subsequently reportedly allegedly".split())
_MOST_BEFORE_VERB: Final = 2
_VERBS: Final = _WILLED | _DONE | frozenset("has have had was were is are did will".split())
# Nouns of one person, or of some, who are not the whole body; "they" of these may be, "it" never.
_MEMBERS: Final = frozenset(
    "soldiers troops fighters militants rebels gunmen insurgents policemen officers officials commanders gendarmes jihadists "
    "commandos soldier policeman officer official commander spokesman spokeswoman spokesperson chief general generals source "
    "sources gendarme trooper servicemen serviceman guards marines troop warplanes jets helicopters drones aircraft".split()
)
_ONE: Final = frozenset(
    "soldier policeman officer official commander spokesman spokeswoman spokesperson chief general".split()
)
_PEOPLE: Final = frozenset("people police men women children dozens civilians".split())
_NO_PLURAL: Final = ("ss", "us", "is", "ous")


def pronoun(word: str) -> str | None:
    """ "it" or "they" where a word as written at the head of a sentence is one."""
    return word.lower() if word in {"It", "They"} else None


def acts(which: str, words: Sequence[str]) -> bool:
    """Whether the words right after "it" or "they" are what a body does by its own will, and no other thing does."""
    at = 0
    while at < min(_MOST_BEFORE_VERB, len(words)) and words[at] in _BEFORE_VERBS:
        at += 1
    verb = words[at] if at < len(words) else ""
    return verb in _WILLED or (which == "they" and verb in _DONE)


def stands_for(which: str, name: Sequence[str], following: str) -> bool:
    """Whether "it" or "they" may mean a subject of these words, before this word: a whole body and its verb, or its men."""
    last = name[-1]
    verb = following in _VERBS or following.endswith("ed")
    if which == "it":
        return verb and last not in _MEMBERS
    return last not in _ONE and (verb or following in _MEMBERS - _ONE)


def others(words: Sequence[str]) -> bool:
    """Whether a plural noun is among words, whom "they" might mean as well."""
    return any(
        word in _PEOPLE
        or (len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) and word not in _VERBS)
        for word in words
    )
