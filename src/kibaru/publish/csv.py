"""A row an incident, ready for a spreadsheet.

`COLUMNS` is the header, in its fixed order; docs and tests read it from here. Every text cell is on one line and can't
be taken for a formula; numbers stay numbers. A report without incidents gives no row.
"""

from __future__ import annotations

import csv
import io
import re

from kibaru.model.incident import Incident, Record
from kibaru.model.mention import Mention
from kibaru.model.values import CasualtyKind, DateRange, PartialDate, Place, When
from kibaru.publish.plain import one_line
from kibaru.publish.record import cells_of, incident_ids, mention_of
from kibaru.publish.wording import blame_text, side_text, tolls_of

Cell = str | int | float | None

# What spreadsheets take for the start of a formula, also in full width; unseen marks or a quote may stand before it.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_FORMULA = re.compile(f"[\\s'\"‘’“”`{_UNSEEN}]*[=+\\-@|%\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]")
# Where the list separator of the user's country is a semicolon, the text after it would open a cell of its own.
_INNER_FORMULA = re.compile(r";(\s*)(?=[=+\-@])")

_OTHER_KINDS = tuple(kind for kind in CasualtyKind if kind not in (CasualtyKind.KILLED, CasualtyKind.INJURED))

COLUMNS: dict[str, str] = {
    "report": "key of the report: the id given in the input, else the file's stem",
    "incident": "id of the incident; the same report coded twice by one pipeline gives the same ids",
    "part_of": "id of the umbrella incident that already holds this one's toll: leave one of the two out of a sum",
    "role": "news or background",
    "modality": "asserted, planned, denied or hypothetical",
    "main": "yes where the report is chiefly about it",
    "day_first": "first day (ISO), or what is known of it (--10-02)",
    "day_last": "last day (ISO), included",
    "day_precision": "how sure the day is: day, 2-6 days, week, month, year",
    "event_type": "ACLED event type; empty for a purely political act",
    "sub_event": "ACLED sub-event type",
    "plover": "PLOVER event type",
    "place": "the place as written",
    "admin1": "first-level unit",
    "country": "ISO 3166-1 alpha-3",
    "lat": "WGS84 latitude in degrees",
    "lon": "WGS84 longitude in degrees",
    "place_precision": "UCDP where_prec: 1 exact, 2 about 25 km, 3 admin2, 4 admin1, 5 area, 6 country, 7 sea",
    "radius_km": "bound of the uncertainty around the point",
    "priogrid": "PRIO-GRID cell of the point (gid)",
    "h3": "H3 cell of the point, no finer than the place is known",
    "side_a": "actors of side A",
    "side_b": "actors of side B",
    "killed_told": "every claim about the killed, with who says so",
    "injured_told": "every claim about the injured, with who says so",
    "others_told": "every claim about the missing, abducted, arrested, displaced ..., with who says so",
    "low": "deaths, lowest under the policy",
    "best": "deaths, best under the policy",
    "high": "deaths, highest under the policy; empty where a claim is open",
    "deaths_a": "deaths of side A under the policy",
    "deaths_b": "deaths of side B",
    "deaths_civilians": "deaths of civilians",
    "deaths_unknown": "deaths of persons whose side is not told",
    "policy": "the policy of the figures",
    "because": "why the figures are what they are",
    "responsibility": "who is said to have done it, and how sure",
    "weapon": "the means",
    "confidence": "0 to 1",
    "trigger": "the words that tell of it",
    "url": "source address",
    "publisher": "who published the report",
    "published": "day of publication (ISO)",
}


def header() -> str:
    """The header line, with its line end."""
    return _row(list(COLUMNS))


def to_rows(record: Record) -> str:
    """The lines of one record, an incident each, with their line ends; empty where the report has no incident."""
    ids = incident_ids(record)
    lines = []
    for incident in record.incidents:
        mention = mention_of(incident, record.report)
        part_of = ids.get(mention.part_of, mention.part_of) if mention.part_of else None
        cells = {
            "report": record.report.key,
            "incident": incident.id,
            "part_of": part_of,
            **_what(mention),
            **_when_and_where(mention),
            **_whom(mention),
            **_figures(incident),
            **_grounds(mention, record),
        }
        lines.append(_row([defuse(cells[name]) for name in COLUMNS]))
    return "".join(lines)


def defuse(cell: Cell) -> Cell:
    """Text on one line that no spreadsheet runs: an apostrophe goes before what could begin a formula. Numbers pass."""
    if not isinstance(cell, str):
        return cell
    line = _INNER_FORMULA.sub(r";\1'", one_line(cell))
    return f"'{line}" if _FORMULA.match(line) else line


def _row(cells: list[Cell] | list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def _what(mention: Mention) -> dict[str, Cell]:
    kind = mention.event.value
    return {
        "role": mention.role.value,
        "modality": mention.modality.value,
        "main": "yes" if mention.main else "no",
        "event_type": kind.event_type,
        "sub_event": kind.sub_event,
        "plover": kind.plover,
    }


def _when_and_where(mention: Mention) -> dict[str, Cell]:
    place = mention.place.value if mention.place else None
    return {**_days(mention.time.value if mention.time else None), **_place(place)}


def _days(when: When | None) -> dict[str, Cell]:
    if isinstance(when, DateRange):
        first, last = when.first.isoformat(), when.last.isoformat()
        return {"day_first": first, "day_last": last, "day_precision": when.precision.value}
    partial = when.text if isinstance(when, PartialDate) else None
    return {"day_first": partial, "day_last": None, "day_precision": None}


def _place(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return dict.fromkeys(
            ("place", "admin1", "country", "lat", "lon", "place_precision", "radius_km", "priogrid", "h3")
        )
    return {
        "place": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "place_precision": place.precision,
        "radius_km": place.radius_km,
        **cells_of(place),
    }


def _whom(mention: Mention) -> dict[str, Cell]:
    return {
        "side_a": side_text(mention.side_a) if mention.side_a else None,
        "side_b": side_text(mention.side_b) if mention.side_b else None,
        "killed_told": tolls_of(mention, CasualtyKind.KILLED),
        "injured_told": tolls_of(mention, CasualtyKind.INJURED),
        "others_told": _others(mention),
        "responsibility": "; ".join(blame_text(claim) for claim in mention.responsibility),
        "weapon": mention.weapon.value.name if mention.weapon else None,
    }


def _others(mention: Mention) -> str:
    told = ((kind, tolls_of(mention, kind)) for kind in _OTHER_KINDS)
    return "; ".join(f"{kind.value.replace('_', ' ')}: {tolls}" for kind, tolls in told if tolls)


def _figures(incident: Incident) -> dict[str, Cell]:
    figures = incident.reconciled
    return {
        "low": figures.low,
        "best": figures.best,
        "high": figures.high,
        "deaths_a": figures.deaths_a,
        "deaths_b": figures.deaths_b,
        "deaths_civilians": figures.deaths_civilians,
        "deaths_unknown": figures.deaths_unknown,
        "policy": figures.policy,
        "because": figures.because,
    }


def _grounds(mention: Mention, record: Record) -> dict[str, Cell]:
    report, event = record.report, mention.event
    return {
        "confidence": round(mention.confidence, 3),
        "trigger": event.quotes[0].text if event.quotes else None,
        "url": report.url,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
    }
