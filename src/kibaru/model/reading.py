"""What a language's grammar finds in one sentence: parties, triggers and who stands in which role to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kibaru.model.annotation import ActorMention, DateMention, NumberMention, PlaceMention, Sentence
from kibaru.model.mention import Modality
from kibaru.model.span import Span
from kibaru.model.values import When


class Sense(StrEnum):
    """What a trigger word speaks of, free of language."""

    KILL = "kill"
    INJURE = "injure"
    HARM = "harm"
    NEUTRALISE = "neutralise"
    ATTACK = "attack"
    AMBUSH = "ambush"
    SHOOT = "shoot"
    STAB = "stab"
    RAM = "ram"
    CLASH = "clash"
    BOMB = "bomb"
    BLAST = "blast"
    SUICIDE = "suicide"
    AIR = "air"
    SHELL = "shell"
    STRIKE = "strike"
    GRENADE = "grenade"
    CHEMICAL = "chemical"
    ABDUCT = "abduct"
    SEXUAL = "sexual"
    ARREST = "arrest"
    PROTEST = "protest"
    RIOT = "riot"
    DISPERSE = "disperse"
    MOB = "mob"
    LOOT = "loot"
    SEIZE = "seize"
    RETAKE = "retake"
    AGREE = "agree"
    SURRENDER = "surrender"
    COUP = "coup"
    DISRUPT = "disrupt"
    DOWN = "down"
    DISPLACE = "displace"
    MISSING = "missing"
    VIOLENCE = "violence"


class PartyClass(StrEnum):
    """Neutral classes of people, by which tolls are put into groups."""

    MILITARY = "military"
    SECURITY = "security"
    POLICE = "police"
    PEACEKEEPER = "peacekeeper"
    MILITANT = "militant"
    ATTACKER = "attacker"
    SUSPECT = "suspect"
    PROTESTER = "protester"
    RIOTER = "rioter"
    CROWD = "crowd"
    CIVILIAN = "civilian"
    OFFICIAL = "official"
    PEOPLE = "people"
    FAMILY = "family"
    MEMBER = "member"
    VICTIM = "victim"
    NAMED = "named"


class Cue(StrEnum):
    """Signs in a sentence that tell how to take what it says.

    OUT_OF_SCOPE speaks of accident, disaster, disease or sport, and arms that act overrule it. ORDINARY speaks of crime,
    mishap or fiction, where arms are at home as well.
    """

    CUMULATIVE = "cumulative"
    HABITUAL = "habitual"
    ANOTHER = "another"
    UPDATE = "update"
    HISTORY = "history"
    OUT_OF_SCOPE = "out_of_scope"
    ORDINARY = "ordinary"
    CLAIM = "claim"
    NO_CLAIM = "no_claim"
    SUSPICION = "suspicion"
    BLAME = "blame"
    QUESTION = "question"
    SUMMARY = "summary"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase for people ("57 armed rebels", "the Malian army", "Two women and a man").

    `span` is the phrase without a leading article, `number` None where none is told; `plural` and `definite` are
    grammar's. `more` marks "others", "another", "more". `part_of_number` marks "two of the victims".
    """

    span: Span
    kind: PartyClass
    plural: bool
    definite: bool
    number: NumberMention | None = None
    actor: ActorMention | None = None
    more: bool = False
    partitive: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of violence or of a strategic development, with the parties in their roles.

    `agents` and `patients` index the reading's parties. `strong` words speak of violence by
    themselves; a `thing` names a means and tells of nothing without another trigger; a `quoted` one
    stands in direct speech, a `present` one in the present tense.
    """

    span: Span
    lemma: str
    sense: Sense
    strong: bool
    nominal: bool
    plural: bool
    passive: bool
    definite: bool
    negated: bool
    modality: Modality
    thing: bool = False
    quoted: bool = False
    present: bool = False
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the claimant's words, the verb, and the stretch of text for which it holds."""

    claimant: Span
    verb: str
    scope: Span
    actor: ActorMention | None = None
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Weapon:
    """A word for a means of violence and its neutral name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A date expression and what it resolves to; `when` is None where the text fixes nothing. `why` is a sentence."""

    mention: DateMention
    when: When | None
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that grammar and knowledge found in it; `speech` marks one that is wholly quoted."""

    sentence: Sentence
    triggers: tuple[Trigger, ...] = ()
    parties: tuple[Party, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Timed, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    cues: frozenset[Cue] = frozenset()
    speech: bool = False
