"""`kibaru actors`: look-ups in the actor registry by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kibaru.cli.knowledge import FOUND_STATUS, ListFormat, answered, country_code, nothing, show, show_json

if TYPE_CHECKING:
    from kibaru.identify.search import ActorCandidate

FIND_EXAMPLES = f"""\b
Examples:
  kibaru actors find GSIM --on 2022-02-18
  kibaru actors find "Assimi Goita" --country MLI --format json

\b
{FOUND_STATUS}"""

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look up actors.")


@app.callback()
def _group() -> None:
    """Look up actors."""


@app.command("find", epilog=FIND_EXAMPLES)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or acronym, as a report may write it.")],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Say who was active on this day.", show_default=False)
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only actors of or in this country.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="The most candidates.")] = 20,
    output_format: Annotated[ListFormat, typer.Option("--format", "-f", help="What to write.")] = ListFormat.TABLE,
) -> None:
    """Show the actors that a name may mean, and why; those active on the day come first."""
    from kibaru.cli.code import day_of

    day, code = day_of(on), country_code(country)
    with answered():
        from kibaru.identify.registry import default_registry
        from kibaru.identify.search import find_candidates

        found = find_candidates(name, default_registry(), day, code)
    if output_format is ListFormat.JSON:
        show_json([_fields(each) for each in found[:limit]])
    elif found:
        show(map(_told, found[:limit]))
    if not found:
        raise nothing(f"no actor is called {name!r}{f' in {code}' if code else ''}")
    if len(found) > limit:
        typer.echo(f"{len(found) - limit} more: --limit {len(found)} shows them", err=True)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dates(found: ActorCandidate) -> str:
    """When it is active, and whether on the day asked for."""
    entry = found.entry
    held = {None: "active", True: "active on the day,", False: "not active on the day,"}[found.active]
    if not entry.active_from and not entry.active_to:
        return f"{held} dates not known"
    return f"{held} {_iso(entry.active_from) or '…'} to {_iso(entry.active_to) or '…'}"


def _told(found: ActorCandidate) -> tuple[str, tuple[str, ...]]:
    entry = found.entry
    elsewhere = ", ".join(f"{scheme} {' '.join(ids)}" for scheme, ids in found.ids.items())
    parent = f"acts for {found.acts_for.name}" if found.acts_for else ""
    countries = " ".join(entry.countries or ((entry.country,) if entry.country else ()))
    facts = found.why, f"{entry.kind.value}, {entry.role}", countries, _dates(found), parent, elsewhere
    return f"{entry.name} ({entry.id})", facts


def _fields(found: ActorCandidate) -> dict[str, object]:
    entry = found.entry
    return {
        "name": entry.name,
        "actor_id": entry.id,
        "kind": entry.kind.value,
        "role": entry.role,
        "matched": found.matched,
        "how": found.how,
        "likeness": found.likeness,
        "alone": entry.alone,
        "why": found.why,
        "country": entry.country,
        "countries": list(entry.countries),
        "active_from": _iso(entry.active_from),
        "active_to": _iso(entry.active_to),
        "active": found.active,
        "acts_for": entry.acts_for,
        "ids": found.ids,
        "source": entry.source,
    }
