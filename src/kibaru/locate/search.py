"""A person's look-up in the gazetteer: all candidates for a name, each with why it is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.clean.names import fold
from kibaru.model.knowledge import PlaceEntry
from kibaru.ports import Gazetteer
from kibaru.vocab.countries import ISO3

# Below this a likeness says little where no report narrows the country down.
_ALIKE: Final = 0.85


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """An entry, how the name found it ("exact", "alias", "sound"), the likeness from 0 to 1, and which files hold it."""

    entry: PlaceEntry
    how: str
    likeness: float
    files: tuple[str, ...]

    @property
    def why(self) -> str:
        """The same as words."""
        if self.how == "sound":
            return f"sounds alike ({self.likeness:.2f})"
        return "its name" if self.how == "exact" else "another name of it"


def find_candidates(
    name: str,
    gazetteer: Gazetteer,
    files: Mapping[str, Gazetteer],
    country: str | None = None,
    admin1: str | None = None,
) -> list[PlaceCandidate]:
    """Places of that name or another spelling of it, the likeliest without context first; spellings come last.

    `files` names the gazetteers of which `gazetteer` is made. `country` is ISO3. `admin1` narrows to a first-order unit.
    """
    within = None if admin1 is None else fold(admin1)

    def fits(entry: PlaceEntry) -> bool:
        here = within is None or fold(entry.admin1 or "") == within
        return here and (country is None or entry.country == country)

    named = [entry for entry in gazetteer.exact(name) if fits(entry)]
    told = {entry.id for entry in named}
    found = [_named(entry, name, files) for entry in named]
    return found + [
        each for each in _alike(name, gazetteer, files, country) if fits(each.entry) and each.entry.id not in told
    ]


def _named(entry: PlaceEntry, name: str, files: Mapping[str, Gazetteer]) -> PlaceCandidate:
    how = "exact" if fold(entry.name) == fold(name) else "alias"
    held = tuple(label for label, file in files.items() if _holds(file.exact(name), entry))
    return PlaceCandidate(entry, how, 1.0, held)


def _alike(
    name: str, gazetteer: Gazetteer, files: Mapping[str, Gazetteer], country: str | None
) -> list[PlaceCandidate]:
    """Other spellings, in one country or in all, the most alike first."""
    codes = sorted(ISO3.values()) if country is None else [country]
    found = [(entry, likeness) for code in codes for entry, likeness in gazetteer.similar(name, code)]
    found = sorted((pair for pair in found if pair[1] >= _ALIKE), key=lambda pair: (-pair[1], -pair[0].population))
    return [
        PlaceCandidate(
            entry,
            "sound",
            likeness,
            tuple(label for label, file in files.items() if _holds(file.exact(entry.name), entry)),
        )
        for entry, likeness in found
    ]


def _holds(entries: Sequence[PlaceEntry], wanted: PlaceEntry) -> bool:
    return any(entry.id == wanted.id for entry in entries)
