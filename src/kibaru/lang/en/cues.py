"""Signs in an English sentence that tell how to take what it says."""

from __future__ import annotations

import re
from typing import Final

import ahocorasick

from kibaru.lang.en.words import IRREGULAR_PAST
from kibaru.model.reading import Cue

_MANY: Final = r"(?:tens of |hundreds of )?(?:thousands|hundreds|millions|scores|dozens)"
_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_PATTERNS: Final[dict[Cue, str]] = {
    Cue.CUMULATIVE: (
        rf"since (?:the )?(?:start|beginning|outbreak|end|fall|(?:early |mid-|late )?(?:19|20)\d\d|{_MONTH}|last|late|early)"
        r"|since (?:the )?\w+ (?:began|started|erupted|broke out)"
        r"|so far (?:this|in)|(?:this|last) year(?:'s|’s)? (?:have|has|death)|over the (?:last|past) "
        r"|(?:in|during|for|within) (?:the )?(?:last|past|previous|recent) (?:\w+[ -]){0,2}(?:weeks?|months?|years?"
        r"|decades?)"
        rf"|{_MANY} (?:of )?(?:\w+ ){{0,5}}(?:have|has|had) (?:been )?(?:killed|died|fled|displaced|arrested|lost)"
        r"|(?:have|has) (?:already )?(?:killed|claimed|displaced|left|forced) (?:\w+ ){0,4}(?:thousands|hundreds"
        r"|millions)"
        r"|(?:months|years|decades?) of (?:\w+[ -]){0,3}(?:war|fighting|conflict|violence|unrest|protests|insurgency)"
        r"|in (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:months|years|weeks) of"
        r"|by the end of (?:19|20)\d\d|total (?:number|death toll)|overall (?:death )?toll"
        r"|death toll from the (?:conflict|war|protests|violence)"
        r"|attacks (?:this|last) (?:year|month)|-year(?:-old)? (?:war|conflict|insurgency|campaign)"
        r"|deaths of (?:thousands|hundreds)"
    ),
    Cue.HABITUAL: (
        r"\b(?:often|frequent(?:ly)?|regular(?:ly)?|routinely|commonplace|rife with|prone to|repeatedly|known for"
        r"|usually|sporadic)\b"
        r"|\b(?:series|spate|string|wave|number|slew) of (?:\w+ ){0,3}(?:attacks|bombings|killings|kidnappings|clashes"
        r"|assaults|raids)"
        r"|\bnumerous (?:\w+ )?(?:attacks|bombings|clashes|killings)|\bhave been (?:carrying out|using|fighting|waging"
        r"|staging)"
        r"|\b(?:is|are) (?:particularly )?active|continue to (?:attack|ambush|carry out|launch)|home to\b|\bhotspot"
        r"|\bhotbed"
    ),
    Cue.ANOTHER: (
        r"\banother (?:\w+ ){0,3}(?:attack|blast|bomb|bombing|explosion|incident|strike|airstrike|clash|ambush|raid"
        r"|shooting|"
        r"group|convoy|village|district|town|protest)"
        r"|\bseparate(?:ly)?\b|\belsewhere\b|\bin (?:a|an) (?:different|unrelated|earlier|previous"
        r"|later) (?:\w+ )?(?:incident|attack)"
        r"|\bin one incident|\bin neighbou?ring\b|\bsecond (?:attack|incident|ambush|raid|strike)"
        r"|\bin other (?:violence|attacks)"
        r"|\bin the same (?:area|region|village|town|district|place|province|city) (?:where|as|in which)"
        r"|\bthe day before\b|\ba day earlier\b|\bdays? later\b|\bhours later\b|\blater\b,"
    ),
    Cue.UPDATE: (
        r"(?:toll|number|count) (?:\w+ ){0,14}(?:rises|rose|risen|climbed|climbs|rising|increased|jumped|went up|reached|revised)"
        r"|bringing the (?:\w+ ){0,3}(?:toll|total|number)|raised? the (?:\w+ )?toll|(?:dead|deaths|killed) (?:has "
        r"|had )?(?:risen|rose|rises) to"
    ),
    Cue.HISTORY: (
        r"\b(?:years|decades|months|century|centuries) ago\b|\blast year\b|\b(?:in|of|since|from) (?:the )?(?:1[89]\d\d"
        r"|20[01]\d|202\d)s?\b"
        r"|\bin the (?:early |mid-|late )?(?:1[89]|20)\d0s|\bformer(?:ly)?\b|\bhistor|\bearlier this year"
        r"|\bemerged in\b"
        r"|\banniversary\b|\bthe (?:first|worst|deadliest|latest|biggest|most recent) (?:\w+ ){0,6}since\b"
        r"|\bpreviously\b"
        r"|\bin (?:previous|earlier|past|recent) (?:years|months|weeks|attacks|incidents)\b|\bbegan in\b|\bstarted in\b"
        r"|\bat the time\b"
        r"|\bsince then\b|\bover the years\b|\blong-running\b|\bdecade-long\b|\blast (?:january|february|march|april"
        r"|may|june|july|august|"
        r"september|october|november|december)\b|\bin earlier\b"
    ),
    Cue.OUT_OF_SCOPE: (
        r"\b(?:died|dies|dead|death|passed away)\b.{0,80}\b(?:aged|at the age of|natural causes|illness|pneumonia)\b"
        r"|\b(?:boat|hotel|house|apartment|warehouse|factory|block|kitchen|forest) fire|caught fire|catches fire|\bblaze\b"
    ),
    # "Film about a bomb": what is told there did not happen.
    Cue.ORDINARY: r"\b(?:film|movie|novel|drama|documentary|book) (?:about|on|(?:is|was) set|set)\b",
    Cue.CLAIM: (
        r"(?:claim|accept|took|take|assum)(?:s|ed|ing|en)? (?:\w+ ){0,3}(?:responsibility|credit)"
        r"|claims? of responsibility (?:by|from)"
        r"|said (?:it|they) (?:was|were|had been) (?:behind|responsible)|said (?:its|their) (?:fighters|men|forces"
        r"|members)"
        r"|claimed (?:they were|it was) (?:responsible|behind)|said (?:that )?(?:it|they) (?:had )?carried out"
    ),
    Cue.NO_CLAIM: (
        r"\bno (?:one|group|organi[sz]ation|immediate claim|claim|armed group|party)\b(?:(?! but ).){0,60}(?:claim"
        r"|responsib|credit|taken part|was behind|carried out)"
        r"|\bnobody (?:\w+ ){0,3}claimed|\bnot (?:yet |immediately )?(?:clear|known) who\b|\bunclear who\b"
    ),
    Cue.SUSPICION: (
        r"\b(?:suspect(?:ed|s)?|believed (?:to|that)|thought to|alleged(?:ly)?|attributed to|ascribed to|presumed|"
        r"widely believed|appear(?:s|ed)? to have been|(?:was|were|be|been) linked to|bears? the hallmarks?)\b"
    ),
    Cue.BLAME: (
        r"\b(?:blam(?:e|ed|es|ing)|accus(?:e|ed|es|ing)|pointed (?:the finger )?(?:to|at)|"
        r"held (?:\w+ ){1,4}responsible|responsible for)\b"
    ),
    Cue.SUMMARY: (
        r"\bin (?:at least )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|separate) (?:\w+ ){0,2}"
        r"(?:attacks|explosions|blasts|incidents|bombings|raids|clashes|strikes|airstrikes|ambushes|shootings"
        r"|assaults)\b"
    ),
    Cue.CARE: r"\b(?:hospitals?|clinic|ward|morgue|mortuary|health cent(?:re|er)|evacuated to|admitted to|airlifted)\b",
    Cue.QUESTION: r"\?[\"”’']*\s*$",
}
# Words, whole as they stand, that carry a cue by themselves.
_WORDS: Final[dict[Cue, str]] = {
    Cue.OUT_OF_SCOPE: """
        rugby|first half|second half|penalty kick|referee|yellow card|scored|supernova|black hole|crash|crashed|crashes
        collided|collision|derail|derailed|derailment|earthquake|flood|floods|flooding|cyclone
        hurricane|typhoon|landslide|avalanche|drown|drowned|drowning|stampede|gas leak|short circuit|epidemic|outbreak|virus|ebola
        cholera|covid|coronavirus|dengue|heart attack|cancer|overdose|wildfire|bushfire|lightning|collapse|collapses|collapsed
        film|movie|novel|actor|box office|championship|league|tournament|goalkeeper|striker|midfielder|coach|innings|cup final
        shares|stocks|investors|lion|shark|crocodile|elephant|volcano|explosion of interest|explosion of creativity
        explosion of anger|dog attack|bear attack|tiger attack|leopard attack|panic attack|asthma attack
        cyber attack|cyber attacks|cyberattack|cyberattacks
    """,
    Cue.ORDINARY: """
        accident|accidental|accidentally|video game|robbery|robber|robbers|burglary|burglar|burglars|heist
        domestic violence|domestic abuse|domestic dispute|domestic row
    """,
}
# No sentence carries a cue without one of its letters; most sentences have none, and patterns cost more than this.
_LETTERS: Final[dict[Cue, str]] = {
    Cue.CUMULATIVE: (
        "since|so far|year|over the |week|month|decade|thousands|hundreds|millions|scores|dozens|by the end"
        "|total |overall|death toll"
    ),
    Cue.HABITUAL: (
        "often|frequent|regular|routinely|commonplace|rife with|prone to|repeatedly|known for|usually|sporadic"
        "|series|spate|string|wave|number|slew|numerous|have been|active|continue to|home to|hotspot|hotbed"
    ),
    Cue.ANOTHER: (
        "another|separate|elsewhere|in a|in one incident|neighbo|second|in other|in the same|the day before"
        "|a day earlier|later"
    ),
    Cue.UPDATE: "toll|number|count|bringing the|risen|rose|rises",
    Cue.HISTORY: (
        " ago|last |18|19|20|former|histor|earlier|emerged in|anniversary|since|previous|past |recent "
        "|began in|started in|at the time|over the years|long-running|decade-long"
    ),
    Cue.OUT_OF_SCOPE: (
        "aged|the age of|natural causes|illness|pneumonia|boat fire|hotel fire|house fire|apartment fire"
        "|warehouse fire|factory fire|block fire|kitchen fire|forest fire|caught fire|catches fire|blaze"
    ),
    Cue.ORDINARY: "film |movie |novel |drama |documentary |book ",
    Cue.CLAIM: "responsib|credit|behind|said its|said their|carried out",
    Cue.NO_CLAIM: "no |nobody|clear who|known who",
    Cue.SUSPICION: "suspect|believed|thought to|alleged|attributed to|ascribed to|presumed|appear|linked to|hallmark",
    Cue.BLAME: "blam|accus|pointed|responsible",
    Cue.SUMMARY: "attacks|explosions|blasts|incidents|bombings|raids|clashes|strikes|ambushes|shootings|assaults",
    Cue.CARE: "hospital|clinic|ward|morgue|mortuary|health cent|evacuated to|admitted to|airlifted",
    Cue.QUESTION: "?",
}
_COMPILED: Final = tuple(
    (1 << number, cue, re.compile(pattern)) for number, (cue, pattern) in enumerate(_PATTERNS.items())
)


