"""The actor registry as one file, loaded when first used.

The file is built by tools/build_actors.py; its card names sources, licences and credits.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from kibaru.clean.names import fold, skeleton
from kibaru.clean.persons import person_similarity
from kibaru.errors import KnowledgeError
from kibaru.model.knowledge import ActorEntry
from kibaru.model.values import ActorKind

_SURNAME_ALIKE: Final = 0.8
_ALIKE: Final = 0.5
_SHARED_WORDS: Final = 2
_SHORT_ACRONYM: Final = 3
_MARKS: Final = re.compile(r"[\W_]+")
_REMEMBERED: Final = 65536
# The last letters of a possessive.
_ENDS: Final = frozenset("s'’")
_SMALL: Final = frozenset("the of and for in a an al el".split())
# What a name means first when several actors bear it: a state, then what the reviewed tables hold, then outside lists.
_OUTSIDE: Final = ("ucdp-", "un-", "ofac-")


class _Alias(NamedTuple):
    """One row under a folded name: whose, whether it may stand alone, and how its capitals must be."""

    number: int
    alone: int
    case: int
    exact: str
    role: str

    def fits(self, name: str) -> bool:
        """Whether the capitals of `name` are right for this alias."""
        if self.case == 2:
            plain = _MARKS.sub("", name)
            long_enough = len(self.exact) > _SHORT_ACRONYM
            return plain == self.exact or (long_enough and plain.isupper() and plain == self.exact.upper())
        if self.alone or self.case == 0:
            return self.case == 0 or not name[:1].islower()
        # A name of ordinary words shows by its capitals alone that it is one: "the Platform", not "the platform".
        return all(not word[0].islower() or word in _SMALL for word in name.split())


class _Data(NamedTuple):
    entries: list[tuple[ActorEntry, ...]]
    names: dict[str, tuple[_Alias, ...]]
    bones: dict[str, list[int]]
    reach: dict[str, int]
    heads: frozenset[str]
    ids: dict[str, int]
    families: dict[str, list[int]]
    offices: dict[str, dict[str, list[tuple[int, str, str]]]]
    version: str


def bundled() -> Path:
    """The registry that comes with the package."""
    return Path(__file__).resolve().parent.parent / "data" / "actors.json"


@lru_cache(2)
def default_registry() -> FileRegistry:
    """The registry over the bundled file."""
    return FileRegistry(bundled())


class FileRegistry:
    """An `ActorRegistry` over one artefact. Only its path travels to other processes; the data is loaded when needed.

    A person with several terms of office has an entry for each. Methods raise KnowledgeError where the file is missing
    or damaged.
    """

    __slots__ = ("_reaches", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reaches: dict[str, int] = {}

    def __reduce__(self) -> tuple[type[FileRegistry], tuple[Path]]:
        return FileRegistry, (self.path,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileRegistry) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    @property
    def version(self) -> str:
        """The digest of the data that the card states."""
        return _load(self.path).version

    def exact(self, name: str) -> Sequence[ActorEntry]:
        """Entries that have this alias, the likeliest first; a country or demonym gives its government in that role."""
        return _exact(self.path, name)

    def reach(self, word: str) -> int:
        """How many words the longest alias has that begins with this one; asked for every word of every report."""
        most = self._reaches.get(word)
        return self._reach(word) if most is None else most

    def longest(self, words: Sequence[str], start: int) -> int:
        """How many of `words` (as written) from `start` on make the longest alias; a last possessive does not count."""
        most = min(self.reach(words[start]), len(words) - start)
        if not most:
            return 0
        data = _load(self.path)
        if most > 1 and not _goes_on(data, words[start], words[start + 1]):
            most = 1
        for count in range(most, 0, -1):
            name = without_possessive(" ".join(words[start : start + count]))
            for alias in data.names.get(fold(name), ()):
                if alias.fits(name):
                    return count
        return 0

    def _reach(self, word: str) -> int:
        reach = _load(self.path).reach
        if len(self._reaches) > _REMEMBERED:
            self._reaches.clear()
        self._reaches[word] = found = max(reach.get(fold(word), 0), reach.get(fold(without_possessive(word)), 0))
        return found

    def get(self, actor_id: str) -> ActorEntry | None:
        """The entry with this id under its canonical name; of a person the latest term."""
        data = _load(self.path)
        number = data.ids.get(actor_id)
        return None if number is None else data.entries[number][-1]

    def of_state(self, country: str, role: str) -> ActorEntry | None:
        """A state's "military", "police", "gendarmerie" or "government" (country as ISO3)."""
        return self.get(f"{country.lower()}-{role}")

    def holders(self, country: str, office: str) -> Sequence[ActorEntry]:
        """Persons known to have held "president", "prime minister", "head of state" ... of a state, an entry a term."""
        data = _load(self.path)
        return [
            replace(data.entries[number][0], active_from=_day(first), active_to=_day(last))
            for number, first, last in data.offices.get(country, {}).get(office, ())
        ]

    def demonym(self, word: str) -> str | None:
        """The country (ISO3) of a demonym or country name; of "Congolese" the likelier one."""
        return next((e.country for e in self.exact(word) if e.role in {"country", "demonym"}), None)

    def similar_person(self, name: str) -> Sequence[tuple[ActorEntry, float]]:
        """Known persons whose name may be the same, best first, all terms of office.

        A full name is compared part by part (kibaru.clean.persons); a single word finds the persons whose family name it is.
        """
        return _similar(self.path, name)


