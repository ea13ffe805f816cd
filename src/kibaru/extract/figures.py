"""Who the figures of a report are: governments for those who act for them, bodies, courts, persons met before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kibaru.model.annotation import ActorMention
from kibaru.model.deed import Figure, Office, Spoken
from kibaru.model.reading import Reading
from kibaru.model.report import Report
from kibaru.model.span import Quote, Span
from kibaru.model.values import Actor, ActorKind
from kibaru.ports import ActorRegistry

Named = tuple[Actor, Quote]

_LABELS = {
    Office.COURT: ("Court", ActorKind.OTHER),
    Office.PROSECUTION: ("Prosecutors", ActorKind.OTHER),
    Office.PARLIAMENT: ("Parliament", ActorKind.OTHER),
    Office.OPPOSITION: ("Opposition", ActorKind.OTHER),
    Office.PROTESTERS: ("Protesters", ActorKind.PROTESTERS),
    Office.POLICE: ("Police", ActorKind.STATE_FORCES),
    Office.MILITARY: ("Armed forces", ActorKind.STATE_FORCES),
}
_CAPACITIES = frozenset({Office.COURT, Office.PROSECUTION, Office.PARLIAMENT, Office.OPPOSITION, Office.PROTESTERS})
# Which mention of a figure tells who it is, the first one first.
_RANK = {
    "group": 0,
    "mission": 0,
    "organisation": 0,
    "force": 0,
    "person": 1,
    "government": 2,
    "country": 3,
    "demonym": 4,
}
_OF_STATE = frozenset({Office.GOVERNMENT, Office.MEMBER})
_GOVERNMENT = "-government"
_GOING_ON = frozenset({"he", "she", "it", "they", "we", "i", '"', "his", "her", "their", "its"})


class Cast:
    """The figures of one report as its sentences bring them on, one after the other."""

    def __init__(self, report: Report, readings: Sequence[Reading], registry: ActorRegistry | None) -> None:
        self.last: tuple[Named, ...] = ()
        self._report = report
        self._registry = registry
        self._known: dict[str, tuple[Named, ...]] = {}
        self._governments: dict[str, Actor] = {}
        votes: Counter[str] = Counter()
        for reading in readings:
            votes.update(a.country for a in reading.actors if a.country)
            votes.update(p.place.country for p in reading.places if p.place and p.place.country)
            for mention in reading.actors:
                if mention.role in {"country", "demonym", "government"} and mention.actor and mention.country:
                    self._governments.setdefault(mention.country, mention.actor)
        self._main = max(votes, key=lambda c: (votes[c], c), default=None)

    def enter(self, spoken: Spoken) -> None:
        """Remember the names of persons that the sentence introduces with their office or body."""
        for figure in spoken.figures:
            if figure.name is not None and (figure.office is not None or figure.actors):
                told = self.resolve(figure)
                if told:
                    self._known.setdefault(self._surname(figure.name), told)
                    if figure.office is Office.PERSON:
                        self._known.setdefault(figure.word, told)

    def leave(self, reading: Reading, spoken: Spoken) -> None:
        """Whoever spoke in the sentence, or began it, is who pronouns in the next one stand for; else nobody is."""
        if spoken.speaker is not None:
            if not spoken.speaker.pronoun:
                self.last = self.resolve(spoken.speaker)
        elif spoken.subject is not None:
            self.last = self.resolve(spoken.subject)
        elif not reading.speech and not self._continues(reading):
            self.last = ()

    def _continues(self, reading: Reading) -> bool:
        """Whether the sentence has a pronoun for its subject or goes on with a speech."""
        return bool(reading.sentence.tokens) and reading.sentence.tokens[0].lower in _GOING_ON

    def resolve(self, figure: Figure) -> tuple[Named, ...]:
        """The actors that a figure stands for, with its words; none where it is nobody who acts politically."""
        if figure.pronoun:
            return self._meant(figure)
        actor = self._actor(figure)
        if actor is not None:
            return ((actor, self._report.quote(figure.span)),)
        if figure.name is not None:
            return self._known.get(self._surname(figure.name), ())
        return self._known.get(figure.word, ()) if figure.office is Office.PERSON else ()

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

    def _meant(self, figure: Figure) -> tuple[Named, ...]:
        inside = [k for k, told in self._known.items() if any(q.span == figure.span for _, q in told)]
        return self._known[inside[0]] if inside else self.last

    def _surname(self, name: Span) -> str:
        return self._report.text[name.start : name.end].split()[-1].casefold()

    def _actor(self, figure: Figure) -> Actor | None:
        mentions = sorted(figure.actors, key=lambda a: _RANK.get(a.role, 9))
        best = mentions[0] if mentions else None
        country = next((a.country for a in figure.actors if a.country), None) or self._place(figure)
        named = best is not None and _RANK.get(best.role, 9) == 0 and best.role != "force"
        if figure.office in _CAPACITIES and not named:
            return self._label(figure.office, country or self._main) if figure.office else None
        if best is None:
            return self._by_office(figure, country)
        if best.role == "person":
            return self._person(figure, best)
        if best.role == "demonym":
            return self.government(country) if figure.office in _OF_STATE else self._body(figure, country)
        if figure.former and best.role in {"government", "country"}:
            return self._own(figure)
        if figure.office is Office.PERSON and figure.name is not None and best.role in {"government", "country"}:
            return self._own(figure)
        if best.role == "country" and figure.office is Office.BODY:
            return self._body(figure, country)
        return best.actor if best.actor is not None else self.government(country or self._main)

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
        if office is Office.GOVERNMENT or (office is Office.MEMBER and figure.word.startswith("official")):
            return self.government(country or self._main)
        if office is Office.BODY:
            return self._body(figure, country)
        return self._label(office, country or self._main) if office in _LABELS else None

    def _own(self, figure: Figure) -> Actor | None:
        if figure.name is None:
            return None
        return Actor(self._report.text[figure.name.start : figure.name.end], ActorKind.OTHER)

    def _body(self, figure: Figure, country: str | None) -> Actor | None:
        """A collective under its own words: "Student groups (Kenya)"."""
        if figure.office is not Office.BODY:
            return None
        words = self._report.text[figure.span.start : figure.span.end]
        where = self._country(country or self._main)
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
