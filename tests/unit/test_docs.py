"""The documentation is run: every `$ kibaru ...` of a console block works, and prints the lines that the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = {"...", "…", ""}


@dataclass(frozen=True)
class Example:
    """A command and the lines shown below it."""

    page: Path
    line: int
    command: str
    shown: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def examples(page: Path, text: str) -> list[Example]:
    found = []
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1)) + 1
        # A command that runs on over a backslash is one command.
        entries = re.split(r"^\$ ", block[1].replace("\\\n", " "), flags=re.MULTILINE)
        for entry in entries[1:]:
            command, *shown = entry.splitlines()
            found.append(Example(page, line, command, tuple(x for x in shown if x.strip() not in LEFT_OUT)))
    return found


def all_examples() -> list[Example]:
    return [each for page in PAGES if page.exists() for each in examples(page, page.read_text(encoding="utf-8"))]


def of_kibaru() -> list[Example]:
    return [each for each in all_examples() if each.command.startswith("kibaru ")]


def shell(command: str) -> subprocess.CompletedProcess[str]:
    bin_folder = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": "120",
        "NO_COLOR": "1",
    }
    program = ["bash", "-o", "pipefail", "-c", command]
    return subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("example", of_kibaru(), ids=str)
def test_the_command_works_and_prints_what_is_shown(example: Example) -> None:
    (ROOT / "out").mkdir(exist_ok=True)
    done = shell(example.command)
    assert done.returncode == 0, done.stderr
    said = {line.rstrip() for line in (done.stdout + done.stderr).splitlines()}
    assert [line for line in example.shown if line.rstrip() not in said] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    commands = [each.command for each in examples(PAGES[0], PAGES[0].read_text(encoding="utf-8"))]
    assert commands[:2] == ["make demo", "make test"]


def test_the_readme_shows_kibaru_at_work() -> None:
    assert of_kibaru()


def test_every_command_and_option_is_documented() -> None:
    import typer

    from kibaru.cli import main

    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.exists())
    command = typer.main.get_command(main.app)
    commands = getattr(command, "commands", {})
    assert commands
    below = {
        f"{name} {sub}": it for name, each in commands.items() for sub, it in getattr(each, "commands", {}).items()
    }
    assert {"gazetteer import", "gazetteer find", "actors find"} <= set(below)
    for name, each in {**commands, **below}.items():
        assert f"kibaru {name}" in pages, f"`kibaru {name}` stands in no page"
        options = [opt for param in each.params for opt in param.opts if opt.startswith("--") and opt != "--help"]
        assert [option for option in options if option not in pages] == [], f"options of `kibaru {name}` in no page"


def test_every_target_of_make_is_documented() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.exists())
    targets = re.findall(r"^([a-z-]+):[^#\n]*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"setup", "demo", "test", "check", "gate", "bench", "docs", "help"} <= set(targets)
    assert [target for target in targets if target != "help" and f"make {target}" not in pages] == []


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        if page.exists()
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_an_example_is_read_with_its_output() -> None:
    text = "```console\n$ kibaru code a.txt \\\n  --format csv\nfirst\n...\nlast\n$ make test\n```\n"
    first, second = examples(ROOT / "README.md", text)
    assert first.command.split() == ["kibaru", "code", "a.txt", "--format", "csv"]
    assert first.shown == ("first", "last")
    assert (second.command, second.shown, second.line) == ("make test", (), 2)


def test_the_python_of_the_readme_runs() -> None:
    """In a fresh interpreter: what a name of the package means must not hang on what was used before it."""
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "Gunmen shot dead three traders" in done.stdout
