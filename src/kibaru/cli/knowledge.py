"""What `kibaru gazetteer` and `kibaru actors` share: codes of countries, lists, JSON, errors with an exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from kibaru.errors import KibaruError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

FOUND_STATUS = "Exit status: 0; 1 when nothing was found; 2 for wrong usage."
_INTERRUPTED = 130


class ListFormat(StrEnum):
    """What candidates are written as."""

    TABLE = "table"
    JSON = "json"


def country_code(value: str | None) -> str | None:
    """A country as ISO 3166-1 alpha-3, from either form."""
    from kibaru.vocab.countries import ISO2, ISO3

    if value is None:
        return None
    code = value.strip().upper()
    code = ISO3.get(code, code)
    if code not in ISO2:
        raise typer.BadParameter(f"{value!r} is no ISO 3166-1 code of a country; write it like MLI or ML")
    return code


@contextmanager
def answered() -> Iterator[None]:
    """Errors as a line on standard error and an exit status."""
    from rich.console import Console

    try:
        yield
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except KibaruError as error:
        say(Console(stderr=True), f"error: {error}")
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        say(Console(stderr=True), "stopped: repeat the command, and it goes on from here")
        raise typer.Exit(_INTERRUPTED) from None


def say(console: Console, words: str) -> None:
    """A line as it is, without markup and without control codes."""
    from kibaru.publish.plain import one_line

    console.print(one_line(words), markup=False, highlight=False, emoji=False, soft_wrap=True)


def show(entries: Iterable[tuple[str, Iterable[str]]]) -> None:
    """A candidate each: its name and id on a line, then what is known of it, without empty facts and without codes."""
    from kibaru.publish.plain import one_line

    for name, facts in entries:
        typer.echo(one_line(name))
        typer.echo("   " + one_line("; ".join(filter(None, facts))))


def show_json(value: object) -> None:
    """One JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def nothing(what: str) -> typer.Exit:
    """The answer where nothing was found."""
    typer.echo(what, file=sys.stderr)
    return typer.Exit(1)
