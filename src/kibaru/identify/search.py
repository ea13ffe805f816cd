"""A person's look-up in the actor registry: all candidates for a name, each with why it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kibaru.clean.names import fold
from kibaru.identify.offices import office_named, term
from kibaru.model.knowledge import ActorEntry
from kibaru.ports import ActorRegistry

_IDS: Final = re.compile(r"\b(ucdp|un|ofac|wikidata)[: ]((?:[A-Z]{2}[ei]\.)?Q?\d+)", re.IGNORECASE)
_SCHEMES: Final = {"ucdp": "UCDP", "un": "UN", "ofac": "OFAC", "wikidata": "Wikidata"}


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    """An entry, the name that found it, how ("name", "alias", "capitals", "office", "person"), and the likeness from 0 to 1.

    `active` says whether it holds on the day asked for, None where no day was. `acts_for` is the entry of the actor it
    speaks and acts for.
    """

    entry: ActorEntry
    matched: str
    how: str
    likeness: float
    active: bool | None
    acts_for: ActorEntry | None

    @property
    def why(self) -> str:
        """How it was found, as words."""
        told = {
            "name": "its name",
            "alias": f"“{self.matched}” is another name of it",
            "capitals": f"written “{self.matched}” it is a name of it",
            "office": f"the {self.matched}, in office {term(self.entry)}",
            "person": f"a person's name that is alike ({self.likeness:.2f})",
        }[self.how]
        return told if self.entry.alone else f"{told}, only where the report supports it"

    @property
    def ids(self) -> dict[str, list[str]]:
        """Ids elsewhere, by scheme ("UCDP", "UN", "OFAC", "Wikidata")."""
        found: dict[str, list[str]] = {}
        for scheme, ident in _IDS.findall(self.entry.source):
            known = found.setdefault(_SCHEMES[scheme.lower()], [])
            if ident not in known:
                known.append(ident)
        return found


def find_candidates(
    name: str, registry: ActorRegistry, on: date | None = None, country: str | None = None
) -> list[ActorCandidate]:
    """Actors of that name or office, those active on the day first, then persons of a like name.

    `country` is ISO3 and keeps the actors that belong to it or act there.
    """
    found: dict[tuple[object, ...], ActorCandidate] = {}
    for entry, matched, how, likeness in _matches(name, registry):
        if country is None or country in {entry.country, *entry.countries}:
            parent = registry.get(entry.acts_for) if entry.acts_for else None
            active = None if on is None else entry.active_on(on)
            term = (entry.id, entry.role, entry.active_from, entry.active_to)
            found.setdefault(term, ActorCandidate(entry, matched, how, likeness, active, parent))
    return sorted(found.values(), key=lambda each: (each.active is False, -each.likeness))


def _matches(name: str, registry: ActorRegistry) -> Iterator[tuple[ActorEntry, str, str, float]]:
    """Entries with the name that found them: as typed, then in the capitals that texts must write it in, then persons."""
    for written in dict.fromkeys((name, name.title(), name.upper())):
        for entry in registry.exact(written):
            how = "name" if fold(entry.name) == fold(name) else "alias" if written == name else "capitals"
            yield entry, written, how, 1.0
    office = office_named(name.split(), registry) or office_named(name.title().split(), registry)
    if office is not None:
        title, country = office
        for entry in registry.holders(country, title):
            yield entry, title, "office", 1.0
    for entry, likeness in registry.similar_person(name):
        yield entry, entry.name, "person", likeness
