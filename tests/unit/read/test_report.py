from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.report import report_id
from kibaru.model.span import Span
from kibaru.read import ReadOptions, make_report

STORY = (
    "Gunmen killed six herders near the wells on Tuesday, the governor said.\n\n"
    "Two soldiers were wounded in the pursuit.\n"
)


def test_a_text_without_boilerplate_comes_back_as_it_is() -> None:
    report = make_report(STORY, options=ReadOptions())
    assert report.text == STORY
    assert report.boilerplate == ()
    assert report.issues == ()
    assert report.language == "en"
    assert report.cleaner == "kibaru-text/1"


def test_boilerplate_is_listed_apart_and_positions_lead_past_it() -> None:
    raw = f"Share this article\n{STORY}\nThis site uses cookies to get better.\r\nAccept Read More"
    report = make_report(raw, options=ReadOptions())
    assert report.text.strip() == STORY.strip()
    assert report.boilerplate == ("Share this article", "This site uses cookies to get better.", "Accept Read More")
    assert report.offsets is not None
    at = report.text.index("wounded")
    assert raw[report.offsets.to_input(at) :].startswith("wounded in the pursuit")


def test_the_identity_hashes_bytes_url_publisher_and_day() -> None:
    options = ReadOptions(
        published=date(2024, 3, 5), url="https://example.org/1", publisher="Example", title="Raid", key="k"
    )
    report = make_report(STORY, options=options)
    assert report.id == report_id(STORY.encode(), "https://example.org/1", "Example", date(2024, 3, 5))
    assert (report.key, report.title, report.published_from) == ("k", "Raid", "option")
    other = make_report(STORY, options=ReadOptions(publisher="Other"))
    assert other.id != report.id
    assert other.text_id == report.text_id


def test_the_option_goes_before_the_dateline_and_a_conflict_is_told() -> None:
    dated = f"GAO, Mali, 19 February 2022 (EXAMPLE) - {STORY}"
    assert make_report(dated, options=ReadOptions()).published == date(2022, 2, 19)
    assert make_report(dated, options=ReadOptions()).published_from == "dateline"
    report = make_report(dated, options=ReadOptions(published=date(2022, 2, 1)))
    assert report.published == date(2022, 2, 1)
    assert [issue.code for issue in report.issues] == ["input.date-conflict"]


def test_a_day_to_come_is_an_issue_only_for_who_says_what_day_it_is() -> None:
    later = ReadOptions(published=date(2999, 1, 1))
    assert make_report(STORY, options=later).issues == ()
    told = ReadOptions(published=date(2999, 1, 1), today=date(2024, 1, 1))
    report = make_report(STORY, options=told)
    assert [issue.code for issue in report.issues] == ["input.date-impossible"]
    assert report.published == date(2999, 1, 1)


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "All rights reserved."])
def test_an_empty_text_is_an_issue(text: str) -> None:
    report = make_report(text, options=ReadOptions())
    assert report.text.strip() == ""
    assert "input.empty" in [issue.code for issue in report.issues]
    assert report.issues[-1].remedy


@given(st.text(max_size=300) | st.text("ab .\n\r\u200bé\u0301©", max_size=300))
def test_reading_is_deterministic_and_every_span_can_be_quoted(text: str) -> None:
    report = make_report(text, options=ReadOptions())
    assert report == make_report(text, options=ReadOptions())
    assert report.quote(Span(0, len(report.text))).text == report.text
    report.text.encode()
