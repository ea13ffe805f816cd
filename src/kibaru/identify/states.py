"""States in a text: countries and demonyms, "Malian soldiers", "the army of Mali", and "the army" of the report's country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from kibaru.identify.names import Draft, Hit, state
from kibaru.identify.pieces import Segment
from kibaru.identify.scene import Scene
from kibaru.lang.en import actors as english
from kibaru.model.values import Actor, ActorKind
from kibaru.ports import ActorRegistry

_FORCE, _OF, _ATTACK, _BARE, _BARE_UNKNOWN, _COUNTRY, _DEMONYM = 0.9, 0.9, 0.75, 0.7, 0.4, 0.8, 0.7
_MOST_MODIFIERS: Final = 4
_LOOK_BACK: Final = 5
# These words keep the role of the noun before them ("army officials"); any other last noun decides ("government forces").
_FOLLOWERS: Final = frozenset(
    "official officials spokesman spokeswoman spokesperson source sources chief officer officers commander commanders "
    "leader leaders state generals helicopters drones aircraft intelligence leadership delegation general".split()
)
_LOCATIVE: Final = frozenset(
    "in from to at near into inside across throughout of northern southern eastern western central".split()
)
_NOT_OF: Final = frozenset(
    "state court courts forces leaders leader officials king queen treasury authority intelligence".split()
)


@dataclass(frozen=True, slots=True)
class States:
    """The passes over one report that find states."""

    segments: Sequence[Segment]
    registry: ActorRegistry
    scene: Scene

    def phrases(self, hits: Sequence[Hit]) -> Iterator[Draft]:
        """A country or demonym with a noun for its force or government, before or after it."""
        for hit, following in zip_longest(hits, hits[1:]):
            country = self._country(hit)
            segment = self.segments[hit.segment]
            if country is None or not segment.free(hit.first, hit.last):
                continue
            found = self._after(segment, hit) or self._before(segment, hit) or self._shared(segment, hit, following)
            if found is not None and not _over(segment, found[0]):
                first, last, role, why = found
                yield self._force(hit.segment, (first, last), country, role, why)

    def _shared(self, segment: Segment, hit: Hit, following: Hit | None) -> tuple[int, int, str, str] | None:
        """ "French and Malian forces": the first nationality shares the second's noun."""
        if following is None or following.segment != hit.segment or following.first != hit.last + 1:
            return None
        if segment.lowers[hit.last] not in {"and", "or"} or not any(e.role == "demonym" for e in hit.entries):
            return None
        found = self._after(segment, following) if following.country() else None
        return (hit.first, hit.last, found[2], "a nationality that shares the noun of the next") if found else None

    def countries(self, hits: Sequence[Hit]) -> Iterator[Draft]:
        """Countries and demonyms that stand alone; the actor is the government, or the army before an attack."""
        for hit in hits:
            country = self._country(hit)
            segment = self.segments[hit.segment]
            if country is None or not segment.free(hit.first, hit.last) or _qualifies(segment, hit):
                continue
            if english.attack_after(segment.lowers, hit.last):
                yield self._force(hit.segment, (hit.first, hit.last), country, "military", "a state before its attack")
                continue
            entry, actor = state(self.registry, country, "government")
            segment.take(hit.first, hit.last)
            role = _place_role(segment, hit)
            why = f"a {'demonym' if role == 'demonym' else 'country'}: its government where it acts"
            sure = _DEMONYM if role == "demonym" else _COUNTRY
            yield Draft(hit.segment, hit.first, hit.last, entry, actor, role, country, why, sure)

    def bare(self) -> Iterator[Draft]:
        """ "The army", "police", "the government": those of the country that the report draws."""
        for number, segment in enumerate(self.segments):
            if english.BARE_STARTS.isdisjoint(segment.lowers):
                continue
            for at, word in enumerate(segment.lowers):
                if word not in english.BARE_STARTS or segment.taken[at]:
                    continue
                local = self._local(number, at) if word == "police" else None
                if local is not None:
                    yield local
                    continue
                found = self._bare(segment, at)
                if found is not None:
                    last, role = found
                    country = self.scene.at(segment.sentence)
                    why = "an institution without its country: that of the country most named so far"
                    yield self._force(number, (at, last), country, role, why)

    def _local(self, number: int, at: int) -> Draft | None:
        """ "Harbourtown Police Department": a force of a town or county under its own name."""
        segment = self.segments[number]
        first, last = at, at + 1
        if segment.shouting or not segment.pieces[at].capital:
            return None
        while first and segment.pieces[first - 1].capital and segment.words[first - 1].lower() not in english.NEVER:
            first -= 1
        if first == at or not segment.free(first, at) or segment.pieces[at - 1].possessive:
            return None
        while (
            last < len(segment.pieces) and segment.pieces[last].capital and segment.lowers[last] in english.POLICE_NAMES
        ):
            last += 1
        segment.take(first, last)
        country = self.scene.at(segment.sentence)
        actor = Actor(segment.name(first, last), ActorKind.STATE_FORCES, None, country)
        why = "a police force under the name of its town or county"
        return Draft(number, first, last, None, actor, "force", country, why, _BARE)

    def _country(self, hit: Hit) -> str | None:
        """The country of a hit; of "Congolese" the one that the report names otherwise, else the likelier."""
        codes = [e.country for e in hit.entries if e.role in {"country", "demonym"} and e.country and e.alone]
        codes += [
            e.country
            for e in hit.entries
            if e.role == "country" and e.country and not e.alone and self._known(e.country)
        ]
        return max(codes, key=self.scene.total) if codes else None

    def _known(self, country: str) -> bool:
        return self.scene.total(country) > 0

    def _force(self, number: int, words: tuple[int, int], country: str | None, role: str, why: str) -> Draft:
        first, last = words
        segment = self.segments[number]
        segment.take(first, last)
        entry, actor = state(self.registry, country, role)
        kind = "government" if role == "government" else "force"
        bare = why.startswith("an institution")
        sure = (_BARE if actor else _BARE_UNKNOWN) if bare else (_ATTACK if "attack" in why else _FORCE)
        return Draft(number, first, last, entry, actor, kind, country, why, sure)

    def _after(self, segment: Segment, hit: Hit) -> tuple[int, int, str, str] | None:
        """ "Malian soldiers", "Mali's army-led government", "U.S. special forces"."""
        if not _owns(segment, hit):
            return None
        found: tuple[int, str] | None = None
        at, modifiers = hit.last, 0
        while at < len(segment.lowers) and not segment.taken[at]:
            noun = english.state_noun(segment.lowers, at)
            if noun is not None and not _goes_on(segment, at + noun[0]):
                last, role = at + noun[0], noun[1]
                kept = found is not None and segment.lowers[last - 1] in _FOLLOWERS
                found = (last, found[1] if found is not None and kept else role)
                at = last
            elif segment.lowers[at] in english.MODIFIERS and modifiers < _MOST_MODIFIERS:
                modifiers += 1
                at += 1
            else:
                break
        if found is None or english.qualifies_thing(segment.lowers, found[0]):
            return None
        return hit.first, found[0], found[1], "a nationality with a noun for a state's force or government"

    def _before(self, segment: Segment, hit: Hit) -> tuple[int, int, str, str] | None:
        """ "The army of Mali", "the government of the United States"."""
        end = hit.first
        if end and segment.lowers[end - 1] == "the":
            end -= 1
        if not end or segment.lowers[end - 1] != "of":
            return None
        for first in range(max(0, end - 1 - _LOOK_BACK), end - 1):
            noun = english.state_noun(segment.lowers, first)
            head = segment.lowers[end - 2]
            if noun and first + noun[0] == end - 1 and head not in _NOT_OF and segment.free(first, end):
                return first, hit.last, noun[1], "a noun for a state's force or government with its country"
        return None

    def _bare(self, segment: Segment, at: int) -> tuple[int, str] | None:
        noun = english.bare_noun(segment.lowers, at)
        if noun is None:
            return None
        count, role, needs = noun
        last = at + count
        before = segment.lowers[at - 1] if at else ""
        if before in english.ANYBODYS:
            return None
        known = english.determined(before) or (
            before in english.MODIFIERS and at > 1 and english.determined(segment.lowers[at - 2])
        )
        if (needs and not known) or segment.pieces[at].tied or _goes_on(segment, last) or not segment.free(at, last):
            return None
        return None if english.qualifies_thing(segment.lowers, last) else (last, role)


