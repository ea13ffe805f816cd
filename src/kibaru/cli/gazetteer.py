"""`kibaru gazetteer`: a gazetteer of one's own from a GeoNames dump, and look-ups by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kibaru.cli.knowledge import (
    FOUND_STATUS,
    ListFormat,
    answered,
    country_code,
    nothing,
    say,
    show,
    show_json,
)

if TYPE_CHECKING:
    from rich.console import Console

    from kibaru.locate.imported import Step
    from kibaru.locate.search import PlaceCandidate
    from kibaru.ports import Gazetteer

IMPORT_EXAMPLES = """\b
Examples:
  kibaru gazetteer import allCountries.zip
  kibaru gazetteer import allCountries.zip --country ML --country NE --out sahel.sqlite
  kibaru code report.txt --gazetteer sahel.sqlite

\b
Exit status: 0; 1 when nothing could be imported; 2 for wrong usage; 130 after Ctrl-C."""
FIND_EXAMPLES = f"""\b
Examples:
  kibaru gazetteer find "Tin Zaouatine"
  kibaru gazetteer find Tessit --country MLI --admin1 Gao --format json

\b
{FOUND_STATUS}"""

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look up places; import a gazetteer of your own.")

_Own = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer", metavar="FILE", envvar="KIBARU_GAZETTEER", help="Ask this file too.", show_default=False
    ),
]


@app.command("import", epilog=IMPORT_EXAMPLES)
def import_file(
    source: Annotated[
        Path, typer.Argument(metavar="DUMP", help="A GeoNames dump: allCountries.zip, ML.zip, or its .txt or .txt.gz.")
    ],
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only this country (ISO code); may be repeated.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="Where to; else your data folder, which is printed.", show_default=False
        ),
    ] = None,
) -> None:
    """Make a gazetteer of your own from a GeoNames dump, to use with `kibaru code --gazetteer`.

    After Ctrl-C or a kill the same command goes on where it was.
    """
    with answered():
        from rich.console import Console

        from kibaru.locate.gazetteer import default_gazetteer
        from kibaru.locate.imported import Plan, import_dump
        from kibaru.publish.table import issue_text

        codes = frozenset(code for each in country or () if (code := country_code(each)))
        errors = Console(stderr=True)
        plan = Plan(source, out or _own_folder() / f"{source.name.split('.')[0]}.sqlite", default_gazetteer(), codes)
        with _progress(errors) as step:
            made = import_dump(plan, step)
        for issue in made.issues:
            errors.print(issue_text(issue), markup=False, highlight=False, emoji=False, soft_wrap=True)
        if made.resumed_at:
            say(errors, f"went on at line {made.resumed_at + 1:,}")
        say(errors, f"{made.path}: {made.places:,} places from {made.lines:,} lines")
    typer.echo(made.path)


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("kibaru", appauthor=False)


@contextmanager
def _progress(errors: Console) -> Iterator[Callable[[Step], None]]:
    """A bar on standard error, where a person sees it."""
    if not errors.is_terminal:
        yield lambda step: None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("checking", total=None)
        phase = "checking"

        def tell(step: Step) -> None:
            nonlocal phase
            if step.phase != phase:
                phase = step.phase
                progress.reset(task, description=phase, total=step.total)
            progress.update(task, completed=step.done)

        yield tell


@app.command("find", epilog=FIND_EXAMPLES)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of a place, as a report may write it.")],
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only in this country (ISO code).", show_default=False)
    ] = None,
    admin1: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only in this first-order unit.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="The most candidates.")] = 20,
    output_format: Annotated[ListFormat, typer.Option("--format", "-f", help="What to write.")] = ListFormat.TABLE,
    gazetteer: _Own = None,
) -> None:
    """Show the places that a name may mean, and why: its own name, another name, or one that sounds alike."""
    code = country_code(country)
    with answered():
        from kibaru.locate.search import find_candidates

        layers, files = _files(gazetteer)
        found = find_candidates(name, layers, files, code, admin1)
    if output_format is ListFormat.JSON:
        show_json([_fields(each) for each in found[:limit]])
    elif found:
        show(map(_told, found[:limit]))
    if not found:
        raise nothing(f"no place is called {name!r} here, nor sounds like it")
    if len(found) > limit:
        typer.echo(f"{len(found) - limit} more: --limit {len(found)} shows them", err=True)


def _files(own: Path | None) -> tuple[Gazetteer, Mapping[str, Gazetteer]]:
    """The gazetteer to ask, and the files it is made of by name."""
    from kibaru.locate.gazetteer import default_gazetteer
    from kibaru.locate.layered import LayeredGazetteer, open_gazetteer

    gazetteer = open_gazetteer(own)
    if own is not None and isinstance(gazetteer, LayeredGazetteer):
        return gazetteer, {"built-in": gazetteer.base, own.name: gazetteer.more}
    return gazetteer, {"built-in": default_gazetteer()}


def _told(found: PlaceCandidate) -> tuple[str, tuple[str, ...]]:
    entry = found.entry
    where = ", ".join(part for part in (entry.admin2, entry.admin1, entry.country) if part)
    point = "" if entry.lat is None or entry.lon is None else f"{entry.lat:.4f} {entry.lon:.4f}"
    people = f"{entry.population:,} people" if entry.population else ""
    facts = found.why, entry.feature, where, point, people, " and ".join(found.files)
    return f"{entry.name} ({entry.id})", facts


def _fields(found: PlaceCandidate) -> dict[str, object]:
    entry = found.entry
    return {
        "name": entry.name,
        "how": found.how,
        "likeness": found.likeness,
        "why": found.why,
        "feature": entry.feature,
        "country": entry.country or None,
        "admin1": entry.admin1,
        "admin2": entry.admin2,
        "population": entry.population or None,
        "lat": entry.lat,
        "lon": entry.lon,
        "radius_km": entry.radius_km,
        "gazetteer_id": entry.id,
        "files": list(found.files),
    }
