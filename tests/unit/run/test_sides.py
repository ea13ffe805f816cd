"""Who stands on the sides of an incident, and who does not, from short reports of our own."""

from __future__ import annotations

import pytest

from tests.unit.run.coded import Coded, blame, names, tolls

TUESDAY = "2022-05-10"
FIGHT = (
    "Eight soldiers were killed on Monday when unidentified gunmen attacked a unit near Gao in Mali, the army said.\n\n"
)
STANDING = "The Islamic State in the Greater Sahara"


@pytest.mark.parametrize(
    "background",
    [
        f"{STANDING} and JNIM, an alliance linked to al-Qaeda, fight one another as well as the army.",
        f"{STANDING} operates in the area, where suspected traffickers pay for their passage.",
        "JNIM, which is allegedly funded by smugglers, attacks convoys in the area.",
        "The Islamic State and JNIM attack villages in the area.",
        "JNIM is often blamed for killings in the area.",
        "Fighters of JNIM, a group linked to al-Qaeda, live in the hills.",
    ],
)
def test_what_groups_do_as_a_rule_puts_nobody_on_a_side(background: str) -> None:
    incident = Coded(FIGHT + background, TUESDAY).only
    assert names(incident["side_a"]) == ["Malian Armed Forces"]
    assert names(incident["side_b"]) == ["Unidentified armed group (Mali)"]
    assert blame(incident) == []


@pytest.mark.parametrize(
    "charge",
    [
        "The attackers are suspected to be from JNIM, which operates in the area.",
        "The army suspects JNIM, which attacks convoys in the area.",
        "The attack was linked to JNIM.",
    ],
)
def test_a_suspicion_of_this_deed_does(charge: str) -> None:
    incident = Coded(FIGHT + charge, TUESDAY).only
    assert len(names(incident["side_b"])) == 1
    assert "JNIM" in names(incident["side_b"])[0] or "Jama" in names(incident["side_b"])[0]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed five soldiers near Gao on Friday, the Malian army said. "
        "Three civilians were wounded, a hospital source said.",
        "Gunmen attacked an army post near Gao on Friday, killing five soldiers and three civilians, the army said.",
    ],
)
def test_an_attack_on_soldiers_is_a_clash_though_civilians_are_hit_too(text: str) -> None:
    incident = Coded(text, TUESDAY).only
    assert incident["sub_event"] == "Armed clash"
    assert names(incident["side_a"]) == ["Malian Armed Forces"]
    assert names(incident["side_b"]) == ["Unidentified armed group (Mali)"]
    assert ("side_a", 5, 5) in tolls(incident)
    assert ("civilians", 3, 3) in tolls(incident) | tolls(incident, "injured")


def test_an_attack_on_civilians_stays_one_though_soldiers_die_too() -> None:
    text = "Gunmen killed 20 civilians and two soldiers in a village near Gao in Mali on Friday, officials said."
    incident = Coded(text, TUESDAY).only
    assert incident["sub_event"] == "Attack"
    assert names(incident["side_a"]) == ["Unidentified armed group (Mali)"]


@pytest.mark.parametrize("verb", ["arrested", "detained"])
def test_the_arrested_are_no_police(verb: str) -> None:
    told = (
        f"Police hold three over Lamu bombing\n\nKenyan police {verb} three men on Tuesday in Lamu, an official said."
    )
    (incident,) = [each for each in Coded(told).violent if each["sub_event"] == "Arrests"]
    assert names(incident["side_a"]) == ["National Police Service (Kenya)"]
    assert tolls(incident, "arrested") == {("side_b", 3, 3)}


def test_a_headline_in_the_present_tense_tells_whom_police_arrest() -> None:
    told = "Kenyan police arrest three al-Shabaab fighters in Lamu\n\nThe raid took place on Tuesday, an official said."
    (incident,) = [each for each in Coded(told).violent if each["sub_event"] == "Arrests"]
    assert names(incident["side_a"]) == ["National Police Service (Kenya)"]
    assert names(incident["side_b"]) == ["Al-Shabaab"]
    assert tolls(incident, "arrested") == {("side_b", 3, 3)}
