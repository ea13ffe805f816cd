"""Many reports through one pipeline."""

from __future__ import annotations

import pytest

from kibaru.errors import InputError, UsageError
from kibaru.model.incident import Record
from kibaru.model.issue import Issue, Level
from kibaru.run.batch import code_inputs, code_safely
from kibaru.run.pipeline import Pipeline
from tests import builders as make


class Broken:
    """A gazetteer that fails whenever it is asked."""

    version = "broken"

    def __init__(self, error):
        self.error = error

    def __getattr__(self, name):
        raise self.error


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (InputError("this text is too odd"), "report.failed", "this text is too odd"),
        (ZeroDivisionError("by zero"), "report.defect", "ZeroDivisionError: by zero"),
    ],
)
def test_a_report_that_fails_gives_an_issue_that_names_it(error, code, told):
    issue = code_safely(Pipeline(gazetteer=Broken(error)), make.report())
    assert isinstance(issue, Issue)
    assert (issue.code, issue.level, issue.source) == (code, Level.ERROR, "story")
    assert told in issue.message


@pytest.mark.parametrize("jobs", [1, 2])
def test_issues_of_reading_keep_their_place(jobs):
    inputs = [
        make.report(key="a"),
        Issue("input.empty", Level.ERROR, "empty"),
        make.report(key="b"),
        Issue("input.empty", Level.ERROR, "empty too"),
    ]
    coded = list(code_inputs(inputs, jobs=jobs))
    assert [item.report.key if isinstance(item, Record) else item.message for item in coded] == [
        "a",
        "empty",
        "b",
        "empty too",
    ]


def test_reports_are_coded_as_they_are_asked_for():
    asked = []

    def inputs():
        for key in "abc":
            asked.append(key)
            yield make.report(key=key)

    coded = code_inputs(inputs())
    assert next(coded).report.key == "a"
    assert asked == ["a"]


def test_an_unknown_policy_is_told_before_any_work():
    with pytest.raises(UsageError):
        next(code_inputs([make.report()], policy="mean"))
