"""Political acts of a report: whose they are, when they were done, and what is told twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kibaru.annotate.document import Knowledge, read_sentences, resolve_dates
from kibaru.extract.political import find_acts
from kibaru.lang.en.pack import English
from kibaru.model.annotation import ActorMention
from kibaru.model.happening import Act
from kibaru.model.knowledge import ActorEntry
from kibaru.model.mention import Modality, Role
from kibaru.model.report import Report
from kibaru.model.span import Span
from kibaru.model.values import Actor, ActorKind, DateRange
from tests.builders import report

KENYA = ActorEntry("ken-government", "Government of Kenya", ActorKind.STATE_FORCES, "government", "KEN")
CHAD = ActorEntry("tcd-government", "Government of Chad", ActorKind.STATE_FORCES, "government", "TCD")
FRONT = ActorEntry("front", "Lake Front", ActorKind.REBEL_GROUP, "group", "KEN")
PRESIDENT = ActorEntry("otieno", "Ama Otieno", ActorKind.OTHER, "person", "KEN", acts_for="ken-government")
COMMANDER = ActorEntry("musa", "Ali Musa", ActorKind.OTHER, "person", "KEN", acts_for="front")


class Registry:
    """Knows the two governments and the front."""

    version = "test"

    def exact(self, name: str) -> Sequence[ActorEntry]:
        return [e for e in (KENYA, CHAD, FRONT, PRESIDENT, COMMANDER) if e.name == name]

    def reach(self, word: str) -> int:
        return 0

    def longest(self, words: Sequence[str], start: int) -> int:
        return 0

    def get(self, actor_id: str) -> ActorEntry | None:
        return next((e for e in (KENYA, CHAD, FRONT) if e.id == actor_id), None)

    def of_state(self, country: str, role: str) -> ActorEntry | None:
        return self.get(f"{country.lower()}-{role}")

    def holders(self, country: str, office: str) -> Sequence[ActorEntry]:
        return []

    def demonym(self, word: str) -> str | None:
        return None

    def similar_person(self, name: str) -> Sequence[tuple[ActorEntry, float]]:
        return []


_NAMES = [
    ("Kenya", KENYA, "country"),
    ("Chad", CHAD, "country"),
    ("Lake Front", FRONT, "group"),
    ("President Ama Otieno", PRESIDENT, "person"),
    ("Ali Musa", COMMANDER, "person"),
]


def mentions(source: Report, sentences: Sequence) -> tuple[ActorMention, ...]:
    found = []
    for words, entry, role in _NAMES:
        position = source.text.find(words)
        while position >= 0:
            index = next(s.index for s in sentences if s.span.start <= position < s.span.end)
            span = Span(position, position + len(words))
            found.append(ActorMention(span, entry, entry.actor(), role, entry.country, "by name", 1.0, index))
            position = source.text.find(words, position + 1)
    return tuple(sorted(found, key=lambda m: m.span))


def acts(text: str, published: date | None = date(2021, 3, 20)) -> tuple[Act, ...]:
    source, english = report(text, published=published), English()
    sentences = english.sentences(source.text)
    known = Knowledge(mentions(source, sentences), ())
    readings = read_sentences(source, sentences, known, resolve_dates(source, english), english)
    return find_acts(source, readings, Registry())


def parties(act: Act) -> tuple[list[str], list[str]]:
    return [a.name for a, _ in act.actors], [a.name for a, _ in act.targets]


def test_a_country_acts_through_its_government():
    (act,) = acts("Kenya asked Chad to close its camps.")
    assert (act.plover, *parties(act)) == ("REQUEST", ["Government of Kenya"], ["Government of Chad"])
    assert act.trigger.text == "asked"


def test_persons_act_for_whom_the_registry_says():
    first, second = acts("President Ama Otieno condemned Chad. Ali Musa threatened Kenya with a long war.")
    assert parties(first) == (["Government of Kenya"], ["Government of Chad"])
    assert parties(second) == (["Lake Front"], ["Government of Kenya"])


def test_a_former_president_acts_for_nobody_else():
    (act,) = acts("The former President Ama Otieno condemned Chad.")
    assert parties(act)[0] == ["Ama Otieno"]


def test_a_spokesman_speaks_for_the_body_named_beside_him():
    (act,) = acts("Jan Kos, a spokesman for the Lake Front, rejected the offer from Chad.")
    assert parties(act)[0] == ["Lake Front"]
    assert act.actors[0][1].text == "Jan Kos, a spokesman for the Lake Front"


def test_an_office_without_a_country_is_of_the_country_told_about():
    (act,) = acts("Fighting goes on in Kenya. The interior minister rejected the offer.")
    assert parties(act)[0] == ["Government of Kenya"]


def test_bodies_courts_and_prosecutors_carry_their_country():
    told = acts(
        "Kenya is tense. The opposition called for a strike. Student groups demanded an inquiry. "
        "A court sentenced Ali Musa to ten years. Two others were charged with treason."
    )
    assert [(a.plover, parties(a)[0][0]) for a in told] == [
        ("REQUEST", "Opposition (Kenya)"),
        ("REQUEST", "Student groups (Kenya)"),
        ("COERCE", "Court (Kenya)"),
        ("ACCUSE", "Prosecutors (Kenya)"),
    ]


def test_a_governor_acts_in_his_own_name_and_is_known_again_by_office_and_surname():
    told = acts(
        "Kenya is tense. Governor Peter Mwai condemned the raid. Mwai rejected a truce. The governor deployed troops."
    )
    assert [(a.plover, parties(a)[0]) for a in told] == [
        ("ACCUSE", ["Peter Mwai"]),
        ("REJECT", ["Peter Mwai"]),
        ("MOBILIZE", ["Peter Mwai"]),
    ]


def test_a_governor_without_a_name_acts_by_office():
    (act,) = acts("Kenya is tense. The governor condemned the raid.")
    assert parties(act)[0] == ["Governor (Kenya)"]


def test_a_member_acts_for_a_body_that_no_table_knows():
    (act,) = acts("Kenya is tense. Peter Mwai, a spokesman for the Free Herders Movement, condemned the raid.")
    assert parties(act)[0] == ["Free Herders Movement"]


def test_a_pronoun_stands_for_who_spoke_or_began_the_sentence_before():
    told = acts("President Ama Otieno said the raid was over. She called for calm. A farmer wept. He demanded water.")
    assert [(a.plover, parties(a)[0]) for a in told] == [("REQUEST", ["Government of Kenya"])]


def test_private_persons_and_unknown_names_do_not_act():
    assert acts("Kenya is tense. Mary Wanjiru, a teacher, condemned the raid. Residents demanded water.") == ()


def test_acts_that_need_a_named_target_are_none_without_it():
    assert acts("President Ama Otieno urged shoppers to stay at home.") == ()
    assert len(acts("President Ama Otieno urged Chad to stay out.")) == 1


def test_one_act_told_twice_is_one_and_others_stay_apart():
    twice = acts("Kenya condemned Chad. The market was full. Kenya again denounced Chad on Friday.")
    apart = acts("Kenya asked Chad to close its camps. Kenya also asked the Lake Front to leave.")
    assert len(twice) == 1
    assert [parties(a)[1] for a in apart] == [["Government of Chad"], ["Lake Front"]]


def test_the_day_of_saying_is_the_day_of_the_act():
    (act,) = acts("Kenya condemned Chad on Friday.")
    assert isinstance(act.times[0].when, DateRange)
    assert act.times[0].when.first == date(2021, 3, 19)
    assert act.role is Role.NEWS


def test_history_is_background_with_a_month_and_nothing_with_a_bare_year():
    (old,) = acts("In May 2019 Kenya condemned Chad.")
    assert old.role is Role.BACKGROUND
    assert acts("In 2012 Kenya condemned Chad.") == ()


def test_a_year_in_a_clause_aside_does_not_date_the_act():
    (act,) = acts("Kenya asked the Lake Front, which was founded in 2009, to leave.")
    assert act.role is Role.NEWS
    assert act.times == ()


def test_a_withdrawal_is_from_somebody_and_not_of_ones_own_forces():
    (act,) = acts("President Ama Otieno announced the withdrawal of Kenya's last battalion from Chad.")
    assert (act.plover, *parties(act)) == ("RETREAT", ["Government of Kenya"], ["Government of Chad"])


def test_modality_is_kept():
    assert [a.modality for a in acts("Kenya will impose sanctions on Chad.")] == [Modality.PLANNED]


def test_without_a_registry_the_governments_named_in_the_report_act():
    source, english = (
        report("Kenya is tense. Chad condemned Kenya. President Ama Otieno rejected the charge."),
        English(),
    )
    sentences = english.sentences(source.text)
    known = Knowledge(mentions(source, sentences), ())
    told = find_acts(source, read_sentences(source, sentences, known, (), english))
    assert [a.name for a, _ in told[1].actors] == ["Government of Kenya"]


@given(
    st.lists(
        st.sampled_from(
            "Kenya Chad. condemned she said he would not call for “we must” minister Kos , who The urged .".split()
        )
    )
)
def test_every_quote_is_the_text_at_its_span(words):
    text = " ".join(words) or "."
    for act in acts(text):
        named = [quote for _, quote in (*act.actors, *act.targets)]
        for quote in (act.evidence, act.trigger, *named):
            assert text[quote.span.start : quote.span.end] == quote.text
        assert all(isinstance(actor, Actor) for actor, _ in act.actors)
