"""A user's own gazetteer beside the built-in one, behind one protocol.

A place that both know (by its id) is told once, as the built-in file has it: there its point was checked against
borders and its units are named like those of other places. The user's file adds places and further names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kibaru.clean.names import fold
from kibaru.errors import UsageError
from kibaru.locate.gazetteer import SqliteGazetteer, default_gazetteer, weight
from kibaru.locate.rank import ALIAS
from kibaru.model.knowledge import PlaceEntry
from kibaru.ports import Gazetteer

_NEEDED: Final = "make one with: kibaru gazetteer import allCountries.zip --out FILE"


def open_gazetteer(path: Path | None) -> Gazetteer:
    """The built-in gazetteer, and over it the file at `path` if one is given.

    Raises:
        UsageError: there is no such file.
        KnowledgeError: the file is no gazetteer.
    """
    if path is None:
        return default_gazetteer()
    if not path.is_file():
        raise UsageError(f"there is no gazetteer {path}: {_NEEDED}")
    if not path.with_suffix(".card.json").is_file():
        raise UsageError(f"beside {path} there is no {path.with_suffix('.card.json').name}: {_NEEDED}")
    return LayeredGazetteer(default_gazetteer(), SqliteGazetteer(path.resolve()))


@dataclass(frozen=True, slots=True)
class LayeredGazetteer:
    """`ports.Gazetteer` over two others: `base`, whose word counts where both know a place, and `more`."""

    base: Gazetteer
    more: Gazetteer

    def __reduce__(self) -> tuple[type[LayeredGazetteer], tuple[Gazetteer, Gazetteer]]:
        # Compiled frozen values take no state once made.
        return LayeredGazetteer, (self.base, self.more)

    @property
    def version(self) -> str:
        """SHA-256 over the versions of both."""
        return hashlib.sha256(f"{self.base.version}|{self.more.version}".encode()).hexdigest()

    def exact(self, name: str) -> Sequence[PlaceEntry]:
        """Entries of both whose primary or alternate name folds to the same form, the likeliest first."""
        base, more = self.base.exact(name), self.more.exact(name)
        if not more:
            return base
        folded = fold(name)
        merged = {entry.id: entry for entry in self._known(more)} | {entry.id: entry for entry in base}
        return tuple(sorted(merged.values(), key=lambda entry: _likeliest(entry, folded)))

    def similar(self, name: str, country: str) -> Sequence[tuple[PlaceEntry, float]]:
        """Entries of a country (ISO3) that may be another spelling, best first; of two scores of one place the higher."""
        base, more = self.base.similar(name, country), self.more.similar(name, country)
        if not more:
            return base
        known = self._known(entry for entry, _ in more)
        merged: dict[str, tuple[PlaceEntry, float]] = {}
        for entry, score in (*base, *zip(known, (score for _, score in more), strict=True)):
            if entry.id not in merged or score > merged[entry.id][1]:
                merged[entry.id] = (entry, score)
        return tuple(sorted(merged.values(), key=lambda pair: (-pair[1], -weight(pair[0]), pair[0].id)))

    def country(self, iso3: str) -> PlaceEntry | None:
        """The country itself, None for an unknown code."""
        return self.base.country(iso3) or self.more.country(iso3)

    def _known(self, entries: Iterable[PlaceEntry]) -> Iterator[PlaceEntry]:
        """Each entry as the base tells it, where it knows the place."""
        for entry in entries:
            yield next((same for same in self.base.exact(entry.name) if same.id == entry.id), entry)


def _likeliest(entry: PlaceEntry, folded: str) -> tuple[float, str]:
    return ALIAS * (fold(entry.name) != folded) - weight(entry), entry.id
