"""What assembly needs to know beside the sentences: the report, the registry and the names of countries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kibaru.model.claim import Origin
from kibaru.model.reading import Party, PartyClass
from kibaru.model.report import Report
from kibaru.model.values import Actor, ActorKind
from kibaru.ports import ActorRegistry, Gazetteer

VERSION: Final = "rules-1"

STATE_CLASSES: Final = frozenset({PartyClass.MILITARY, PartyClass.POLICE, PartyClass.SECURITY, PartyClass.PEACEKEEPER})
ARMED_CLASSES: Final = STATE_CLASSES | {PartyClass.MILITANT, PartyClass.ATTACKER}
CIVIL_CLASSES: Final = frozenset(
    {PartyClass.CIVILIAN, PartyClass.PEOPLE, PartyClass.FAMILY, PartyClass.OFFICIAL, PartyClass.CROWD}
)
STATE_KINDS: Final = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_ROLE_OF_CLASS: Final = {PartyClass.MILITARY: "military", PartyClass.POLICE: "police"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The report and the knowledge that assembly may ask."""

    report: Report
    registry: ActorRegistry
    gazetteer: Gazetteer

    def country_name(self, iso3: str | None) -> str | None:
        """The English name of a country."""
        entry = self.gazetteer.country(iso3) if iso3 else None
        return entry.name if entry else None

    def generic(self, label: str, kind: ActorKind, country: str | None) -> Actor:
        """An actor that nobody names: "Civilians (Mali)"."""
        name = self.country_name(country)
        return Actor(f"{label} ({name})" if name else label, kind, None, country)

    def unidentified(self, country: str | None) -> Actor:
        """The armed group that nobody names."""
        return self.generic("Unidentified armed group", ActorKind.OTHER, country)

    def civilians(self, country: str | None) -> Actor:
        """Civilians of a country."""
        return self.generic("Civilians", ActorKind.CIVILIANS, country)

    def force(self, country: str | None, kind: PartyClass) -> Actor | None:
        """A state's military, police or security forces."""
        if country is None:
            return None
        entry = self.registry.of_state(country, _ROLE_OF_CLASS.get(kind, "military"))
        if kind is PartyClass.SECURITY:
            return self.generic("Security forces", ActorKind.STATE_FORCES, country)
        return entry.actor() if entry else None

    def actor_of(self, party: Party, country: str | None) -> Actor | None:
        """The actor that a noun phrase stands for in an incident in `country`."""
        if party.actor is not None and party.actor.actor is not None:
            return self._named(party, party.actor.actor)
        if party.kind in {PartyClass.MILITARY, PartyClass.POLICE, PartyClass.SECURITY}:
            return self.force(country, party.kind)
        if party.kind is PartyClass.PEACEKEEPER:
            return self.generic("Peacekeepers", ActorKind.EXTERNAL_FORCES, country)
        if party.kind in {PartyClass.MILITANT, PartyClass.ATTACKER}:
            return self.unidentified(country)
        if party.kind is PartyClass.PROTESTER:
            return self.generic("Protesters", ActorKind.PROTESTERS, country)
        if party.kind is PartyClass.RIOTER:
            return self.generic("Rioters", ActorKind.RIOTERS, country)
        if party.kind is PartyClass.SUSPECT:
            return self.generic("Unidentified suspects", ActorKind.OTHER, country)
        if party.kind is PartyClass.NAMED:
            return Actor(self.report.text[party.span.start : party.span.end], ActorKind.OTHER)
        return self.civilians(country) if party.kind in CIVIL_CLASSES else None

    def author_of(self, party: Party, country: str | None) -> Actor | None:
        """The actor behind a deed of force: a country that strikes is its armed forces."""
        if party.actor is not None and party.actor.role == "country":
            return self.force(party.actor.country, PartyClass.MILITARY) or self.actor_of(party, country)
        return self.actor_of(party, country)

    def victim_of(self, party: Party, country: str | None) -> Actor | None:
        """The actor that is hit: a person whom no table knows is one of the civilians."""
        if party.kind is PartyClass.NAMED and party.actor is None:
            return self.civilians(country)
        return self.actor_of(party, country)

    def _named(self, party: Party, actor: Actor) -> Actor:
        """A country or its demonym with a noun for soldiers is its army; with one for people its civilians.

        A fighter counts in the group or force that he acts for.
        """
        mention = party.actor
        person = mention.entry if mention is not None and mention.role == "person" else None
        if person is not None and person.acts_for and not person.acts_for.endswith("-government"):
            body = self.registry.get(person.acts_for)
            return body.actor() if body is not None else actor
        if mention is None or mention.role not in {"country", "demonym", "government"}:
            return actor
        if party.kind in {PartyClass.MILITARY, PartyClass.POLICE, PartyClass.SECURITY}:
            return self.force(mention.country, party.kind) or actor
        if party.kind in {PartyClass.MILITANT, PartyClass.ATTACKER}:
            return self.unidentified(mention.country)
        if party.kind is PartyClass.PROTESTER:
            return self.generic("Protesters", ActorKind.PROTESTERS, mention.country)
        if party.kind in CIVIL_CLASSES - {PartyClass.OFFICIAL} and mention.role == "demonym":
            return self.civilians(mention.country)
        return actor


def origin(name: str, why: str) -> Origin:
    """The origin of a value that a rule of assembly gave."""
    return Origin(f"assemble.{name}", VERSION, why)
