"""The command line: `kibaru COMMAND`. Commands import what they need when they run, so that `--help` is quick."""

from __future__ import annotations

from typing import Annotated

import typer

from kibaru import __version__
from kibaru.cli import actors, gazetteer
from kibaru.cli.code import EXAMPLES, code

app = typer.Typer(
    name="kibaru",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(name="code", epilog=EXAMPLES)(code)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(actors.app, name="actors")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kibaru {__version__}")
        raise typer.Exit


@app.callback(epilog=EXAMPLES)
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Turn news reports of political violence into incident records, every value with the words it rests on."""


def run() -> None:
    """The entry point of the command `kibaru`."""
    app(prog_name="kibaru")
