"""The whole way of one report, by the codebook: short texts of our own and what their records must say."""

from __future__ import annotations

import gc
from datetime import date

import pytest

import kibaru
from kibaru.errors import UsageError
from kibaru.publish.record import to_line
from tests.unit.run.coded import (
    FRIDAY,
    Coded,
    assert_grounded,
    blame,
    days,
    kinds,
    names,
    quotes,
    toll,
    tolls,
    voices,
)

RAID = """Gunmen kill 12 farmers in northern Mali

Gunmen on motorbikes killed 12 farmers near Gossi on Tuesday, local officials said.

The attackers opened fire on the farmers as they worked in their fields, a resident told reporters.

The dead were buried on Wednesday."""

CLASH = """Soldiers and jihadists clash near Djibo

Eight soldiers were killed when militants attacked an army base near Djibo in northern Burkina Faso on Monday, the
army said. It said its forces had neutralised 40 terrorists.

JNIM said it had killed 30 soldiers.

A local resident said two villagers also died in the fighting."""

HERDERS = "Gunmen killed five herders near Menaka in Mali on Thursday, officials said."

MARKET_BOMB = """Bomb kills nine in Mogadishu

A car bomb exploded outside a hotel in Mogadishu, Somalia, on Saturday, killing nine people, police said.

Al-Shabab claimed responsibility for the attack."""

FRENCH = (
    "Des hommes armés ont tué douze paysans près de Gossi mardi, ont indiqué des responsables locaux. "
    "Les assaillants ont ouvert le feu sur les paysans alors qu'ils travaillaient dans leurs champs."
)

STORIES = [RAID, CLASH, HERDERS, MARKET_BOMB, FRENCH, ""]


@pytest.mark.parametrize(
    ("text", "sub_event", "when", "country", "place"),
    [
        (RAID, "Attack", ("2024-03-12", "2024-03-12"), "MLI", "Gossi"),
        (CLASH, "Armed clash", ("2024-03-11", "2024-03-11"), "BFA", "Djibo"),
        (HERDERS, "Attack", ("2024-03-14", "2024-03-14"), "MLI", "Menaka"),
        (MARKET_BOMB, "Remote explosive/landmine/IED", ("2024-03-09", "2024-03-09"), "SOM", "Mogadishu"),
    ],
)
def test_headline_lead_and_later_paragraphs_are_one_incident(
    text: str, sub_event: str, when: tuple[str, str], country: str, place: str
) -> None:
    incident = Coded(text).only
    assert (incident["sub_event"], incident["role"], incident["modality"]) == (sub_event, "news", "asserted")
    assert incident["main"]
    assert days(incident) == when
    assert incident["time"]["precision"] == "day"
    assert incident["place"]["country"] == country
    assert place in incident["place"]["name"]


def test_rival_tolls_stay_side_by_side_with_who_tells_them() -> None:
    incident = Coded(CLASH).only
    assert tolls(incident) >= {("side_a", 8, 8), ("side_b", 0, 40), ("side_a", 30, 30), ("civilians", 2, 2)}
    own, rival, third = toll(incident, 8), toll(incident, 30), toll(incident, 2)
    assert own["stance"] == "admission"
    assert rival["stance"] == "about_adversary"
    assert third["stance"] == "third_party"
    assert voices(incident, 8) == {"Burkinabè Armed Forces"}
    assert voices(incident, 30) == {"Jama'at Nusrat al-Islam wal-Muslimin"}


def test_the_neutralised_are_none_to_all_killed() -> None:
    counted = toll(Coded(CLASH).only, 0)
    assert (counted["low"], counted["high"], counted["hedge"]) == (0, 40, "neutralised")
    assert counted["stance"] == "about_adversary"


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        (
            "Militants killed 14 people, including three teachers, in a raid on a village near Dori in Burkina Faso.",
            14,
            3,
        ),
        ("A suicide bomber killed 21 people, including four children, at a mosque in Kano, Nigeria, on Monday.", 21, 4),
    ],
)
def test_who_is_included_is_a_part_of_the_whole(text: str, whole: int, part: int) -> None:
    coded = Coded(text)
    incident = coded.only
    assert toll(incident, part)["part_of"] == toll(incident, whole)["id"]
    assert incident["reconciled"]["best"] == whole


def test_a_total_over_years_belongs_to_no_incident() -> None:
    coded = Coded(f"{HERDERS}\n\nThe insurgency has killed thousands of people and displaced two million since 2012.")
    assert {(c["low"], c["high"]) for c in coded.only["casualties"]} == {(5, 5)}
    totals = {(c["kind"], c["low"], c["high"], c["scope"]) for c in coded.data["cumulative"]}
    assert totals == {("killed", 2000, 9999, "cumulative"), ("displaced", 2000000, 2000000, "cumulative")}