def _over(segment: Segment, first: int) -> bool:
    """ "A former president of Mali" speaks for no government."""
    return first > 0 and segment.lowers[first - 1] in english.OVER


def _goes_on(segment: Segment, at: int) -> bool:
    """Whether the word before `at` is the first half of a hyphenated one ("army-led")."""
    return at < len(segment.pieces) and segment.pieces[at].tied


def _owns(segment: Segment, hit: Hit) -> bool:
    """Whether a noun may follow: demonyms and possessives always, "in Mali soldiers ..." not."""
    if hit.last >= len(segment.pieces) or _qualifies(segment, hit):
        return False
    if segment.pieces[hit.last - 1].possessive or any(entry.role == "demonym" for entry in hit.entries):
        return True
    return not (hit.first and segment.lowers[hit.first - 1] in _LOCATIVE)


def _qualifies(segment: Segment, hit: Hit) -> bool:
    """ "US-backed", "Iraqi-Syrian": half of a hyphenated word is no actor."""
    after = segment.pieces[hit.last] if hit.last < len(segment.pieces) else None
    if (after is not None and after.tied) or segment.pieces[hit.first].tied:
        return True
    if segment.lowers[hit.first] not in english.GIVEN or hit.last > hit.first + 1:
        return False
    before = segment.pieces[hit.first - 1] if hit.first > 1 else None
    follows = after is not None and after.capital and not segment.pieces[hit.first].possessive
    return (follows and after is not None and english.state_noun([after.lower], 0) is None) or (
        before is not None and before.capital and not english.ranked([before.lower])
    )


def _place_role(segment: Segment, hit: Hit) -> str:
    """Of a word that is both ("US"): an adjective where a plain noun follows."""
    roles = {entry.role for entry in hit.entries}
    if len(roles) == 1:
        return roles.pop()
    if hit.last >= len(segment.pieces) or segment.pieces[hit.last - 1].possessive:
        return "country"
    following = segment.pieces[hit.last]
    return "country" if following.lower in english.AFTER_COUNTRY or following.lower.endswith("ed") else "demonym"