def _all_letters() -> ahocorasick.Automaton:
    """Finds in one pass the words and letters of all cues.

    The value of each is its length, the bits of the cues that it carries by itself where it stands as a whole word, and the
    bits of those whose pattern may match.
    """
    whole: dict[str, int] = {}
    part: dict[str, int] = {}
    for bit, cue, _ in _COMPILED:
        for each in _LETTERS[cue].split("|"):
            part[each] = part.get(each, 0) | bit
        for each in _WORDS.get(cue, "").strip().replace("\n", "|").split("|"):
            if word := each.strip():
                whole[word] = whole.get(word, 0) | bit
    automaton = ahocorasick.Automaton()
    for each in {**part, **whole}:
        automaton.add_word(each, (len(each), whole.get(each, 0), part.get(each, 0)))
    automaton.make_automaton()
    return automaton


_LETTERED: Final = _all_letters()


def find_cues(lower: str) -> frozenset[Cue]:
    """The cues that one sentence, in lower case, carries."""
    told = possible = 0
    for last, (length, whole, part) in _LETTERED.iter(lower):
        possible |= part
        if whole and _stands_alone(lower, last + 1 - length, last + 1):
            told |= whole
    return frozenset(
        [cue for bit, cue, pattern in _COMPILED if told & bit or (possible & bit and pattern.search(lower))]
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or underscore goes on from `text[start:end]` to either side."""
    before = start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
    return not before and not (end < len(text) and (text[end].isalnum() or text[end] == "_"))


# What groups do as a rule: a verb in the simple present, told from the noun ("the fight", "attacks in") by what stands around it.
_USUAL: Final = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bto )(?<!\bof )(?<!\bin )\b(?:(?:fight|operate|wage|roam|compete|seek|want|recruit|extort|kidnap)s?"
    r"|(?:attack|raid|control)s? (?!(?:in|on|at|by|of|near|and|or|that|which|after|as|is|are|has|have)\b)\w|ambush(?:es)? \w+s\b)"
)
# What tells of something that happened, or a charge that somebody makes now. "Suspected" or "linked to" is no past tense, nor is
# a participle after an article.
_HAPPENED: Final = re.compile(
    r"\b(?:was|were|had|has|have|did|said|says?|suspects|blames?|accuses?|claims)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:suspected|believed|thought|presumed|alleged|blamed|accused)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bany )(?<!\ballegedly )"
    r"\b(?!(?:suspected|alleged|presumed|armed|united|linked|allied|based|related|need|indeed)\b)\w{2,}ed\b"
)


def tells_the_usual(lower: str) -> bool:
    """Whether a sentence, in lower case, says in the present tense what somebody does as a rule, and nothing that happened."""
    if _USUAL.search(lower) is None or _HAPPENED.search(lower) is not None:
        return False
    return IRREGULAR_PAST.isdisjoint(lower.split())


_BLAME_LETTERS: Final = ("responsib", "credit", "blam", "accus", "suspect", "behind the")
_BLAME_WORDS: Final = re.compile(r"responsib|\bcredit\b|\bblam|\baccus|\bsuspect|\bbehind the\b")


def speaks_of_blame(lower: str) -> bool:
    """Whether a sentence, in lower case, may say who did it, even if it names no deed."""
    return any(each in lower for each in _BLAME_LETTERS) and _BLAME_WORDS.search(lower) is not None
