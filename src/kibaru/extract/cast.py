"""Who the figures of a report are: governments for those who act for them, bodies, courts, persons met before."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kibaru.lang.en.acts import find_spoken, matches_of, may_tell
from kibaru.lang.en.acts_patterns import Match
from kibaru.model.annotation import ActorMention
from kibaru.model.deed import Figure, Office, Spoken
from kibaru.model.reading import Reading
from kibaru.model.report import Report
from kibaru.model.span import Quote, Span
from kibaru.model.values import Actor, ActorKind
from kibaru.ports import ActorRegistry

Named = tuple[Actor, Quote]

_LABELS: Final = {
    Office.COURT: ("Court", ActorKind.OTHER),
    Office.PROSECUTION: ("Prosecutors", ActorKind.OTHER),
    Office.PARLIAMENT: ("Parliament", ActorKind.OTHER),
    Office.OPPOSITION: ("Opposition", ActorKind.OTHER),
    Office.PROTESTERS: ("Protesters", ActorKind.PROTESTERS),
    Office.POLICE: ("Police", ActorKind.STATE_FORCES),
    Office.MILITARY: ("Armed forces", ActorKind.STATE_FORCES),
}
_CAPACITIES: Final = frozenset(
    {Office.COURT, Office.PROSECUTION, Office.PARLIAMENT, Office.OPPOSITION, Office.PROTESTERS}
)
# Which mention of a figure tells who it is, the first one first.
_RANK: Final = {
    "group": 0,
    "mission": 0,
    "organisation": 0,
    "force": 0,
    "person": 1,
    "government": 2,
    "country": 3,
    "demonym": 4,
}
_OF_STATE: Final = frozenset({Office.GOVERNMENT, Office.MEMBER})
_STATES: Final = frozenset({"country", "demonym", "government"})
_GOVERNMENT: Final = "-government"
# How many sentences back a pronoun reaches, and how many letters of a word find it in the text.
_BACK, _STEM = 4, 3


class Cast:
    """The figures of one report, read sentence by sentence as they are asked for.

    `registry` gives the governments and groups for which persons act; without it the report's own mentions do.
    """

    def __init__(self, report: Report, readings: Sequence[Reading], registry: ActorRegistry | None) -> None:
        self._report = report
        self._readings = readings
        self._registry = registry
        self._starts = [r.sentence.span.start for r in readings]
        self._spoken: dict[int, Spoken] = {}
        self._matches: dict[int, tuple[Match, ...]] = {}
        self._met: dict[str, tuple[Named, ...]] = {}
        self._governments: dict[str, Actor] = {}
        votes: Counter[str] = Counter()
        for reading in readings:
            votes.update(a.country for a in reading.actors if a.country)
            votes.update(p.place.country for p in reading.places if p.place and p.place.country)
            for mention in reading.actors:
                if mention.role in _STATES and mention.actor and mention.country:
                    self._governments.setdefault(mention.country, mention.actor)
        self._main = max(votes, key=lambda c: (votes[c], c), default=None)

    def may_tell(self, index: int) -> bool:
        """Whether the sentence with this index could tell of a political act."""
        return may_tell(self._readings[index], self._matched(index))

    def spoken(self, index: int) -> Spoken:
        """What the sentence with this index holds for politics."""
        spoken = self._spoken.get(index)
        if spoken is None:
            spoken = find_spoken(self._report.text, self._readings[index], self._matched(index))
            self._spoken[index] = spoken
        return spoken

    def _matched(self, index: int) -> tuple[Match, ...]:
        matches = self._matches.get(index)
        if matches is None:
            matches = self._matches[index] = matches_of(self._readings[index])
        return matches

    def resolve(self, figure: Figure) -> tuple[Named, ...]:
        """The actors that a figure stands for, with its words; none where it is nobody who acts politically."""
        if figure.pronoun:
            return self._meant(figure)
        actor = self._actor(figure)
        if actor is not None:
            return ((actor, self._report.quote(figure.span)),)
        if figure.name is not None:
            return self._known(self._surname(figure.name), figure.sentence)
        if figure.office is not Office.PERSON:
            return ()
        return self._known(figure.word, figure.sentence) or self._nameless(figure)

    def _nameless(self, figure: Figure) -> tuple[Named, ...]:
        """ "The governor", whose name the report does not tell."""
        where = self._country(
            next((a.country for a in figure.actors if a.country), None) or self._place(figure) or self._main
        )
        if where is None:
            return ()
        return ((Actor(f"{figure.word.capitalize()} ({where})", ActorKind.OTHER), self._report.quote(figure.span)),)

    def _known(self, word: str, sentence: int) -> tuple[Named, ...]:
        """Who was introduced by that surname, or in that office, anywhere else in the report."""
        if word not in self._met:
            self._met[word] = ()
            self._met[word] = next(
                (told for i in self._with(word) if i != sentence if (told := self._met_in(i, word))), ()
            )
        return self._met[word]

    def _with(self, word: str) -> Iterator[int]:
        """The sentences that hold a word, in order."""
        for index, reading in enumerate(self._readings):
            if any(token.lower.startswith(word[:_STEM]) for token in reading.sentence.tokens):
                yield index

    def _met_in(self, index: int, word: str) -> tuple[Named, ...]:
        for figure in self.spoken(index).figures:
            if figure.name is None or (figure.office is None and not figure.actors):
                continue
            fits = self._surname(figure.name) == word or (figure.office is Office.PERSON and figure.word == word)
            actor = self._actor(figure) if fits else None
            if actor is not None:
                return ((actor, self._report.quote(figure.span)),)
        return ()

    def _meant(self, figure: Figure) -> tuple[Named, ...]:
        """For whom a pronoun, or the words of an earlier claimant, stand."""
        index = bisect_right(self._starts, figure.span.start) - 1
        if index >= 0 and index != figure.sentence:
            inside = [f for f in self.spoken(index).figures if f.span.overlaps(figure.span)]
            return self.resolve(inside[0]) if inside else ()
        for before in range(figure.sentence - 1, max(-1, figure.sentence - 1 - _BACK), -1):
            spoken = self.spoken(before)
            who = spoken.speaker or spoken.subject
            if who is not None and not who.pronoun:
                return self.resolve(who)
            if who is None and not spoken.continues:
                return ()
        return ()

    def acted_upon(self, figure: Figure) -> tuple[Named, ...]:
        """As `resolve`, but a people ("the Kenyans") stands for its government."""
        told = self.resolve(figure)
        if told or figure.office is not None or not figure.actors:
            return told
        actor = self.government(figure.actors[0].country)
        return ((actor, self._report.quote(figure.span)),) if actor is not None else ()

    def unnamed(self, office: Office, trigger: Span) -> tuple[Named, ...]:
        """A court, prosecutors or a government that nobody names, in the country that the report is about."""
        if self._main is None:
            return ()
        actor = self.government(self._main) if office is Office.GOVERNMENT else self._label(office, self._main)
        return ((actor, self._report.quote(trigger)),) if actor is not None else ()

    def government(self, country: str | None) -> Actor | None:
        """The government of a country (ISO3)."""
        if country is None:
            return None
        entry = self._registry.of_state(country, "government") if self._registry else None
        return entry.actor() if entry else self._governments.get(country)

    def _surname(self, name: Span) -> str:
        return self._report.text[name.start : name.end].split()[-1].casefold()

    def _actor(self, figure: Figure) -> Actor | None:
        bearer = [a for a in figure.actors if a.role != "person" or figure.name is None or a.span.overlaps(figure.name)]
        mentions = sorted(bearer, key=lambda a: _RANK.get(a.role, 9))
        best = mentions[0] if mentions else None
        country = next((a.country for a in figure.actors if a.country), None) or self._place(figure)
        named = best is not None and _RANK.get(best.role, 9) == 0 and best.role != "force"
        if figure.office in _CAPACITIES and not named:
            return self._label(figure.office, country or self._main) if figure.office else None
        if best is None:
            return self._by_office(figure, country)
        if best.role == "person":
            return self._person(figure, best)
        if best.role in {"country", "demonym"} and figure.office is Office.BODY:
            return self._body(figure, country)
        if best.role == "demonym" and not self._whole(best):
            return self.government(country) if figure.office in _OF_STATE else None
        if figure.former and best.role in {"government", "country"}:
            return self._own(figure)
        if figure.office is Office.PERSON and figure.name is not None and best.role in {"government", "country"}:
            return self._own(figure)
        return best.actor if best.actor is not None else self.government(country or self._main)

    def _whole(self, mention: ActorMention) -> bool:
        """Whether a word taken for a people is its country's name."""
        words = self._report.text[mention.span.start : mention.span.end].casefold()
        return mention.actor is not None and mention.actor.name.casefold().endswith(words)

    def _person(self, figure: Figure, mention: ActorMention) -> Actor | None:
        """A person acts for the government or group that the registry tells, unless out of office or a lesser one."""
        acts_for = mention.entry.acts_for if mention.entry else None
        if acts_for is None or figure.former or figure.office is Office.PERSON:
            return mention.actor
        if acts_for.endswith(_GOVERNMENT):
            return self.government(mention.country) or mention.actor
        entry = self._registry.get(acts_for) if self._registry else None
        return entry.actor() if entry else mention.actor

    def _by_office(self, figure: Figure, country: str | None) -> Actor | None:
        office = figure.office
        if office is None:
            return None
        if figure.name is not None and (figure.former or office is Office.PERSON):
            return self._own(figure)
        if office is Office.GOVERNMENT:
            return self.government(country or self._main)
        if office in {Office.BODY, Office.MEMBER}:
            return self._body(figure, country)
        return self._label(office, country or self._main) if office in _LABELS else None

    def _own(self, figure: Figure) -> Actor | None:
        if figure.name is None:
            return None
        return Actor(self._report.text[figure.name.start : figure.name.end], ActorKind.OTHER)

    def _body(self, figure: Figure, country: str | None) -> Actor | None:
        """A collective under its own words: "Student groups (Kenya)"."""
        if figure.body is None:
            return None
        words = self._report.text[figure.body.start : figure.body.end]
        proper = all(word[:1].isupper() for word in words.split())
        where = None if proper else self._country(country or self._main)
        return Actor(f"{words} ({where})" if where and where not in words else words, ActorKind.OTHER)

    def _label(self, office: Office, country: str | None) -> Actor | None:
        label, kind = _LABELS[office]
        where = self._country(country)
        return Actor(f"{label} ({where})", kind, None, country) if where else None

    def _country(self, country: str | None) -> str | None:
        government = self.government(country)
        return government.name.removeprefix("Government of ").removeprefix("the ") if government else None

    def _place(self, figure: Figure) -> str | None:
        return next((p.place.country for p in figure.places if p.place and p.place.country), None)
