"""Who says so."""

import pytest

from tests.unit.lang.reading import Told


@pytest.mark.parametrize(
    ("sentence", "claimants"),
    [
        ("The army said eight soldiers were killed.", ["The army"]),
        ("Eight soldiers were killed, the army said.", ["the army"]),
        ("Eight soldiers were killed, according to a local official.", ["a local official"]),
        ("“We counted 35 bodies,” said a local official.", ["a local official"]),
        (
            "Abdou Diallo, spokesman for the governor, said the raid killed twelve.",
            ["Abdou Diallo, spokesman for the governor"],
        ),
        ("The ministry on Friday confirmed that three had died.", ["The ministry"]),
        ("The coalition released a statement saying nobody was hurt.", ["The coalition"]),
        ("An alleged attack left one student hurt.", []),
        ("The group claimed responsibility for the blast.", []),
        ("The United States condemned the killing.", []),
    ],
)
def test_claimants_are_kept_as_written(sentence: str, claimants: list[str]) -> None:
    assert Told(sentence).claimants() == claimants


def test_a_claimant_at_the_end_governs_what_stands_before_it() -> None:
    told = Told("Eight soldiers were killed, the army said.")
    assert told.scopes() == ["Eight soldiers were killed,"]


def test_a_claimant_at_the_beginning_governs_what_follows() -> None:
    told = Told("The army said eight soldiers were killed.")
    assert told.scopes() == ["eight soldiers were killed."]
