"""Political acts in single English sentences: who acts, on whom, of which type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.acts import find_spoken, matches_of, may_tell
from kibaru.lang.en.acts_patterns import patterns
from kibaru.lang.en.pack import English
from kibaru.model.deed import Office
from kibaru.model.mention import Modality
from kibaru.vocab.events import Plover

WORDS = st.sampled_from(
    'The minister of justice , Jan Kos condemned "they must leave " and said he would not call on Gov . Ama '
    "al- rebels' 's to from sanctions were imposed by who ; announced until prosecutors charged with -".split()
)


def spoken(text: str):
    english = English()
    reading = english.read(text, english.sentences(text)[0], (), ())
    return find_spoken(text, reading, matches_of(reading))


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """(type, words for who acts, words for whom it is done to) of each act that is said to have been done."""

    def words(figures):
        return [text[f.span.start : f.span.end] for f in figures]

    deeds = [d for d in spoken(text).deeds if d.modality is Modality.ASSERTED]
    return [(d.plover, words(d.actors), words(d.targets)) for d in deeds]


@pytest.mark.parametrize(
    ("text", "plover", "actor"),
    [
        ("The ministry condemned the raid.", "ACCUSE", "ministry"),
        ("The raid was condemned by the opposition.", "ACCUSE", "opposition"),
        ("The opposition called for fresh elections.", "REQUEST", "opposition"),
        ("The government has repeatedly asked the rebels to hand in their weapons.", "REQUEST", "government"),
        ("Parliament rejected the offer.", "REJECT", "Parliament"),
        ("The junta refused to free the prisoners.", "REJECT", "junta"),
        ("The president threatened to close the border.", "THREATEN", "president"),
        ("The cabinet imposed sweeping new sanctions on the junta.", "SANCTION", "cabinet"),
        ("The government declared a state of emergency.", "COERCE", "government"),
        ("The governor deployed more troops.", "MOBILIZE", "governor"),
        ("The prime minister spoke with the president by telephone.", "CONSULT", "prime minister"),
        ("The authorities lifted the curfew.", "CONCEDE", "authorities"),
        ("The minister announced the withdrawal of the last battalion.", "RETREAT", "minister"),
        ("The two governments signed a treaty.", "AGREE", "governments"),
        ("The government shared intelligence about the raid.", "COOPERATE", "government"),
        ("The government sent medicines to the north.", "AID", "government"),
        ("The embassy expressed its condolences.", "SUPPORT", "embassy"),
    ],
)
def test_every_type_has_its_verbs(text, plover, actor):
    assert [(kind, who) for kind, who, _ in told(text)] == [(plover, [actor])]


def test_apposition_belongs_to_the_figure_before_and_behind_the_name():
    (first,) = told("Jan Kos, a spokesman for the ministry, blamed the rebels.")
    (second,) = told("The interior minister, Jan Kos, blamed the rebels.")
    assert first[1:] == (["Jan Kos, a spokesman for the ministry"], ["rebels"])
    assert second[1:] == (["interior minister, Jan Kos"], ["rebels"])


def test_a_parenthesis_between_subject_and_verb_is_passed_over():
    assert told("President Kos, in a speech from the balcony, condemned the raid.")[0][1] == ["President Kos"]


def test_a_relative_clause_between_subject_and_verb_is_passed_over():
    acts = told("The opposition, which is led by a former minister, rejected the result.")
    assert acts == [("REJECT", ["opposition"], [])]


def test_a_month_before_a_name_is_a_name():
    assert told("Prosecutor April Mora indicted two rebels.")[0][1] == ["Prosecutor April Mora"]


def test_actors_joined_by_and_act_together():
    assert told("The president and the opposition condemned the raid.")[0][1] == ["president", "opposition"]


def test_a_participle_shares_the_subject():
    acts = told("The ministry published a letter blaming the rebels for the fire.")
    assert acts == [("ACCUSE", ["ministry"], ["rebels"])]


def test_verbs_joined_by_and_share_their_subject():
    assert [(k, w) for k, w, _ in told("The council rejected the plan and urged the government to resign.")] == [
        ("REJECT", ["council"]),
        ("REQUEST", ["council"]),
    ]


def test_nouns_for_acts_name_their_author():
    assert told("The protesters' demands include a new inquiry.") == [("REQUEST", ["protesters"], [])]
    assert told("Statements of condemnation came from the president.") == [("ACCUSE", ["president"], [])]
    assert told("The mayor gave in to the protesters' demands.") == []


def test_passive_sentences_without_an_agent_have_a_default():
    deed = spoken("Two men were charged with murder.").deeds[0]
    assert (deed.plover, deed.actors, deed.default) == ("ACCUSE", (), Office.PROSECUTION)
    assert spoken("He was sentenced to ten years.").deeds[0].default is Office.COURT
    assert spoken("Police charged the crowd.").deeds == ()


@pytest.mark.parametrize(
    "text",
    [
        "The government did not condemn the raid.",
        "The rebels never rejected the offer.",
        "The minister plans to condemn the raid.",
        "The spokesman refused to comment.",
        "The president fears the demand for grain.",
        "A proposal for imposing sanctions lay before the council.",
        "The army said eight soldiers were killed.",
        "Rain fell on the capital all night.",
    ],
)
def test_what_is_not_done_is_no_act(text):
    assert told(text) == []


def test_what_may_be_done_keeps_its_modality():
    assert spoken("The cabinet may impose sanctions.").deeds[0].modality is Modality.HYPOTHETICAL
    assert spoken("The cabinet will impose sanctions.").deeds[0].modality is Modality.PLANNED
    assert spoken("The minister announced that he will withdraw the bill.").deeds[0].modality is Modality.ASSERTED


def test_a_refusal_to_give_way_is_told_by_its_negation():
    assert [k for k, _, _ in told("The ministry did not accede to the demand.")] == ["REJECT"]
    assert told("The ministry acceded to the demand.") == []


def test_what_a_speaker_says_can_be_an_act():
    demand = told('The minister said, "They must leave our country."')
    refusal = told("The president said he would not sign the decree.")
    threat = told('"We will destroy every camp," the general said.')
    reproach = told('The ministry called the raid "a barbaric act".')
    assert [(k, w) for k, w, _ in demand] == [("REQUEST", ["minister"])]
    assert [(k, w) for k, w, _ in refusal] == [("REJECT", ["president"])]
    assert [(k, w) for k, w, _ in threat] == [("THREATEN", ["general"])]
    assert [(k, w) for k, w, _ in reproach] == [("ACCUSE", ["ministry"])]


def test_a_pronoun_stands_for_the_speaker_of_its_sentence():
    acts = told("The minister said he had ordered the deployment of two battalions.")
    assert acts == [("MOBILIZE", ["minister"], [])]


def test_clauses_that_turn_aside_are_marked():
    text = "The government asked the council, which was founded in 2012, to resign."
    (deed,) = spoken(text).deeds
    assert any("2012" in text[a.start : a.end] for a in deed.asides)


def test_most_sentences_need_no_grammar():
    english = English()
    plain = "Eight soldiers were killed near the river."
    reading = english.read(plain, english.sentences(plain)[0], (), ())
    assert not may_tell(reading, matches_of(reading))


def test_the_table_holds_only_known_types_frames_and_needs():
    rows = [p for row in patterns().values() for p in row]
    assert {p.plover for p in rows} <= {p.value for p in Plover} - {Plover.ASSAULT.value}
    assert {p.frame for p in rows} <= set("apqnx")
    assert {p.needs for p in rows} <= {"", "target", "to"}
    assert len({(p.words, p.tails, p.frame) for p in rows}) == len(rows)


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_no_string_of_words_breaks_the_grammar(words):
    text = " ".join(words)
    english = English()
    for sentence in english.sentences(text):
        reading = english.read(text, sentence, (), ())
        found = find_spoken(text, reading, matches_of(reading))
        for deed in found.deeds:
            assert sentence.span.contains(deed.trigger)
        for figure in found.figures:
            assert sentence.span.contains(figure.span)
