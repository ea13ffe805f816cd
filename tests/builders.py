"""Small makers of model values for tests: a claim is grounded in a report's own words unless a test says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from kibaru.model.claim import Claim, Claimant, Origin, Slot, Stance
from kibaru.model.incident import Incident, Reconciled, Record
from kibaru.model.issue import Issue, Level
from kibaru.model.mention import (
    Extraction,
    Mention,
    Modality,
    NamedActor,
    NamedDate,
    NamedPlace,
    NotCoded,
    Role,
)
from kibaru.model.report import Report, report_id, text_id
from kibaru.model.span import Quote, Span
from kibaru.model.values import (
    Actor,
    ActorKind,
    Blame,
    BlameStatus,
    CasualtyKind,
    Count,
    DatePrecision,
    DateRange,
    EventKind,
    Group,
    Hedge,
    Place,
    Scope,
    Toll,
    Total,
    Weapon,
)

V = TypeVar("V")
ORIGIN = Origin("test.rule", "1", "written by hand for a test")

ARMY = Actor("Malian Armed Forces", ActorKind.STATE_FORCES, "malian-army", "MLI")
NAMELESS = Actor("Unidentified armed group (Mali)", ActorKind.POLITICAL_MILITIA, None, "MLI")
CIVILIANS = Actor("Civilians (Mali)", ActorKind.CIVILIANS, None, "MLI")
TILLIT = Place("Tillit", 2, "MLI", "Gao", None, 15.17, 0.14, 25.0, "geonames:1")

STORY = """Eight soldiers die in Tillit fight

The Malian army said on Saturday that eight of its soldiers were killed on Friday near Tillit when gunmen fired rifles.

It put the attackers’ losses at 57. A herder from Tillit spoke of at least three villagers shot by the army.

Thousands have died since 2012. An uprising in 2011 is still remembered. Bamako asked Paris to recall its ambassador."""


def report(text: str = STORY, key: str = "story", published: date | None = date(2022, 2, 19), **fields: Any) -> Report:
    """A report over `text`; other fields of `Report` as keywords."""
    raw = text.encode("utf-8", "surrogatepass")
    url, publisher = fields.get("url"), fields.get("publisher")
    fields.setdefault("cleaner", "text/1")
    fields.setdefault("language", "en")
    identity = report_id(raw, url, publisher, published)
    return Report(identity, text_id(text.encode("utf-8", "replace").decode()), key, text, published=published, **fields)


def quote(source: Report, words: str, nth: int = 0) -> Quote:
    """The nth place where `words` stand in the report."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(words, start + 1)
    return source.quote(Span(start, start + len(words)))


def claim(slot: Slot, value: V, *quotes: Quote, **fields: Any) -> Claim[V]:
    """A claim on these quotes; without any, an ungrounded one."""
    fields.setdefault("origin", ORIGIN)
    fields.setdefault("confidence", 0.9)
    if not quotes:
        fields.setdefault("ungrounded", "taken from what the report leaves unsaid")
    return Claim(slot, value, quotes, **fields)


def toll(words: Quote, low: int, high: int | None, group: Group, **fields: Any) -> Claim[Toll]:
    """A claim about the killed; `kind` and `part_of` may be given, the rest are fields of `Claim`."""
    kind = fields.pop("kind", CasualtyKind.KILLED)
    value = Toll(kind, group, Count(low, high, words.text), fields.pop("part_of", None))
    fields.setdefault("stance", Stance.REPORTER)
    return claim(Slot.CASUALTIES, value, words, **fields)


def mention(source: Report, trigger: Quote, event: EventKind, **fields: Any) -> Mention:
    """A mention whose only evidence is its trigger, unless given."""
    fields.setdefault("id", f"m{trigger.span.start}")
    fields.setdefault("role", Role.NEWS)
    fields.setdefault("modality", Modality.ASSERTED)
    fields.setdefault("main", True)
    fields.setdefault("evidence", (trigger,))
    fields.setdefault("confidence", 0.8)
    return Mention(report_id=source.id, event=claim(Slot.EVENT, event, trigger), **fields)


def reconciled(low: int = 0, best: int | None = 0, high: int | None = 0, **fields: Any) -> Reconciled:
    """Figures under `ucdp`."""
    fields.setdefault("deaths_a", None)
    fields.setdefault("deaths_b", None)
    fields.setdefault("deaths_civilians", None)
    fields.setdefault("deaths_unknown", None)
    fields.setdefault("because", "no deaths are told")
    return Reconciled(fields.pop("policy", "ucdp"), low=low, best=best, high=high, **fields)


