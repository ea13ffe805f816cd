"""A `Record` as plain data: the one JSON line a report that `kibaru code --format jsonl` writes.

Days are ISO with both ends included, spans are half-open `[first, last)` in code points of `report.text`. Keys always
come in the same order, so that one record always gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from kibaru.clean.cells import h3_cell, priogrid
from kibaru.model.claim import Claim, Claimant
from kibaru.model.incident import Incident, Reconciled, Record
from kibaru.model.issue import Issue
from kibaru.model.mention import Extraction, Mention, NamedActor, NamedDate, NamedPlace, NotCoded
from kibaru.model.report import Report
from kibaru.model.span import Quote, Span
from kibaru.model.values import Actor, Blame, DateRange, PartialDate, Place, Toll, Total, Weapon, When
from kibaru.publish.wording import issue_words

Fields = dict[str, object]

_PLACE_KEYS = (
    "name",
    "gazetteer_id",
    "admin1",
    "admin2",
    "country",
    "lat",
    "lon",
    "precision",
    "radius_km",
    "priogrid",
    "h3",
)

# A JSON line must stay one line for readers that split at every Unicode line end, and must not steer the terminal it is
# printed on. Outside strings JSON has none of these, and inside a \u escape means the same character.
_ESCAPED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_line(record: Record) -> str:
    """One line of JSON without its line end."""
    line = json.dumps(to_dict(record), ensure_ascii=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def to_dict(record: Record) -> Fields:
    """The record in the shape of docs/reference (record.md), as dicts, lists, strings and numbers only."""
    ids = incident_ids(record)
    read = record.extraction
    return {
        "key": record.report.key,
        "kibaru": record.version,
        "pipeline": read.pipeline,
        "policy": record.policy,
        "report": _report(record.report),
        "incidents": [_incident(incident, mention_of(incident, record.report), ids) for incident in record.incidents],
        "cumulative": [_total(claim, ids) for claim in read.totals],
        "not_coded": [_not_coded(entry) for entry in read.not_coded],
        "actors": [_named_actor(entry) for entry in read.actors],
        "places": [_named_place(entry) for entry in read.places],
        "dates": [_named_date(entry) for entry in read.dates],
        "issues": [_issue(issue) for issue in issues_of(record.report, read)],
    }


def issues_of(report: Report, read: Extraction) -> tuple[Issue, ...]:
    """What reading and understanding found wrong, each issue once."""
    return tuple(dict.fromkeys((*report.issues, *read.issues)))


def mention_of(incident: Incident, report: Report) -> Mention:
    """This report's telling of the incident."""
    return next(mention for mention in incident.mentions if mention.report_id == report.id)


def incident_ids(record: Record) -> Mapping[str, str]:
    """From the id of each mention to the id of its incident; claims point at mentions, readers at incidents."""
    return {mention.id: incident.id for incident in record.incidents for mention in incident.mentions}


def _report(report: Report) -> Fields:
    return {
        "id": report.id,
        "text_id": report.text_id,
        "cleaner": report.cleaner,
        "url": report.url,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "text": report.text,
        "boilerplate": [{"quote": words} for words in report.boilerplate],
    }