def _goes_on(data: _Data, first: str, second: str) -> bool:
    """Whether some alias may begin with these two words; for most words that begin an alias none does."""
    one, two = fold(first), fold(second)
    if f"{one} {two}" in data.heads or f"{one} {fold(without_possessive(second))}" in data.heads:
        return True
    # What folds to nothing or to two words shifts the others.
    return not one or not two or " " in one or " " in two


def without_possessive(name: str) -> str:
    """A name without a final 's or bare apostrophe."""
    if name[-1:] not in _ENDS:
        return name
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


@lru_cache(8192)
def _exact(path: Path, name: str) -> tuple[ActorEntry, ...]:
    data = _load(path)
    fitting = [alias for alias in data.names.get(fold(name), ()) if alias.fits(name)]
    return tuple(dict.fromkeys(entry for alias in fitting for entry in _found(data, alias)))


def _found(data: _Data, alias: _Alias) -> Iterator[ActorEntry]:
    for entry in data.entries[alias.number]:
        if alias.alone and not alias.role:
            yield entry
        else:
            yield replace(entry, role=alias.role or entry.role, alone=bool(alias.alone))


@lru_cache(2048)
def _similar(path: Path, name: str) -> tuple[tuple[ActorEntry, float], ...]:
    data = _load(path)
    words = fold(name).split()
    if len(words) < 2:
        return tuple((entry, _SURNAME_ALIKE) for n in data.families.get(fold(name), ()) for entry in data.entries[n])
    # Two words must sound alike before the dear comparison: it halves the cost of a report full of unknown names.
    shared = Counter(number for word in words for number in set(data.bones.get(skeleton(word), ())))
    near = sorted(number for number, count in shared.items() if count >= _SHARED_WORDS)
    scored = [(number, person_similarity(name, data.entries[number][0].name)) for number in near]
    best = sorted((-score, number) for number, score in scored if score >= _ALIKE)
    return tuple((entry, -score) for score, number in best for entry in data.entries[number])


@lru_cache(4)
def _load(path: Path) -> _Data:
    try:
        raw = json.loads(path.read_bytes())
        card = json.loads(path.with_name("actors.card.json").read_text(encoding="utf-8"))
        entries = [tuple(_terms(row)) for row in raw["entries"]]
        names = {key: _ranked(rows, entries) for key, rows in raw["names"].items()}
        version = str(card["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"the actor registry at {path} is missing or damaged: {error}") from error
    reach: dict[str, int] = {}
    for key in names:
        words = key.split()
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return _Data(
        entries=entries,
        names=names,
        bones=raw["bones"],
        reach=reach,
        heads=frozenset(" ".join(key.split(" ", 2)[:2]) for key in names if " " in key),
        ids={terms[0].id: number for number, terms in enumerate(entries)},
        families=_families(names, entries),
        offices={
            country: {office: [(row[0], row[1], row[2]) for row in terms] for office, terms in held.items()}
            for country, held in raw["offices"].items()
        },
        version=version,
    )


def _ranked(rows: Sequence[Sequence[Any]], entries: Sequence[Sequence[ActorEntry]]) -> tuple[_Alias, ...]:
    aliases = [_Alias(*row) for row in rows]
    if len(aliases) > 1:
        aliases.sort(key=lambda a: (not a.alone, entries[a.number][0].id.startswith(_OUTSIDE), a.number))
    return tuple(aliases)


def _families(names: dict[str, tuple[_Alias, ...]], entries: Sequence[Sequence[ActorEntry]]) -> dict[str, list[int]]:
    """Persons by the last words of their names, with and without a particle ("al assad", "assad")."""
    found: dict[str, list[int]] = {}
    for key, aliases in names.items():
        for alias in aliases:
            words = key.split()
            if entries[alias.number][0].role == "person" and len(words) > 1:
                for family in {words[-1], " ".join(words[-2:])}:
                    numbers = found.setdefault(family, [])
                    if alias.number not in numbers:
                        numbers.append(alias.number)
    return found


def _terms(row: Sequence[Any]) -> Iterator[ActorEntry]:
    identity, name, kind, role, country, countries, acts_for, terms, source, *related = row
    for first, last in terms or [("", "")]:
        yield ActorEntry(
            id=str(identity),
            name=str(name),
            kind=ActorKind(kind),
            role=str(role),
            country=str(country) or None,
            countries=tuple(countries),
            acts_for=str(acts_for) or None,
            active_from=_day(first),
            active_to=_day(last),
            source=str(source),
            related=tuple((str(tie), str(other)) for ties in related for tie, other in ties),
        )


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
