"""Whom a report names as the perpetrator."""

from __future__ import annotations

import pytest

from kibaru.lang.en.suspects import named_suspect


@pytest.mark.parametrize(
    "text",
    [
        "Police identified the suspect as 27-year-old Aran Velde of Northport.",
        "The attacker, identified as Aran Velde, 27, was known to the police.",
        "Officers detained the man, later identified as Aran Velde.",
        "Aran Velde, the suspect in the shooting, had left town.",
        "Aran Velde, aged 27, appeared in Northport District Court on Monday.",
        "The gunman, Aran Velde, had no record.",
        "Aran Velde waited outside. Velde is on trial on charges of murder.",
    ],
)
def test_the_one_named_as_perpetrator_is_found(text: str) -> None:
    span = named_suspect(text)
    assert span is not None
    assert text[span.start : span.end] == "Aran Velde"


@pytest.mark.parametrize(
    "text",
    [
        "The victim, identified as Aran Velde, was shot by a gunman.",
        "A suspect in Northport has been charged.",
        "Aran Velde spoke to reporters about the attack.",
        "The suspect was identified as Aran Velde. A second suspect, identified as Omo Linde, fled.",
        "Police said the suspect was arrested on Monday.",
    ],
)
def test_victims_places_and_several_names_give_nobody(text: str) -> None:
    assert named_suspect(text) is None