def _incident(incident: Incident, mention: Mention, ids: Mapping[str, str]) -> Fields:
    kind = mention.event.value
    return {
        "id": incident.id,
        "role": mention.role.value,
        "modality": mention.modality.value,
        "main": mention.main,
        "part_of": ids.get(mention.part_of, mention.part_of) if mention.part_of else None,
        "event_type": kind.event_type,
        "sub_event": kind.sub_event,
        "plover": kind.plover,
        "plover_mode": kind.plover_mode,
        "trigger": _grounds(mention.event),
        "weapon": _weapon(mention.weapon),
        "time": _time(mention),
        "place": _where(mention),
        "side_a": [_side(claim) for claim in mention.side_a],
        "side_b": [_side(claim) for claim in mention.side_b],
        "casualties": [_toll(claim) for claim in mention.tolls],
        "responsibility": [_blame(claim) for claim in mention.responsibility],
        "reconciled": _reconciled(incident.reconciled),
        "evidence": [{"text": quote.text, "span": _span(quote.span)} for quote in mention.evidence],
        "confidence": round(mention.confidence, 3),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _quoted(quote: Quote) -> Fields:
    return {"quote": quote.text, "span": _span(quote.span)}


def _grounds(claim: Claim[Any]) -> Fields:
    """The words a claim rests on (`also` where it was told more than once), its confidence and its origin."""
    fields: Fields = _quoted(claim.quotes[0]) if claim.quotes else {"ungrounded": claim.ungrounded}
    if len(claim.quotes) > 1:
        fields["also"] = [_quoted(quote) for quote in claim.quotes[1:]]
    origin = claim.origin
    fields["confidence"] = round(claim.confidence, 3)
    fields["origin"] = {"name": origin.name, "version": origin.version, "why": origin.why}
    return fields


def _claimant(claimant: Claimant | None) -> Fields | None:
    """Null for the reporter's own voice, as in the gold."""
    if claimant is None or claimant.quote is None:
        return None
    return {"name": claimant.name, **_quoted(claimant.quote)}


def _weapon(claim: Claim[Weapon] | None) -> Fields | None:
    return {"name": claim.value.name, **_grounds(claim)} if claim else None


def _when(when: When) -> Fields:
    if isinstance(when, PartialDate):
        return {"partial": when.text}
    return {"start": when.first.isoformat(), "end": when.last.isoformat(), "precision": when.precision.value}


def _time(mention: Mention) -> Fields | None:
    claim = mention.time
    if claim is None:
        return None
    rivals = [{**_when(rival.value), **_grounds(rival)} for rival in mention.rival_times]
    told = _when(claim.value)
    if isinstance(claim.value, DateRange) or rivals:
        told["alternatives"] = rivals
    return {**told, **_grounds(claim)}


def _place(place: Place) -> Fields:
    return {
        "name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        **cells_of(place),
    }


def cells_of(place: Place) -> dict[str, int | str | None]:
    """The PRIO-GRID and H3 cells of the point; null without one."""
    if place.lat is None or place.lon is None:
        return {"priogrid": None, "h3": None}
    return {
        "priogrid": priogrid(place.lat, place.lon),
        "h3": h3_cell(place.lat, place.lon, place.precision, place.radius_km),
    }


def _where(mention: Mention) -> Fields | None:
    """The place; `alternatives` are candidates under the same words, then other places told for the same happening."""
    claim = mention.place
    if claim is None:
        return None
    candidates = [_place(place) for place in claim.value.alternatives]
    rivals = [{**_place(rival.value), **_grounds(rival)} for rival in mention.rival_places]
    return {**_place(claim.value), "alternatives": candidates + rivals, **_grounds(claim)}


def _actor(actor: Actor | None) -> Fields:
    if actor is None:
        return {"name": None, "actor_id": None, "kind": None}
    return {"name": actor.name, "actor_id": actor.actor_id, "kind": actor.kind.value}


def _side(claim: Claim[Actor]) -> Fields:
    return {**_actor(claim.value), **_grounds(claim)}


def _toll(claim: Claim[Toll]) -> Fields:
    toll = claim.value
    return {
        "id": claim.id,
        "kind": toll.kind.value,
        "group": toll.group.value,
        "low": toll.count.low,
        "high": toll.count.high,
        "part_of": toll.part_of,
        "claimant": _claimant(claim.claimant),
        "stance": claim.stance.value if claim.stance else None,
        "hedge": claim.hedge.value if claim.hedge else None,
        **_grounds(claim),
    }


def _blame(claim: Claim[Blame]) -> Fields:
    actor = claim.value.actor
    return {
        "actor": actor.name if actor else None,
        "status": claim.value.status.value,
        "claimant": _claimant(claim.claimant),
        **_grounds(claim),
    }


def _reconciled(figures: Reconciled) -> Fields:
    return {
        "policy": figures.policy,
        "deaths_a": figures.deaths_a,
        "deaths_b": figures.deaths_b,
        "deaths_civilians": figures.deaths_civilians,
        "deaths_unknown": figures.deaths_unknown,
        "low": figures.low,
        "best": figures.best,
        "high": figures.high,
        "because": figures.because,
    }


def _total(claim: Claim[Total], ids: Mapping[str, str]) -> Fields:
    total = claim.value
    return {
        "kind": total.kind.value,
        "low": total.count.low,
        "high": total.count.high,
        "claimant": _claimant(claim.claimant),
        "scope": total.scope.value,
        "of": [ids.get(each, each) for each in total.of],
        **_grounds(claim),
    }


def _not_coded(entry: NotCoded) -> Fields:
    return {"text": entry.quote.text, "span": _span(entry.quote.span), "why": entry.why}


def _named_actor(entry: NamedActor) -> Fields:
    return {**_quoted(entry.quote), **_actor(entry.actor), "why": entry.why}


def _named_place(entry: NamedPlace) -> Fields:
    place = entry.place
    if place is None:
        return {**_quoted(entry.quote), **dict.fromkeys(_PLACE_KEYS), "alternatives": [], "why": entry.why}
    others = [_place(other) for other in place.alternatives]
    return {**_quoted(entry.quote), **_place(place), "alternatives": others, "why": entry.why}


def _named_date(entry: NamedDate) -> Fields:
    told: Fields = {"start": None, "end": None, "precision": None, "partial": None}
    if entry.when is not None:
        told.update(_when(entry.when))
    return {**_quoted(entry.quote), **told, "why": entry.why}


def _issue(issue: Issue) -> Fields:
    """Message and remedy in one, as the record has one field for both."""
    span = _span(issue.span) if issue.span else None
    return {"code": issue.code, "level": issue.level.value, "message": issue_words(issue), "span": span}
