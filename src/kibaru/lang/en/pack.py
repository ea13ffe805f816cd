"""English, behind the port by which the rooms know a language."""

from __future__ import annotations

from datetime import date
from typing import Final

from kibaru.lang.en import lexicon
from kibaru.lang.en.access import has_access
from kibaru.lang.en.attribution import SPEECH, find_attributions
from kibaru.lang.en.cues import find_cues, speaks_of_blame
from kibaru.lang.en.dates import find_dates, resolve_date
from kibaru.lang.en.grammar import find_roles
from kibaru.lang.en.lexicon import Hit
from kibaru.lang.en.numbers import numbers_of
from kibaru.lang.en.parties import Found, find_parties
from kibaru.lang.en.sentences import split_sentences
from kibaru.lang.en.words import MONTHS
from kibaru.model.annotation import ActorMention, DateMention, PlaceMention, Sentence
from kibaru.model.reading import Reading
from kibaru.model.values import DateRange, When

# Raised with every change of the rules in this folder.
RULES: Final = "en-1"
_BEFORE_MONTH: Final = frozenset(
    "in on since until till by from to of during early mid late last next this between and".split()
)


class English:
    """The English language pack. It holds no state."""

    code = "en"

    @property
    def version(self) -> str:
        """A digest of rules and lexicon."""
        return f"{RULES}+{lexicon.load().version}"

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text in order."""
        return split_sentences(text)

    def dates(self, text: str) -> tuple[DateMention, ...]:
        """The date expressions of a text in order."""
        return find_dates(text)

    def resolve_date(
        self, mention: DateMention, published: date | None, context: tuple[DateRange, ...]
    ) -> tuple[When | None, str]:
        """What a date expression means, and a sentence that says why."""
        return resolve_date(mention, published, context=context)

    def read(
        self, text: str, sentence: Sentence, actors: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]
    ) -> Reading:
        """Parties, triggers, roles and attributions of one sentence."""
        table = lexicon.load()
        words = sentence.words
        hits = tuple(hit for hit in table.find_triggers(words) if not _is_month(text, sentence, hit))
        cued = bool(hits) or speaks_of_blame(sentence.lower)
        said = not SPEECH.isdisjoint(words)
        if not cued and not said:
            return Reading(sentence, places=places, actors=actors, speech=_spoken(text, sentence))
        found = Found(
            text=text,
            sentence=sentence,
            starts=tuple(t.start for t in sentence.tokens),
            numbers=numbers_of(text[sentence.span.start : sentence.span.end], sentence.lower, sentence.span.start)
            if cued
            else (),
            actors=actors,
            places=places,
            persons=table.find_persons(words) if cued else (),
            triggers=hits,
        )
        # Who is in a sentence is asked only where it speaks of violence or of who is to blame.
        parties = find_parties(found) if cued else ()
        return Reading(
            sentence=sentence,
            triggers=find_roles(found, parties) if hits else (),
            parties=parties,
            attributions=find_attributions(found) if said else (),
            places=places,
            actors=actors,
            weapons=table.find_weapons(sentence.tokens, words) if hits else (),
            cues=find_cues(sentence.lower) if cued else frozenset(),
            speech=_spoken(text, sentence),
        )

    def has_access(self, claimant: str) -> bool:
        """Whether a claimant has access to the facts without being a party."""
        return has_access(claimant)


def _spoken(text: str, sentence: Sentence) -> bool:
    """Whether the whole sentence stands in quotation marks."""
    return text[sentence.span.start] in '"“' and text[sentence.span.end - 1] in '"”'


def _is_month(text: str, sentence: Sentence, hit: Hit) -> bool:
    """ "On March 8", "10 March", "since last March": the month, not a protest; "thousands march in Gao" is one."""
    words, k = sentence.words, hit.first
    if words[k] not in MONTHS or not text[sentence.tokens[k].start].isupper():
        return False
    before, after = words[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
    return before[:1].isdigit() or after[:1].isdigit() or before in _BEFORE_MONTH
