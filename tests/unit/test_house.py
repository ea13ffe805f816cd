"""The house rules that a program can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 400, 60, 7

# Written in pieces, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(
    r"(?<![\w.~$}/-])/(?:"
    + "|".join(("work", "tmp", "root", "home/[a-z]+", "Users/[A-Za-z]+", "opt/[a-z]+"))
    + r")(?:/|\b)"
)
REGISTRIES = re.compile(
    "|".join(
        r"\b" + host.replace("+", r"\.")
        for host in ("pypi+org", "pythonhosted+org", "registry+npmjs", "npmjs+org", "crates+io", "deb+debian+org")
    )
    + "|--(?:extra-)?index-" + "url|--trusted-" + "host"
)  # fmt: skip


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so there is no list of what belongs to it")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        raw = path.read_bytes()
        if b"\0" not in raw[:4096] and len(raw) < 5_000_000:
            found.append((path.relative_to(ROOT), raw.decode("utf-8", errors="replace")))
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES) == []


def test_the_patterns_find_what_they_forbid() -> None:
    assert MACHINE_PATHS.search("see /" + "work/shared")
    assert MACHINE_PATHS.search("open('/" + "tmp/x')")
    assert not MACHINE_PATHS.search("https://example.org/" + "work/1 and ../" + "tmp/x and $HOME/" + "tmp")
    assert REGISTRIES.search("https://py" + "pi.org/simple")
    assert not REGISTRIES.search("a copyright line")


def trees() -> list[tuple[Path, str, ast.Module]]:
    sources = [(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in SOURCES]
    return [(path, text, ast.parse(text)) for path, text in sources]


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Its lines without the docstring."""
    assert function.end_lineno is not None
    doc = ast.get_docstring(function, clean=False)
    return function.end_lineno - function.lineno + 1 - (doc.count("\n") + 1 if doc else 0)


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many it takes; `self` and `cls` are given by the language."""
    args = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([arg for arg in args if arg.arg not in {"self", "cls"}])


def test_no_source_file_is_longer_than_400_lines() -> None:
    assert SOURCES
    assert [f"{path}: {n} lines" for path, text, _ in trees() if (n := text.count("\n")) > MOST_LINES] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{path}:{function.lineno} {function.name}: {code_lines(function)} lines"
        for path, _, tree in trees()
        for function in functions(tree)
        if code_lines(function) > MOST_FUNCTION_LINES
    ]
    assert long == []


def test_no_function_takes_more_than_7_parameters() -> None:
    wide = [
        f"{path}:{function.lineno} {function.name}: {parameters(function)} parameters"
        for path, _, tree in trees()
        for function in functions(tree)
        if parameters(function) > MOST_PARAMETERS
    ]
    assert wide == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path, _, tree in trees() if not ast.get_docstring(tree)] == []


def test_importing_kibaru_loads_nothing_heavy() -> None:
    heavy = ("trafilatura", "lxml", "rich", "typer", "sqlite3", "h3", "py3langid", "numpy", "rapidfuzz")
    program = f"import sys, kibaru; print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_public_names_are_there() -> None:
    import kibaru

    assert kibaru.__all__
    assert [name for name in kibaru.__all__ if not hasattr(kibaru, name)] == []


def test_every_built_artefact_has_a_card_with_its_licence_and_checksum() -> None:
    import hashlib
    import json

    data = ROOT / "src" / "kibaru" / "data"
    artefacts = [p for p in data.iterdir() if p.is_file() and p.suffix != ".py" and not p.name.endswith(".card.json")]
    assert artefacts
    for artefact in artefacts:
        card = json.loads((data / f"{artefact.name.split('.')[0]}.card.json").read_text(encoding="utf-8"))
        assert card["licence"], artefact
        assert card["sha256"] == hashlib.sha256(artefact.read_bytes()).hexdigest(), artefact


def test_nothing_writes_to_a_token() -> None:
    """Tokens are the one class of the model that is not a frozen dataclass, for speed."""
    written = [
        f"{path}:{target.lineno}"
        for path, _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and target.attr in {"start", "end", "lower"}
    ]
    assert [place.rsplit(":", 1)[0] for place in written] == ["src/kibaru/model/annotation.py"] * 3
