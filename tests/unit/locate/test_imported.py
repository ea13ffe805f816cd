"""A GeoNames dump becomes a gazetteer, whatever interrupts it and whatever is wrong with it."""

from __future__ import annotations

import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
import zipfile
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.errors import InputError, KnowledgeError, UsageError
from kibaru.locate.dump import BadRowError, read_row
from kibaru.locate.gazetteer import SqliteGazetteer, default_gazetteer
from kibaru.locate.imported import Imported, Plan, Step, import_dump
from kibaru.locate.staging import Staging

ROWS = 4000
SYLLABLES = "ta me ko ga ri bou san di né zou al tin".split()
FEATURES = "P.PPL P.PPL P.PPL H.WLL H.WAD L.LCTY S.CMP V.FRST S.MN R.RD L.MILB T.HLL H.STM P.PPLQ".split()


def row(key: int, name: str, feature: str = "P.PPL", country: str = "ML", **more: object) -> str:
    group, _, code = feature.partition(".")
    cells = [key, name, name, "", 15.5, -1.5, group, code, country, "", "09", "", "", "", 0, "", "", "Z", "2024-01-01"]
    for column, value in more.items():
        cells[{"names": 3, "lat": 4, "lon": 5, "admin1": 10, "people": 14}[column]] = value
    return "\t".join(map(str, cells)) + "\n"


def made_up(count: int) -> str:
    rng = random.Random(3)
    lines = [row(1, "Gaoro Region", "A.ADM1")]
    for key in range(2, count + 1):
        name = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).title()
        alias = "".join(rng.choice(SYLLABLES) for _ in range(3)).title()
        lat, lon = round(rng.uniform(-35, 37), 5), round(rng.uniform(-17, 51), 5)
        country = rng.choice(("ML", "NE", "BF"))
        lines.append(
            row(key, name, rng.choice(FEATURES), country, names=alias, lat=lat, lon=lon, people=rng.randint(0, 900))
        )
    return "".join(lines)


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "XX.txt"
    path.write_text(made_up(ROWS), encoding="utf-8")
    return path


def run(source: Path, out: Path, batch: int = 500, countries: frozenset[str] = frozenset()) -> Imported:
    return import_dump(Plan(source, out, default_gazetteer(), countries, batch))


@pytest.fixture(scope="module")
def whole(dump: Path, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return run(dump, tmp_path_factory.mktemp("whole") / "own.sqlite")


KILLED = """
import os, signal, sys
from pathlib import Path
from kibaru.locate.gazetteer import default_gazetteer
from kibaru.locate.imported import Plan, import_dump

left = int(sys.argv[3])

def tell(step):
    global left
    left -= step.phase in ("reading", "sorting")
    if not left:
        os.kill(os.getpid(), int(sys.argv[4]))

import_dump(Plan(Path(sys.argv[1]), Path(sys.argv[2]), default_gazetteer(), batch=500), tell)
"""


def killed_after(steps: int, dump: Path, out: Path, number: signal.Signals) -> int:
    arguments = [str(dump), str(out), str(steps), str(int(number))]
    return subprocess.run([sys.executable, "-c", KILLED, *arguments], capture_output=True, check=False).returncode


# Eight batches are read, then seven steps of sorting follow.
@pytest.mark.parametrize("steps", [1, 3, 8, 9, 12])
def test_after_a_kill_it_goes_on_and_the_bytes_are_the_same(
    steps: int, dump: Path, whole: Imported, tmp_path: Path
) -> None:
    out = tmp_path / "own.sqlite"
    assert killed_after(steps, dump, out, signal.SIGKILL) == -signal.SIGKILL
    assert not out.exists(), "nothing half-done stands in the place of the file"
    again = run(dump, out)
    assert again.resumed_at == min(steps * 500, ROWS)
    assert again.version == whole.version
    assert out.read_bytes() == whole.path.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir() if "fresh" not in path.name) == [
        "own.card.json",
        "own.sqlite",
    ]


def test_after_ctrl_c_it_goes_on(dump: Path, whole: Imported, tmp_path: Path) -> None:
    out = tmp_path / "own.sqlite"
    assert killed_after(4, dump, out, signal.SIGINT) != 0
    again = run(dump, out)
    assert (again.resumed_at, again.version) == (2000, whole.version)


def test_the_size_of_a_batch_and_the_packing_do_not_count(dump: Path, whole: Imported, tmp_path: Path) -> None:
    packed = tmp_path / "XX.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "words\n" * 100_000)
        archive.write(dump, "XX.txt")
    squeezed = tmp_path / "XX.txt.gz"
    squeezed.write_bytes(gzip.compress(dump.read_bytes()))
    versions = {run(packed, tmp_path / "a.sqlite", 700).version, run(squeezed, tmp_path / "b.sqlite", 10_000).version}
    assert versions == {whole.version}