def test_what_happens_often_gives_no_incident() -> None:
    coded = Coded(f"{HERDERS}\n\nArmed groups frequently attack villages in the region.")
    assert days(coded.only) == ("2024-03-14", "2024-03-14")


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("In June 2022", "2022-06-01", "2022-06-30", "month"),
        ("On 18 June 2022", "2022-06-18", "2022-06-18", "day"),
    ],
)
def test_history_with_a_month_and_a_place_is_background(words: str, first: str, last: str, precision: str) -> None:
    coded = Coded(f"{HERDERS}\n\n{words}, militants killed 130 civilians in the village of Diallassagou in Mali.")
    (past,) = [each for each in coded.violent if each["role"] == "background"]
    assert days(past) == (first, last)
    assert past["time"]["precision"] == precision
    assert tolls(past) == {("civilians", 130, 130)}
    assert [each["role"] for each in coded.violent].count("news") == 1


def test_history_without_a_month_is_no_incident() -> None:
    coded = Coded(f"{HERDERS}\n\nIn 2012, rebels attacked several towns in the north of the country.")
    assert days(coded.only) == ("2024-03-14", "2024-03-14")
    assert any("2012" in each["text"] for each in coded.data["not_coded"])


@pytest.mark.parametrize("text", [RAID, CLASH, HERDERS, MARKET_BOMB])
def test_without_a_day_of_publication_no_day_is_made_up(text: str) -> None:
    coded = Coded(text, None)
    assert coded.data["report"]["published"] is None
    assert coded.only["time"] is None


def test_a_date_in_the_text_stands_without_a_day_of_publication() -> None:
    incident = Coded("Gunmen killed five herders near Menaka in Mali on 3 March 2021, officials said.", None).only
    assert days(incident) == ("2021-03-03", "2021-03-03")


def test_a_day_without_a_year_stays_partial_without_a_day_of_publication() -> None:
    incident = Coded("Gunmen killed five herders near Menaka in Mali on 3 March, officials said.", None).only
    assert incident["time"]["partial"] == "--03-03"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Militants are planning to attack the town of Gao in Mali next week, the army warned.", "planned"),
        ("Rebels threatened to attack the town of Goma in the Democratic Republic of Congo on Sunday.", "planned"),
        ("The Malian army denied that its soldiers had killed 20 civilians near Gossi in Mali on Monday.", "denied"),
    ],
)
def test_what_has_not_happened_is_never_counted_as_if_it_had(text: str, modality: str) -> None:
    coded = Coded(text)
    assert coded.happened() == []
    assert {each["modality"] for each in coded.violent} <= {modality}
    assert all(each["reconciled"]["best"] in (0, None) for each in coded.violent)


def test_a_planned_attack_is_kept_as_planned() -> None:
    incident = Coded("Militants are planning to attack the town of Gao in Mali next week, the army warned.").only
    assert incident["modality"] == "planned"
    assert days(incident) == ("2024-03-18", "2024-03-24")


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed and 20 injured when a bus collided with a lorry near Segou in Mali on Friday, police said.",
        "Floods killed 40 people and displaced hundreds in Niamey, Niger, on Tuesday, the mayor said.",
        "An outbreak of cholera has killed 60 people in Borno, Nigeria, health officials said on Monday.",
        "Stocks clashed with bonds on Monday as investors fled, and 300 traders lost their jobs in the market rout.",
        "The striker was shot down by critics after his penalty miss, and the coach attacked the referee after the match.",
        "The novel is set in a village where bandits kill a family; the film version won an award on Sunday.",
        "The senator attacked the minister over the budget in a debate in Abuja, Nigeria, on Wednesday.",
        "A man stabbed his wife to death during a domestic dispute in Accra, Ghana, on Monday, police said.",
        "The council will build a new market in Gao, Mali, next year, and the mayor asked traders for patience.",
        "Maize prices fell in Kampala on Monday as farmers brought in a good harvest.",
    ],
    ids=["road", "flood", "disease", "stocks", "football", "novel", "debate", "home", "market", "prices"],
)
def test_out_of_scope_gives_no_incident(text: str) -> None:
    assert Coded(text).violent == []


def test_a_sentence_that_speaks_of_violence_and_gives_none_says_why() -> None:
    text = "Five people were killed when a bus collided with a lorry near Segou in Mali on Friday, police said."
    (left,) = Coded(text).data["not_coded"]
    assert left["text"] == text
    assert left["why"]


def test_a_language_not_coded_is_an_issue_and_no_wrong_record() -> None:
    coded = Coded(FRENCH)
    assert coded.incidents == []
    assert [issue["code"] for issue in coded.data["issues"]] == ["language.not-coded"]
    assert coded.data["report"]["language"] == "fr"
    assert coded.data["report"]["text"] == FRENCH


@pytest.mark.parametrize("text", ["", "   \n\n  ", "​﻿"])
def test_an_empty_text_is_an_issue(text: str) -> None:
    coded = Coded(text)
    assert coded.incidents == []
    assert "input.empty" in {issue["code"] for issue in coded.data["issues"]}


