from __future__ import annotations

import pytest

from kibaru.model.values import ActorKind
from tests.unit.identify.find import mentions, names


def test_an_acronym_is_bound_for_the_rest_of_the_report() -> None:
    text = "The Islamic State in the Greater Sahara (XSGS) came back. XSGS burnt huts; a day later XSGS’s men left."
    found = [
        text[m.span.start : m.span.end]
        for m in mentions(text)
        if m.actor and m.actor.name == "Islamic State in the Greater Sahara"
    ]
    assert found == ["Islamic State in the Greater Sahara", "XSGS", "XSGS", "XSGS"]


def test_an_introduction_overrules_the_registry() -> None:
    text = "The Ugandan Allied Democratic Forces (SDF) crossed the border. The SDF took cattle."
    assert {m.actor.name for m in mentions(text) if m.actor and text[m.span.start : m.span.end] == "SDF"} == {
        "Allied Democratic Forces"
    }


@pytest.mark.parametrize(
    ("name", "acronym", "kind", "role"),
    [
        ("Front of Northern Herders", "FNH", ActorKind.REBEL_GROUP, "group"),
        ("Lake Basin Liberation Army", "LBLA", ActorKind.REBEL_GROUP, "group"),
        ("River Police Directorate", "RPD", ActorKind.STATE_FORCES, "force"),
        ("Association of Salt Traders", "AST", ActorKind.OTHER, "organisation"),
    ],
)
def test_a_name_that_the_registry_lacks_becomes_an_actor(name: str, acronym: str, kind: ActorKind, role: str) -> None:
    text = f"The {name} ({acronym}) spoke up. {acronym} denied it."
    first, second, third = mentions(text)
    assert first.entry is None
    assert first.actor is not None
    assert (first.actor.name, first.actor.kind, first.actor.actor_id, first.role) == (name, kind, None, role)
    assert text[first.span.start : first.span.end] == name
    assert second.actor == third.actor == first.actor


@pytest.mark.parametrize(
    "text", ["The Universal Basic Income (UBI) was paid.", "He paid in cash (USD).", "The toll (TBC) rose."]
)
def test_not_every_bracket_introduces_an_actor(text: str) -> None:
    assert all(m.actor is None or m.entry is not None for m in mentions(text))


def test_a_country_in_brackets_introduces_nothing() -> None:
    assert names("The United States (US) and the US agree.") == {
        "United States": "Government of the United States",
        "US": "Government of the United States",
    }