def test_another_source_or_selection_starts_anew(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.sqlite"
    killed_after(4, dump, out, signal.SIGKILL)
    some = run(dump, out, countries=frozenset({"NER"}))
    assert some.resumed_at == 0
    fresh = run(dump, tmp_path / "fresh.sqlite", countries=frozenset({"NE"}))
    assert (some.version, some.places) == (fresh.version, fresh.places)
    with sqlite3.connect(out) as base:
        assert base.execute("SELECT DISTINCT country FROM kind").fetchall() == [("NER",)]


def test_wells_wadis_camps_forests_mines_roads_and_bases_are_in_streams_and_ruins_are_not(whole: Imported) -> None:
    with sqlite3.connect(whole.path) as base:
        features = {feature for (feature,) in base.execute("SELECT feature FROM kind")}
    assert features == {*FEATURES, "A.ADM1"} - {"H.STM", "P.PPLQ"}


def test_a_unit_is_called_as_the_built_in_file_calls_it(tmp_path: Path) -> None:
    dump = tmp_path / "ML.txt"
    dump.write_text(row(2457161, "Gao", "A.ADM1") + row(5, "Talmosso"), encoding="utf-8")
    run(dump, tmp_path / "own.sqlite")
    (town,) = SqliteGazetteer(tmp_path / "own.sqlite").exact("Talmosso")
    known = next(e for e in default_gazetteer().exact("Gao") if e.feature == "A.ADM1")
    assert town.admin1 == known.name


def test_bad_rows_are_counted_and_the_rest_is_in(tmp_path: Path) -> None:
    dump = tmp_path / "ML.txt"
    lines = [
        row(1, "Talmo").encode(),
        b"only\tthree\tcolumns\n",
        row(2, "Nowhere", lat="far").encode(),
        row(3, "Offworld", lat=91).encode(),
        row(4, "Notanumber", lon="nan").encode(),
        row(5, "Nocountry", country="ZQ").encode(),
        row(6, "Mojibak\u00e9").encode("latin-1"),
        row(1, "Talmo Twice").encode(),
        b"\xff\x00" * 200_000 + b"\n",
        row(7, "Talmou").encode(),
        row(8, "—").encode(),
    ]
    dump.write_bytes(b"".join(lines))
    made = run(dump, tmp_path / "own.sqlite", batch=3)
    assert made.places == 2
    told = {issue.message: issue.line for issue in made.issues}
    assert told["2 rows left out: a point off the earth"] == 4
    assert told["1 row left out: no point"] == 3
    assert told["1 row left out: unknown country code"] == 6
    assert told["1 row left out: not 19 columns"] == 2
    assert told["1 row left out: no name"] is not None
    assert told["1 row left out: an id for the second time"] is None
    assert any("no UTF-8" in message for message in told)
    gazetteer = SqliteGazetteer(tmp_path / "own.sqlite")
    assert [e.name for e in gazetteer.exact("Talmo")] == ["Talmo"]


@given(
    st.text(st.characters(codec="utf-8"), max_size=300)
    | st.lists(st.text(max_size=9), min_size=19, max_size=19).map("\t".join)
)
def test_a_line_is_a_place_or_unwanted_or_bad_and_never_a_crash(line: str) -> None:
    try:
        found = read_row(line)
    except BadRowError as error:
        assert str(error)
    else:
        assert found is None or found.name


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("all.zip", b"<html>not found</html>", "no zip archive.*allCountries.zip"),
        ("all.zip", b"PK\x03\x04 and then nothing", "damaged or cut short"),
        ("all.txt.gz", gzip.compress(made_up(300).encode())[:-200], "damaged or cut short"),
        ("names.txt", b"1\t2\ten\tTalmo\n" * 60, "4 columns where a GeoNames dump has 19"),
        ("empty.txt", b"", "is empty"),
        ("ruins.txt", (row(1, "Old", "P.PPLQ") * 3).encode(), "holds no place"),
    ],
)
def test_what_is_no_dump_says_what_to_do(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=says):
        run(tmp_path / name, tmp_path / "own.sqlite", batch=50)
    assert not (tmp_path / "own.sqlite").exists()


def test_a_missing_dump_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.zip cannot be read"):
        run(tmp_path / "none.zip", tmp_path / "own.sqlite")


def test_two_imports_of_one_file_do_not_mix(dump: Path, tmp_path: Path) -> None:
    staging = Staging(tmp_path / "own.sqlite", "plan")
    try:
        with pytest.raises(UsageError, match="another import"):
            run(dump, tmp_path / "own.sqlite")
    finally:
        staging.close(remove=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits the size of files as Unix does")
def test_a_full_disk_says_what_to_do_and_is_gone_on_from(dump: Path, whole: Imported, tmp_path: Path) -> None:
    out = tmp_path / "own.sqlite"
    program = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n{KILLED}"
    arguments = [str(dump), str(out), "99", "9"]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert KnowledgeError.__name__ in done.stderr
    assert "make room or choose another --out, then repeat the command" in done.stderr
    assert run(dump, out).version == whole.version


def test_steps_tell_how_far_it_is(dump: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    import_dump(Plan(dump, tmp_path / "own.sqlite", default_gazetteer(), batch=500), steps.append)
    assert [phase for phase, _ in groupby(step.phase for step in steps)] == ["checking", "reading", "sorting"]
    read = [step.done for step in steps if step.phase == "reading"]
    assert read == sorted(read)
    assert all(step.done <= step.total for step in steps)
    assert read[-1] <= dump.stat().st_size
    assert [step.done for step in steps if step.phase == "sorting"] == list(range(7))


def test_a_name_is_found_in_any_form_of_it(whole: Imported) -> None:
    gazetteer = SqliteGazetteer(whole.path)
    with sqlite3.connect(whole.path) as base:
        names = [name for (name,) in base.execute("SELECT name FROM place ORDER BY id LIMIT 50 OFFSET 7")]
    assert names
    assert all(gazetteer.exact(name.upper()) for name in names)
