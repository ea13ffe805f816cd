"""Political acts that English performs by what a speaker's words say: "they must leave", "a barbaric crime"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from kibaru.lang.en.acts_figures import Sight
from kibaru.lang.en.acts_subject import subject_of
from kibaru.lang.en.acts_words import BARRIERS, COUNTERPARTS, OUGHT, REPROACHES, VENGEFUL, VERDICTS
from kibaru.lang.en.words import ADVERBS, BE
from kibaru.model.deed import Deed, Figure
from kibaru.model.mention import Modality
from kibaru.model.span import Span

_NAMING: Final = frozenset(
    "call calls called calling characterize characterized characterise characterised describe describes described "
    "describing label labelled labeled brand branded term termed".split()
)
_INVOLVED: Final = {"responsible": {"for"}, "behind": {"the", "a", "it", "this"}, "involved": {"in"}}
_OWN: Final = frozenset(["he", "she", "it", "they", "we", "i"])
_REPROACH_REACH: Final = 16
# Without one of these, what somebody says does nothing by itself.
_SPEECH_WORDS: Final = OUGHT | VERDICTS | frozenset(_INVOLVED)
_WILLING: Final = frozenset({"will", "would"})


def may_speak(words: Set[str], *, said: bool) -> bool:
    """Whether the words of a sentence could do something by being said; `said` tells that the sentence has a speaker."""
    if not words.isdisjoint(_NAMING) and not words.isdisjoint(REPROACHES):
        return True
    if not said and '"' not in words:
        return False
    return not words.isdisjoint(_SPEECH_WORDS) or (not words.isdisjoint(_WILLING) and not words.isdisjoint(_OWN))


def speech_deeds(sight: Sight, speaker: Figure | None, taken: tuple[Span, ...]) -> tuple[Deed, ...]:
    """What the sentence's speaker does by the words said, beside the deeds that verbs already told."""
    actor = speaker or Figure(sight.reading.sentence.span, sight.reading.sentence.index, pronoun=True)
    found: list[Deed] = []
    for k, token in enumerate(sight.tokens):
        deed = None
        if token.lower in OUGHT:
            deed = _demand(sight, k, actor)
        elif token.lower in _WILLING:
            deed = _refusal(sight, k, actor) or _threat(sight, k, actor)
        elif token.lower in VERDICTS:
            deed = _verdict(sight, k, actor)
        elif token.lower in _INVOLVED:
            deed = _charge(sight, k, actor)
        if deed is not None and not any(t.overlaps(deed.trigger) for t in taken):
            found.append(deed)
    return tuple(found[:1])


def _make(sight: Sight, words: tuple[int, int], plover: str, mode: str | None, actor: Figure) -> Deed:
    return Deed(
        trigger=sight.spanned(*words),
        lemma=sight.tokens[words[0]].lower,
        plover=plover,
        mode=mode,
        rule="speech",
        modality=Modality.ASSERTED,
        actors=(actor,),
    )


def _demand(sight: Sight, k: int, actor: Figure) -> Deed | None:
    """ "Foreign troops must leave", "they need to stand by us"."""
    if not k or not _inside(sight, k):
        return None
    tokens = sight.tokens
    plain = tokens[k].lower in {"need", "needs", "ought"}
    if plain and (k + 1 >= len(tokens) or tokens[k + 1].lower != "to"):
        return None
    index = sight.figure_at[k - 1]
    others = tokens[k - 1].lower in COUNTERPARTS
    if not others and (index < 0 or sight.figures[index] == actor):
        return None
    return _make(sight, (k, min(k + 2, len(tokens))), "REQUEST", None, actor)


def _refusal(sight: Sight, k: int, actor: Figure) -> Deed | None:
    """ "He said he would not sign"."""
    tokens = sight.tokens
    if not k or k + 1 >= len(tokens) or tokens[k + 1].lower != "not" or not _inside(sight, k):
        return None
    return _make(sight, (k, k + 2), "REJECT", None, actor) if tokens[k - 1].lower in _OWN else None


def _verdict(sight: Sight, k: int, actor: Figure) -> Deed | None:
    """ "This is unacceptable", in the speaker's own words."""
    if not (quoted(sight, k) or sight.reading.speech):
        return None
    return _make(sight, (k, k + 1), "ACCUSE", "disapprove", actor)


def _charge(sight: Sight, k: int, actor: Figure) -> Deed | None:
    """ "He said that rebels were behind the attack"."""
    tokens = sight.tokens
    following = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if following not in _INVOLVED[tokens[k].lower] or not _inside(sight, k):
        return None
    i = k - 1
    while i >= 0 and (tokens[i].lower in BE or tokens[i].lower in ADVERBS):
        i -= 1
    if i == k - 1 or i < 0 or sight.figure_at[i] < 0:
        return None
    deed = _make(sight, (k, k + 2), "ACCUSE", "allege", actor)
    return replace(deed, targets=(sight.figures[sight.figure_at[i]],))


def _threat(sight: Sight, k: int, actor: Figure) -> Deed | None:
    """ "We will destroy them": what the speaker is going to do to somebody."""
    tokens = sight.tokens
    if not k or tokens[k - 1].lower not in {"we", "i"} or not (sight.reading.speech or _inside(sight, k)):
        return None
    for i in range(k + 1, min(len(tokens), k + 4)):
        if tokens[i].lower in VENGEFUL:
            return _make(sight, (k, i + 1), "THREATEN", None, actor)
    return None


def _inside(sight: Sight, k: int) -> bool:
    """Whether word `k` stands in what somebody is said to say."""
    start = sight.tokens[k].start
    return quoted(sight, k) or any(a.scope.start <= start < a.scope.end for a in sight.reading.attributions)


def quoted(sight: Sight, k: int) -> bool:
    """Whether word `k` stands in quotation marks that open in its sentence."""
    return sum(t.lower == '"' for t in sight.tokens[:k]) % 2 == 1


def reproaches(sight: Sight, running: tuple[Figure, ...]) -> list[Deed]:
    """ "The ministry called the raid a crime": naming a deed by a word of reproach."""
    found: list[Deed] = []
    for k, token in enumerate(sight.tokens):
        end = _reproach(sight, k) if token.lower in _NAMING else 0
        if end:
            actors = subject_of(sight, k, running)
            if actors:
                found.append(replace(_make(sight, (k, end), "ACCUSE", "disapprove", actors[0]), actors=actors))
    return found


def _reproach(sight: Sight, first: int) -> int:
    """Where a reproach ends that begins with naming at word `first` ("called the attack a crime"); 0 for none."""
    for k in range(first + 1, min(len(sight.tokens), first + _REPROACH_REACH)):
        lower = sight.tokens[k].lower
        if lower in REPROACHES:
            start, end = sight.tokens[first].end, sight.tokens[k].start
            deed = any(start <= t.span.start < end for t in sight.reading.triggers)
            return k + 1 if deed or quoted(sight, k) else 0
        if lower in BARRIERS - {'"', "."}:
            return 0
    return 0