@pytest.mark.parametrize("text", STORIES)
def test_coding_twice_gives_the_same_bytes(text: str) -> None:
    one = to_line(kibaru.code(text, published=FRIDAY))
    other = to_line(kibaru.Pipeline().code(kibaru.code(text, published=FRIDAY, key="report").report))
    assert one == other
    assert "\n" not in one


def test_the_key_names_the_record_and_changes_nothing_else() -> None:
    one = to_line(kibaru.code(RAID, published=FRIDAY, key="a-1"))
    assert one == to_line(kibaru.code(RAID, published=FRIDAY, key="b-2")).replace("b-2", "a-1")


@pytest.mark.parametrize("text", STORIES)
def test_every_quote_equals_the_text_at_its_span(text: str) -> None:
    coded = Coded(text)
    assert_grounded(coded.data)
    if coded.incidents:
        assert len(list(quotes(coded.data))) > 5


@pytest.mark.parametrize("text", STORIES)
def test_ids_are_unique_and_parts_point_at_wholes(text: str) -> None:
    coded = Coded(text)
    ids = [each["id"] for each in coded.incidents]
    assert len(set(ids)) == len(ids)
    for incident in coded.incidents:
        claims = [claim["id"] for claim in incident["casualties"]]
        assert len(set(claims)) == len(claims)
        assert {c["part_of"] for c in incident["casualties"] if c["part_of"]} <= set(claims)
        assert incident["part_of"] is None or incident["part_of"] in ids


def test_at_most_one_violent_incident_of_a_short_report_is_its_main_one() -> None:
    coded = Coded(f"{RAID}\n\nIn another attack, gunmen killed three teachers in Djibo in Burkina Faso on Monday.")
    assert [each["main"] for each in coded.violent] == [True, False]


def test_words_of_the_text_are_kept_with_accents_and_quotation_marks() -> None:
    text = "Gunmen killed five “volunteers” near Ménaka in Mali on Thursday, officials said."
    coded = Coded(text)
    assert coded.data["report"]["text"] == text
    assert_grounded(coded.data)


def test_policies_read_the_same_claims_differently() -> None:
    ucdp, lowest, ranged = (kibaru.code(CLASH, published=FRIDAY, policy=p) for p in ("ucdp", "lowest", "range"))
    assert ucdp.extraction == lowest.extraction == ranged.extraction
    figures = [r.incidents[0].reconciled for r in (ucdp, lowest, ranged)]
    assert [f.policy for f in figures] == ["ucdp", "lowest", "range"]
    assert figures[0].best is not None
    assert figures[2].best is None
    assert all(f.because for f in figures)


@pytest.mark.parametrize("published", ["19/02/2022", "Friday", "2022-02-30", ""])
def test_a_day_that_is_none_is_the_callers_error(published: str) -> None:
    with pytest.raises(UsageError, match="2022-02-19"):
        kibaru.code(RAID, published=published)


def test_a_day_may_be_a_date() -> None:
    assert to_line(kibaru.code(RAID, published=date(2024, 3, 15))) == to_line(kibaru.code(RAID, published=FRIDAY))


def test_an_unknown_policy_is_the_callers_error() -> None:
    with pytest.raises(UsageError):
        kibaru.code(RAID, published=FRIDAY, policy="mean")


def test_a_clash_has_the_state_on_side_a_and_the_group_on_side_b() -> None:
    incident = Coded(CLASH).only
    assert names(incident["side_a"]) == ["Burkinabè Armed Forces"]
    assert kinds(incident["side_a"]) == ["state_forces"]
    assert names(incident["side_b"]) == ["Jama'at Nusrat al-Islam wal-Muslimin"]


def test_civilians_are_side_b_of_who_attacks_them() -> None:
    incident = Coded(RAID).only
    assert names(incident["side_a"]) == ["Unidentified armed group (Mali)"]
    assert [(m["name"], m["kind"]) for m in incident["side_b"]] == [("Civilians (Mali)", "civilians")]
    assert blame(incident) == [("Unidentified armed group (Mali)", "unknown")]


def test_protesters_are_side_a_of_protests() -> None:
    incident = Coded("Thousands of people protested in Bamako, Mali, on Thursday against the government.").only
    assert incident["sub_event"] == "Peaceful protest"
    assert [(m["name"], m["kind"]) for m in incident["side_a"]] == [("Protesters (Mali)", "protesters")]


def test_police_are_side_a_of_arrests_and_the_arrested_side_b() -> None:
    incident = Coded("Police arrested 15 protesters in Kampala, Uganda, on Monday after a rally.").only
    assert incident["sub_event"] == "Arrests"
    assert names(incident["side_a"]) == ["Ugandan Police"]
    assert names(incident["side_b"]) == ["Protesters (Uganda)"]
    assert tolls(incident, "arrested") == {("side_b", 15, 15)}
    assert blame(incident) == []


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_is_left_as_it_was(collecting: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        kibaru.code("Gunmen killed three traders near Gao on Monday.", published="2024-05-08")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
