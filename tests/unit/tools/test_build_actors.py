"""The registry that ships holds the reviewed tables whole, and what the outside lists add is what it should be."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import actors_page
import actors_reviewed as reviewed
import actors_sources as sources
from actors_rows import Name, Row
from kibaru.clean.names import fold
from kibaru.identify.registry import FileRegistry, bundled

ARMED = 1500


def test_every_reviewed_name_ships(root: Path) -> None:
    tables = root / "resources" / "actors"
    rows = reviewed.states(tables / "states.tsv")
    rows += reviewed.groups(tables / "groups.tsv") + reviewed.groups(tables / "organisations.tsv")
    rows += reviewed.persons(tables / "persons.tsv")
    data = json.loads(bundled().read_bytes())
    ids = [entry[0] for entry in data["entries"]]
    shipped = {(ids[name[0]], key) for key, names in data["names"].items() for name in names}
    missing = {(row.id, fold(name.text)) for row in rows for name in row.names} - shipped
    assert not missing


def test_the_card_names_the_bytes_and_enough_armed_actors() -> None:
    card = json.loads(bundled().with_name("actors.card.json").read_text("utf-8"))
    assert card["sha256"] == hashlib.sha256(bundled().read_bytes()).hexdigest()
    assert sum(card["entries"][role] for role in actors_page.ARMED) >= ARMED


@pytest.mark.parametrize("iso3", ["MLI", "NER", "BFA", "USA", "SSD", "HTI", "PNG", "VUT", "XKX"])
def test_a_state_has_its_government_and_police(iso3: str) -> None:
    registry = FileRegistry(bundled())
    assert registry.of_state(iso3, "government") is not None
    assert registry.of_state(iso3, "police") is not None


def ucdp_table(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    head = "actor_id\tname_data\tname_full_eng\tnew_name_eng\torg\tlocation\n"
    lines = [f"{number}\t{name}\t{name}\t\t{org}\t{place}\n" for number, name, org, place in rows]
    path.write_text(head + "".join(lines), encoding="utf-8")
    return path


def test_a_people_is_armed_only_with_a_noun(tmp_path: Path) -> None:
    state = Row("sdn-government", "Government of Sudan", "state_forces", "government", "SDN", ["SDN"])
    state.add(Name("Sudan", role="country"), Name("Sudanese", role="demonym"))
    path = ucdp_table(
        tmp_path / "ucdp.tsv",
        ("1", "Misseriya", "3", "Sudan"),
        ("2", "Awlad Omran clan (Misseriya)", "3", "Sudan"),
        ("3", "Sudanese", "3", "Sudan"),
        ("4", "Front", "1", "Sudan"),
    )
    rows = {row.id: row for row in sources.communal(path, sources.Countries([state]), frozenset({"sudanese"}))}
    assert set(rows) == {"ucdp-1", "ucdp-2"}
    assert "Misseriya" not in {name.text for name in rows["ucdp-1"].names}
    assert {"Misseriya militia", "Misseriya fighters"} <= {name.text for name in rows["ucdp-1"].names}
    assert "Awlad Omran clan" in {name.text for name in rows["ucdp-2"].names}
    assert not any(name.alone for row in rows.values() for name in row.names)
    assert sources.left_out(path, {"1", "2"}) == 2
