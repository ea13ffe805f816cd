from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.boilerplate import boilerplate

BEFORE = "Gunmen killed six herders near the wells, the governor said."
AFTER = "Two soldiers were wounded in the pursuit."

WHOLE_LINES = [
    "This site uses cookies to make it better. By clicking you agree. Accept",
    "We use cookies to personalise content. You can change this at any time. Accept all",
    "Privacy & Cookies Policy",
    "Accept Read More",
    "Read more: Governor visits the wells",
    "ALSO READ: Governor visits the wells",
    "Continue reading",
    "Click here to read our other stories",
    "WATCH: Herders bury their dead",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "Share on Facebook | Tweet",
    "Follow us on Twitter @example",
    "Leave a comment",
    "Sign up for our free daily newsletter",
    "Get the latest news straight to your inbox",
    "Subscribe",
    "FILE - Soldiers patrol a market in the north, May 3, 2019.",
    "FILE PHOTO: Soldiers patrol a market in the north.",
    "Photo: AFP",
    "Photo credit: Jane Doe",
    "Herders at the wells. Photo: Jane Doe/AFP",
    "Herders wait at the wells (AP Photo/Jane Doe)",
    "Reporting by Jane Doe in Gao; Editing by John Q. Roe",
    "Additional reporting by Jane Doe",
    "(Reporting by Jane Doe and John Roe; Writing by Ann Poe; Editing by Max Coe)",
    "Jane Doe contributed to this report.",
    "© 2022 AFP",
    "Copyright 2022 Example Press. All rights reserved. This material may not be published or rewritten.",
    "All rights reserved.",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "AFP",
    "Related articles",
    "Recommended for you",
]  # fmt: skip

NOT_BOILERPLATE = [
    "The firm said its website uses cookies to track visitors.",
    "“We use cookies,” the minister told parliament after the breach.",
    "Reporting by Human Rights Watch found that twelve civilians were killed.",
    "Photographs by residents showed five bodies by the road.",
    "The army released a photo: three trucks burnt by the road.",
    "Share prices fell after the raid, traders said.",
    "Follow-up attacks killed three more on Monday.",
    "He told the crowd to follow him on Facebook and leave the town.",
    "The related killings of two elders were not solved.",
    "More than forty people died in the blast.",
    "Most of the dead were herders.",
    "The files - all of them - were burnt.",
    "Get out, the rebels told the villagers, and then they shot two men.",
    "Rebels said they would read more names out on Tuesday.",
    "The advertisement for the rally drew gunmen, who killed two.",
    "He said all rights reserved for citizens had been trampled on.",
    "Comments by the general angered the rebels, who killed two hostages.",
    "Join the army or die, they told him.",
    "Latest figures put the toll at 31.",
    "Source of the weapons was a raid on a depot, the army said.",
    "Image after image showed burnt huts.",
    "Copyright lawyers were among the dead.",
    "Sponsored militias killed four people in the raid.",
    "The mayor contributed to this war, the rebels said.",
]  # fmt: skip

# Before, the formula, after.
INSIDE = [
    ("The raid lasted an hour.", "Read more: Governor visits the wells", "The army came late."),
    ("Six died there.", "Read more", "Herders bury their dead"),
    ("Six died there. ", "(Reporting by Jane Doe; Editing by John Roe)", " "),
    ("Six died there. ", "J. Doe and A. Roe contributed reporting to this story.", ""),
    ("Six died there.", "© 2022 AFP", ""),
    ("Six died there. ", "All rights reserved.", ""),
    ("Six died there. The army ", "(Photo: Jane Doe)", " came late. It left soon."),
    ("Six died there.", "image copyright AFP image caption The wells of the north", "The army came late."),
    ("Six died there. ", "This website uses cookies to get better. Accept", ""),
    ("Six died there.", "ADVERTISEMENT", "The army came late."),
    ("Six died there. ", "ab,cd/ef (AFP, dpa)", ""),
]


def taken(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in boilerplate(text)]


def left(text: str) -> str:
    for span in reversed(boilerplate(text)):
        text = text[: span.start] + text[span.end :]
    return text


@pytest.mark.parametrize("line", WHOLE_LINES)
def test_a_line_of_boilerplate_goes_and_the_article_stays(line: str) -> None:
    assert left(f"{BEFORE}\n\n{line}\n\n{AFTER}").split() == f"{BEFORE} {AFTER}".split()
    assert left(f"{BEFORE}\n{line}") == f"{BEFORE}\n"


@pytest.mark.parametrize("sentence", NOT_BOILERPLATE)
def test_a_sentence_of_the_article_stays(sentence: str) -> None:
    assert taken(f"{BEFORE}\n\n{sentence}\n\n{AFTER}") == []
    assert taken(f"{BEFORE} {sentence} {AFTER}") == []


@pytest.mark.parametrize(("before", "formula", "after"), INSIDE)
def test_inside_a_line_only_the_formula_goes(before: str, formula: str, after: str) -> None:
    assert taken(before + formula + after) == [formula]


def test_headlines_under_a_related_heading_go_with_it() -> None:
    text = f"{BEFORE}\n\nRelated articles\n\nGovernor visits the wells\nHerders bury their dead\n\n{AFTER}\n"
    assert left(text).split() == f"{BEFORE} {AFTER}".split()


def test_letters_that_grow_in_lower_case_shift_nothing() -> None:
    text = "İİİİ said so. All rights reserved."
    assert taken(text) == ["All rights reserved."]


@given(st.lists(st.sampled_from([*WHOLE_LINES, *NOT_BOILERPLATE, BEFORE, "", " "]), max_size=12))
def test_spans_ascend_and_do_not_touch(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = boilerplate(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert BEFORE not in lines or BEFORE in left(text)
