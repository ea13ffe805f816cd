"""The whole way of one report: read, annotate, extract, locate, identify, assemble, reconcile."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import kibaru
from kibaru.annotate.document import Knowledge, read_sentences, resolve_dates
from kibaru.assemble.mentions import assemble
from kibaru.assemble.setting import VERSION as ASSEMBLY
from kibaru.assemble.setting import Setting
from kibaru.assemble.totals import totals_of
from kibaru.extract.happenings import find_happenings
from kibaru.extract.political import find_acts
from kibaru.identify.registry import default_registry
from kibaru.identify.resolve import find_actors
from kibaru.lang import language
from kibaru.locate.gazetteer import default_gazetteer
from kibaru.locate.resolve import CountryHint, find_places
from kibaru.model.annotation import ActorMention, PlaceMention, Sentence
from kibaru.model.incident import Incident, Record
from kibaru.model.issue import Issue, Level
from kibaru.model.mention import Extraction, Mention, NamedActor, NamedDate, NamedPlace
from kibaru.model.reading import Timed
from kibaru.model.report import Report, digest
from kibaru.ports import ActorRegistry, Gazetteer, Language
from kibaru.reconcile.policies import policy
from kibaru.reconcile.tolls import reconcile
from kibaru.vocab.events import VERSION as VOCABULARY


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Codes reports one at a time; holds no state between them and can be sent to another process.

    `policy` names the rule by which rival tolls are reconciled: "ucdp", "lowest" or "range".
    """

    policy: str = "ucdp"
    gazetteer: Gazetteer = field(default_factory=default_gazetteer)
    registry: ActorRegistry = field(default_factory=default_registry)

    def __post_init__(self) -> None:
        policy(self.policy)

    def version(self, spoken: Language) -> str:
        """The digest of rules, knowledge and vocabulary that coded a record."""
        parts = (
            kibaru.__version__,
            spoken.version,
            ASSEMBLY,
            VOCABULARY,
            self.gazetteer.version,
            self.registry.version,
        )
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]

    def code(self, report: Report) -> Record:
        """Code one report. A report that cannot be coded gives a record with an issue and no incident."""
        spoken = language(report.language or "")
        if spoken is None:
            return self._uncoded(report)
        # Thousands of small frozen values and hardly a cycle among them: the collector would go through them some thirty
        # times a report for nothing, at a twelfth of the time. It has its turn between reports.
        collecting = gc.isenabled()
        gc.disable()
        try:
            extraction = self._extract(report, spoken)
            incidents = tuple(self._incident(m) for m in extraction.mentions)
        finally:
            if collecting:
                gc.enable()
        return Record(kibaru.__version__, self.policy, report, extraction, incidents)

    def code_many(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code reports one after the other; nothing is kept of those already handed out."""
        return map(self.code, reports)

    def _incident(self, mention: Mention) -> Incident:
        return Incident("i" + digest(mention.id.encode())[:16], (mention,), reconcile((mention,), policy(self.policy)))

    def _extract(self, report: Report, spoken: Language) -> Extraction:
        sentences = spoken.sentences(report.text)
        actors = find_actors(report.text, sentences, self.registry, report.published)
        taken = tuple(a.span for a in actors if a.role not in _ARE_PLACES)
        hints = [CountryHint(a.country, 1.0, a.sentence) for a in actors if a.country and a.role != "country"]
        places = find_places(report.text, sentences, self.gazetteer, taken, hints)
        times = resolve_dates(report, spoken)
        readings = read_sentences(report, sentences, Knowledge(actors, places), times, spoken)
        telling = find_happenings(report, readings)
        setting = Setting(report, self.registry, self.gazetteer)
        mentions, left = assemble(telling.happenings, find_acts(report, readings, self.registry), setting)
        return Extraction(
            report_id=report.id,
            pipeline=self.version(spoken),
            mentions=mentions,
            totals=totals_of(telling.totals),
            not_coded=tuple(sorted((*telling.not_coded, *left), key=lambda n: n.quote.span)),
            actors=tuple(_named_actor(report, a) for a in actors),
            places=tuple(_named_place(report, p) for p in places),
            dates=tuple(_named_date(report, t) for t in times),
            issues=(*report.issues, *_cut(report, sentences)),
        )

    def _uncoded(self, report: Report) -> Record:
        told = report.language or "unknown"
        issue = Issue(
            code="language.not-coded",
            level=Level.WARNING,
            message=f"the report's language ({told}) is not coded yet",
            remedy="kibaru codes English; translate the report or leave it out",
            source=report.key,
        )
        extraction = Extraction(report_id=report.id, pipeline="", issues=(*report.issues, issue))
        return Record(kibaru.__version__, self.policy, report, extraction, ())


_ARE_PLACES = frozenset({"country"})


def _cut(report: Report, sentences: Sequence[Sentence]) -> tuple[Issue, ...]:
    """One issue where sentences were too long to be read at once: who did what may be lost at a cut."""
    cuts = [s for s in sentences if s.cut]
    if not cuts:
        return ()
    times = "once" if len(cuts) == 1 else f"{len(cuts)} times"
    issue = Issue(
        code="text.sentence-too-long",
        level=Level.WARNING,
        message=f"a sentence is too long to be read at once: it was cut {times}, the first time after {cuts[0].span.end} characters",
        remedy="full stops may be missing; what one piece tells is not tied to the next",
        source=report.key,
        span=cuts[0].span,
    )
    return (issue,)


def _named_actor(report: Report, mention: ActorMention) -> NamedActor:
    return NamedActor(report.quote(mention.span), mention.actor, mention.why)


def _named_place(report: Report, mention: PlaceMention) -> NamedPlace:
    return NamedPlace(report.quote(mention.span), mention.place, mention.why)


def _named_date(report: Report, timed: Timed) -> NamedDate:
    return NamedDate(report.quote(timed.mention.span), timed.when, timed.why)
