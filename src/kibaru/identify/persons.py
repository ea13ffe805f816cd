"""Persons in a text: known ones with their office words, other spellings, officials nobody lists, surnames alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kibaru.clean.names import fold
from kibaru.identify.names import Chooser, Draft, Hit, state
from kibaru.identify.pieces import Segment
from kibaru.lang.en import actors as english
from kibaru.model.knowledge import ActorEntry
from kibaru.ports import ActorRegistry

# Similarity at which a name with an office or rank before it, in a report that names the country, is a known person.
# tools/gate_names.py prints what it does on 548 labelled pairs: 85 % of the same persons reach it, 12 % of pairs made
# of strangers to look alike, so that neither the country nor the office may be missing. Of Sahelian spellings of one
# person all reach 0.568 ("Asmi Gueta" for "Assimi Goïta"), of different persons none 0.26.
ALIKE: Final = 0.55
_LEAD: Final = 0.05
_OFFICIAL, _SURNAME, _BARE_SURNAME = 0.8, 0.85, 0.6
_MOST_WORDS: Final = 5
_SHORTEST_SURNAME: Final = 5

Spots = dict[tuple[int, int], Hit]


@dataclass(frozen=True, slots=True)
class _Known:
    """Who a surname means once the full name has been told."""

    entry: ActorEntry | None
    draft: Draft


@dataclass(slots=True)
class Persons:
    """The passes over one report that find persons. `families` grows as full names are found."""

    segments: Sequence[Segment]
    registry: ActorRegistry
    chooser: Chooser
    hits: Sequence[Hit]
    families: dict[str, _Known] = field(default_factory=dict)
    _ends: Spots = field(default_factory=dict)
    _inside: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._ends = {(hit.segment, hit.last): hit for hit in self.hits}
        self._inside = {(hit.segment, at) for hit in self.hits for at in range(hit.first, hit.last)}

    def known(self) -> Iterator[Draft]:
        """Persons that the registry names, their span with the words of office before it."""
        for hit in self.hits:
            segment = self.segments[hit.segment]
            if hit.entries[0].role != "person" or not segment.free(hit.first, hit.last):
                continue
            chosen = self.chooser.choose(hit.entries)
            if chosen is None or self._longer_name(segment, hit):
                continue
            entry, why, sure = chosen
            first, _ = self._office(hit.segment, hit.first)
            yield self._person(hit.segment, (first, hit.last), entry, why, sure)

    def titled(self) -> Iterator[Draft]:
        """Names after an office or rank that the registry lacks as written."""
        for number, segment in enumerate(self.segments):
            if segment.shouting:
                continue
            for at in segment.capitals:
                if not at or segment.taken[at] or segment.lowers[at] in english.TITLED:
                    continue
                if segment.lowers[at - 1] not in english.TITLED and (number, at) not in self._ends:
                    continue
                last = self._name_end(number, at)
                if last > at and (draft := self._titled(number, at, last)) is not None:
                    yield draft

    def surnames(self) -> Iterator[Draft]:
        """A surname alone, of a person named in full elsewhere or, with less certainty, of a head of state in office."""
        for number, segment in enumerate(self.segments):
            if segment.shouting:
                continue
            for at in segment.capitals:
                draft = self._surname(number, at) if self._lone(number, at) else None
                if draft is not None:
                    yield draft

    def _office(self, number: int, first: int) -> tuple[int, str | None]:
        """Where the office words before a name begin, and the country they name: "French President", "president of Mali"."""
        segment = self.segments[number]
        before = english.office_before(segment.lowers, first)
        owner = self._ends.get((number, before)) if before < first else None
        if owner is not None and owner.country() and segment.free(owner.first, owner.last):
            return owner.first, owner.country()
        if before < first:
            return (before, None) if segment.free(before, first) else (first, None)
        after = self._ends.get((number, first))
        if after is not None and after.country() and after.first and segment.lowers[after.first - 1] in {"of", "the"}:
            of = after.first - 1 - (segment.lowers[after.first - 1] == "the")
            before = english.office_before(segment.lowers, of) if of > 0 and segment.lowers[of] == "of" else of
            if 0 <= before < of and segment.free(before, first):
                return before, after.country()
        return first, None

    def _person(self, number: int, words: tuple[int, int], entry: ActorEntry, why: str, sure: float) -> Draft:
        first, last = words
        self.segments[number].take(first, last)
        draft = Draft(number, first, last, entry, entry.actor(), "person", entry.country, why, sure)
        for name in (entry.name, self.segments[number].name(first, last)):
            family = fold(name).split()[-1]
            if family not in self.families or self.families[family].entry is None:
                self.families[family] = _Known(entry, draft)
        return draft

    def _longer_name(self, segment: Segment, hit: Hit) -> bool:
        """Whether the words run on as another person's name ("George Bush Street" stays a street)."""
        after = hit.last
        return after < len(segment.pieces) and segment.lowers[after] in english.NAMED_AFTER

    def _name_end(self, number: int, at: int) -> int:
        """The end of the capitalised words from `at` on, if they follow an office or rank; else `at`."""
        segment = self.segments[number]
        if segment.lowers[at - 1] not in english.TITLED and not self._office(number, at)[1]:
            return at
        last = at
        while last < len(segment.pieces) and last - at < _MOST_WORDS and not segment.taken[last]:
            piece = segment.pieces[last]
            if not (piece.capital or (piece.lower in english.PARTICLES and last > at)):
                break
            if (number, last) in self._inside and last == at:
                break
            last += 1
            if piece.possessive:
                break
        while last > at and segment.lowers[last - 1] in english.PARTICLES:
            last -= 1
        return last

    def _titled(self, number: int, at: int, last: int) -> Draft | None:
        segment = self.segments[number]
        first, country = self._office(number, at)
        if first == at or not segment.free(at, last):
            return None
        held = segment.lowers[first:at]
        person = self._alike(segment.name(at, last), country, last - at)
        if person is not None:
            entry, score = person
            why = f"a name like {entry.name}, after an office or rank, in a report about the same country"
            return self._person(number, (first, last), entry, why, round(score * 0.9, 2))
        if not english.state_office(held) or (country is None and self._of_another_body(number, first)):
            return None
        return self._official(number, (first, last), country)

    def _of_another_body(self, number: int, first: int) -> bool:
        """ "Bank president", "Senate President": the word before the office says whose it is, and it is no state."""
        segment = self.segments[number]
        if not first:
            return False
        before = segment.lowers[first - 1]
        return before not in english.NEVER and before not in english.BEFORE_NAMES

    def _official(self, number: int, words: tuple[int, int], country: str | None) -> Draft | None:
        """An office holder whom the registry lacks speaks for the government."""
        first, last = words
        segment = self.segments[number]
        country = country or self.chooser.scene.at(segment.sentence)
        entry, actor = state(self.registry, country, "government")
        segment.take(first, last)
        why = "an office of state with the name of its holder"
        draft = Draft(
            number, first, last, entry, actor, "government", country, why, _OFFICIAL if actor else _BARE_SURNAME
        )
        self.families.setdefault(fold(segment.pieces[last - 1].text).split()[-1], _Known(None, draft))
        return draft

    def _alike(self, name: str, country: str | None, words: int) -> tuple[ActorEntry, float] | None:
        """The one known person of a country that the report names whose name this may be."""
        scene = self.chooser.scene
        found = self.registry.similar_person(name)
        if not found:
            return None
        near = [
            (entry, score)
            for entry, score in found
            if score >= ALIKE
            and entry.country
            and (entry.country == country or (not country and scene.total(entry.country)))
        ]
        if words == 1:
            near = [(entry, score) for entry, score in near if entry.acts_for and entry.active_on(self.chooser.on)]
        if not near or any(e.id != near[0][0].id and s > near[0][1] - _LEAD for e, s in near):
            return None
        chosen = self.chooser.choose([entry for entry, _ in near if entry.id == near[0][0].id])
        return (chosen[0], near[0][1]) if chosen else None

    def _lone(self, number: int, at: int) -> bool:
        """Whether a word stands free with no other capitalised word beside it but an office."""
        segment = self.segments[number]
        if segment.taken[at] or (number, at) in self._inside:
            return False
        after = segment.pieces[at + 1] if at + 1 < len(segment.pieces) and not segment.pieces[at].possessive else None
        before = segment.pieces[at - 1] if at else None
        if after is not None and after.capital and not english.ranked([after.lower]):
            return False
        if before is None or before.possessive or not before.capital or segment.taken[at - 1]:
            return True
        return before.lower in english.NEVER or english.ranked([before.lower])

    def _surname(self, number: int, at: int) -> Draft | None:
        segment = self.segments[number]
        name = segment.pieces[at].text
        family = fold(name)
        known = self.families.get(family)
        if known is not None:
            first, _ = self._office(number, at)
            segment.take(first, at + 1)
            why = "a surname whose bearer the report names in full"
            sure = min(_SURNAME, known.draft.confidence)
            return replace(known.draft, segment=number, first=first, last=at + 1, why=why, confidence=sure)
        if len(family) < _SHORTEST_SURNAME or len(segment.pieces) == 1 or not self.chooser.on:
            return None
        person = self._alike(name, None, 1)
        if person is None or not (person[0].acts_for or "").endswith("-government"):
            return None
        first, _ = self._office(number, at)
        why = "the surname of a head of state or government in office, in a report about the country"
        return self._person(number, (first, at + 1), person[0], why, _BARE_SURNAME)