def incident(told: Mention, figures: Reconciled | None = None) -> Incident:
    """A view of one mention."""
    return Incident(f"i{told.id}", (told,), figures or reconciled())


def record(source: Report, *incidents: Incident, **fields: Any) -> Record:
    """A record of these incidents; other fields are those of `Extraction`."""
    policy = fields.pop("policy", "ucdp")
    mentions = tuple(each for view in incidents for each in view.mentions)
    read = Extraction(source.id, "pipeline-digest", mentions, **fields)
    return Record("0.1.0", policy, source, read, incidents)


def clash(source: Report) -> Mention:
    """The fight of `STORY`, with every slot filled."""
    army = Claimant("Malian Armed Forces", quote(source, "The Malian army"))
    herder = Claimant("a herder", quote(source, "A herder from Tillit"))
    day = DateRange.closed(date(2022, 2, 18), date(2022, 2, 18), DatePrecision.DAY)
    own = quote(source, "eight of its soldiers")
    return mention(
        source,
        quote(source, "gunmen fired"),
        EventKind("Battles", "Armed clash", "ASSAULT", None),
        weapon=claim(Slot.WEAPON, Weapon("firearms"), quote(source, "rifles")),
        time=claim(Slot.TIME, day, quote(source, "Friday")),
        place=claim(Slot.PLACE, TILLIT, quote(source, "Tillit", 1), quote(source, "Tillit", 0)),
        side_a=(claim(Slot.SIDE_A, ARMY, quote(source, "The Malian army")),),
        side_b=(claim(Slot.SIDE_B, NAMELESS, quote(source, "gunmen")),),
        tolls=(
            toll(own, 8, 8, Group.SIDE_A, claimant=army, stance=Stance.ADMISSION),
            toll(
                quote(source, "57"),
                0,
                57,
                Group.SIDE_B,
                claimant=army,
                stance=Stance.ABOUT_ADVERSARY,
                hedge=Hedge.NEUTRALISED,
            ),
            toll(
                quote(source, "at least three villagers"),
                3,
                None,
                Group.CIVILIANS,
                claimant=herder,
                stance=Stance.THIRD_PARTY,
                hedge=Hedge.AT_LEAST,
            ),
        ),
        responsibility=(claim(Slot.RESPONSIBILITY, Blame(NAMELESS, BlameStatus.FACT), quote(source, "gunmen")),),
        evidence=(
            quote(
                source,
                "eight of its soldiers were killed on Friday near Tillit when gunmen fired rifles",
            ),
        ),
    )


def request(source: Report) -> Mention:
    """The political act of `STORY`, whose day is not told."""
    mali = Actor("Government of Mali", ActorKind.STATE_FORCES, "mali-government", "MLI")
    france = Actor("Government of France", ActorKind.STATE_FORCES, "france-government", "FRA")
    return mention(
        source,
        quote(source, "asked Paris to recall its ambassador"),
        EventKind(None, None, "REQUEST", None),
        side_a=(claim(Slot.SIDE_A, mali, quote(source, "Bamako")),),
        side_b=(claim(Slot.SIDE_B, france, quote(source, "Paris")),),
        main=False,
    )


def story_record(source: Report | None = None, **fields: Any) -> Record:
    """The record of `STORY` in full: a clash, a political act, a total, an uncoded sentence, names and an issue."""
    source = source or report()
    figures = reconciled(11, 65, None, deaths_a=8, deaths_b=57, deaths_civilians=3, because="own losses are admitted")
    total = Total(CasualtyKind.KILLED, Count(2000, 9999, "Thousands"), Scope.CUMULATIVE)
    friday = DateRange.closed(date(2022, 2, 18), date(2022, 2, 18), DatePrecision.DAY)

    def words(text: str) -> Quote:
        return quote(source, text)

    lists: dict[str, Any] = {
        "totals": (claim(Slot.TOTAL, total, words("Thousands")),),
        "not_coded": (NotCoded(words("An uprising in 2011 is still remembered."), "background without a month"),),
        "actors": (NamedActor(words("The Malian army"), ARMY, "alias"), NamedActor(words("Bamako"), None, "unknown")),
        "places": (NamedPlace(words("Tillit"), TILLIT, "exact name"), NamedPlace(words("Paris"), None, "no entry")),
        "dates": (NamedDate(words("Friday"), friday, "last Friday"), NamedDate(words("2011"), None, "a bare year")),
        "issues": (Issue("place.unresolved", Level.WARNING, "No entry for Paris.", "Check the spelling."),),
    }
    return record(source, incident(clash(source), figures), incident(request(source)), **{**lists, **fields})
