"""What a report is about: arms of war and armed parties that act are never taken for accidents, sport, disease or crime."""

from __future__ import annotations

import pytest

from tests.unit.run.coded import Coded, tolls

TUESDAY = "2022-05-10"

ATTACKS = [
    ("A landmine killed five children in Idlib on Monday.", 5),
    ("A bomb killed 17 people in Kabul on Monday.", 17),
    ("A mortar shell killed five children in Idlib on Monday.", 5),
    ("Five children were killed by a landmine near Idlib on Monday.", 5),
    ("A car bomb exploded at a market in Baidoa on Monday. There were no casualties, police said.", 0),
    ("The mayor of Djibo was shot dead by unidentified gunmen at his home on Sunday.", 1),
    ("Gunmen in a pickup truck shot dead three traders in Djibo on Monday.", 3),
    ("Gunmen killed six farmers while working in their fields near Djibo on Monday.", 6),
    ("Gunmen killed two Ebola health workers in Beni on Monday.", 2),
    ("Soldiers killed two Ebola nurses in Beni on Monday.", 2),
    ("An air strike on a hospital treating cholera patients killed 12 people in Idlib on Monday.", 12),
    ("A suicide bomber hit a football coach's bus in Mogadishu on Monday, killing six players.", 6),
    ("A building collapsed after Russian missiles hit Kharkiv on Monday, killing ten people.", 10),
    ("The death toll in Monday's attack on a market in Djibo rose to 14, the governor said.", 14),
    ("Militants attacked a rugby match in Karachi on Monday, killing four people.", 4),
    ("A gunman shot dead four people at a film screening in Karachi on Monday.", 4),
    ("Militants shot dead two guards during a robbery in Gao on Monday.", 2),
]

OTHER_NEWS = [
    "Armed robbers stole 3,000 dollars from a shop in Nairobi on Monday and shot the owner.",
    "Armed robbers shot dead two guards at a bank in Lagos on Monday.",
    "Gunmen killed two people in a robbery in Cape Town on Monday.",
    "A bus crash killed 12 people near Nairobi on Monday.",
    "A lorry carrying soldiers crashed near Gao on Monday, killing six soldiers.",
    "A military truck collided with a bus near Kano on Monday, killing 12 people.",
    "An army helicopter crash killed four soldiers near Kano on Monday.",
    "Two soldiers were killed when a grenade accidentally exploded in Kano on Monday.",
    "A fire at a hotel killed seven people in Kabul on Monday.",
    "A gas leak caused an explosion that killed four people in Lagos on Monday.",
    "A building collapsed in Lagos on Monday, killing ten people.",
    "A coal mine collapse killed 12 people in Kano on Monday.",
    "An earthquake killed 20 people in a bombed town near Idlib on Monday.",
    "Floods killed nine people in Kano on Monday and soldiers evacuated hundreds.",
    "An Ebola outbreak killed 20 people in Beni on Monday.",
    "A dog attack killed two children in Kano on Monday.",
    "The striker scored twice as Arsenal attacked in the first half on Monday.",
    "The striker's free kick bombed and the team hit the bar in the championship on Monday.",
    "Hunters shot dead a lion in Kano on Monday.",
    "A cyber attack hit 200 hospitals in London on Monday and two people died.",
    "The film about a bomb that killed thousands opened in London on Monday.",
    "The novel is set in a village where jihadists kill a family; the film version won an award on Sunday.",
]


@pytest.mark.parametrize(("text", "killed"), ATTACKS)
def test_an_armed_party_or_an_arm_of_war_beats_a_word_of_other_news(text: str, killed: int) -> None:
    incident = Coded(text, TUESDAY).only
    assert incident["modality"] == "asserted"
    assert {(low, high) for _, low, high in tolls(incident)} == {(killed, killed)}


@pytest.mark.parametrize("text", OTHER_NEWS)
def test_accidents_disease_sport_film_and_crime_stay_out(text: str) -> None:
    assert Coded(text, TUESDAY).incidents == []
