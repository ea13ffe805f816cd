"""Political acts in English: who condemns, demands, refuses, threatens, sends or releases, and whom it is done to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kibaru.lang.en.acts_figures import Sight, sight_of
from kibaru.lang.en.acts_patterns import Match, find_matches, patterns
from kibaru.lang.en.acts_speech import may_speak, reproaches, speech_deeds
from kibaru.lang.en.acts_subject import subject_of
from kibaru.lang.en.acts_words import ASIDES, BARRIERS, COMMENTS, GOING_ON, PERSONAL
from kibaru.lang.en.words import ADVERBS, DETERMINERS, DO, MODALS, PREPOSITIONS
from kibaru.model.deed import Deed, Figure, Spoken
from kibaru.model.mention import Modality
from kibaru.model.reading import Reading
from kibaru.model.span import Span

_REACH: Final = 10
_NEAR: Final = 4
_CLAUSE: Final = 8
_LEFT_OR_FACED: Final = {"RETREAT": "from", "MOBILIZE": "against"}
_ASKED: Final = 16
_CONDITIONS: Final = frozenset({"if", "unless", "whether"})
_POSSIBLE: Final = MODALS - {"will"}
_PLURAL: Final = frozenset(["they", "we", "i", "you"])
_NOUN_BEFORE: Final = DETERMINERS | PREPOSITIONS | {"'s", "'"}


def matches_of(reading: Reading) -> tuple[Match, ...]:
    """The words of a sentence that may be political acts; most sentences have none."""
    return find_matches(reading.sentence.tokens) if not patterns().keys().isdisjoint(reading.sentence.words) else ()


def may_tell(reading: Reading, matches: Sequence[Match]) -> bool:
    """Whether a sentence with these words could tell of a political act; only then does it need grammar."""
    if matches:
        return True
    return may_speak(frozenset(reading.sentence.words), said=bool(reading.attributions) or reading.speech)


def find_spoken(text: str, reading: Reading, matches: Sequence[Match]) -> Spoken:
    """Figures, deeds and the speaker of one sentence with these words for acts."""
    sight = sight_of(text, reading)
    speaker = _speaker(sight)
    deeds: list[Deed] = []
    running: tuple[Figure, ...] = ()
    for match in matches:
        deed, running = _deed(sight, match, running)
        if deed is not None:
            deeds.append(deed)
    deeds.extend(reproaches(sight, running))
    if speaker is not None or reading.speech:
        deeds.extend(speech_deeds(sight, speaker, tuple(d.trigger for d in deeds if d.modality is Modality.ASSERTED)))
    if speaker is not None:
        deeds = [_with_speaker(d, speaker) for d in deeds]
    continues = reading.speech or sight.tokens[0].lower in GOING_ON if sight.tokens else False
    return Spoken(tuple(sight.figures), tuple(deeds), speaker, _subject(sight), continues)


def _subject(sight: Sight) -> Figure | None:
    """The figure that the sentence begins with, behind an article at most."""
    return sight.figures[0] if sight.figures and sight.ends[0][0] <= 1 else None


def _with_speaker(deed: Deed, speaker: Figure) -> Deed:
    """ "X said he had ordered ...": the pronoun stands for who speaks."""
    actors = tuple(speaker if f.pronoun and f.word in PERSONAL else f for f in deed.actors)
    return replace(deed, actors=tuple(dict.fromkeys(actors)))


def _speaker(sight: Sight) -> Figure | None:
    """The figure in the words of the first claimant; a pronoun, or words of an earlier sentence, stand for one."""
    told = sight.reading.attributions
    if not told:
        return _subject(sight) if any(t.lower == '"' for t in sight.tokens[1:]) else None
    span = told[0].claimant
    inside = [f for f in sight.figures if f.span.overlaps(span)]
    if inside:
        return inside[0]
    return (
        Figure(span, sight.reading.sentence.index, pronoun=True) if told[0].pronoun or _elsewhere(sight, span) else None
    )


def _elsewhere(sight: Sight, span: Span) -> bool:
    return not sight.reading.sentence.span.contains(span)


def _deed(sight: Sight, match: Match, running: tuple[Figure, ...]) -> tuple[Deed | None, tuple[Figure, ...]]:
    """The deed of one match, and the subject that verbs after it may share."""
    pattern = match.pattern
    if pattern.tag == "n" or _is_noun(sight, match):
        return (_nominal(sight, match), running) if pattern.frame == "n" else (None, running)
    if pattern.frame == "n" or _infinitive(sight, match):
        return None, running
    subject = subject_of(sight, match.first, running)
    modality = _modality(sight, match)
    if modality is None:
        return None, subject or running
    if match.passive or pattern.frame == "q":
        actors, targets = _agent(sight, match), subject
        if not actors and pattern.default is None:
            return None, subject or running
    else:
        actors, targets = subject, _targets(sight, match)
        if not actors or not _needed(sight, match, targets):
            return None, subject or running
    deed = Deed(
        trigger=sight.spanned(match.first, match.end),
        lemma=pattern.lemma,
        plover=pattern.plover,
        mode=pattern.mode,
        rule="passive verb" if match.passive else "verb",
        modality=modality,
        actors=actors,
        targets=tuple(t for t in targets if t not in actors),
        default=pattern.default if not actors else None,
        needs_target=bool(pattern.needs),
        asides=_asides(sight, match),
    )
    return deed, subject or running


def _asides(sight: Sight, match: Match) -> tuple[Span, ...]:
    """Clauses of the sentence that tell of something else (", which was founded in 2012")."""
    tokens, found = sight.tokens, []
    for k, token in enumerate(tokens):
        if token.lower in ASIDES:
            end = next((i for i in range(k + 1, len(tokens)) if tokens[i].lower in {",", ";"}), len(tokens))
            if not k <= match.first < end:
                found.append(sight.spanned(k, end))
    return tuple(found)


def _is_noun(sight: Sight, match: Match) -> bool:
    """ "Its demand", "a call for": a form that could be a verb, behind what begins a noun phrase."""
    if match.pattern.tag == "ing":
        return _gerund(sight, match)
    if match.pattern.tag not in {"base", "s"} or not match.first:
        return match.pattern.tag in {"base", "s"} and not match.first
    before = sight.tokens[match.first - 1].lower
    return before in _NOUN_BEFORE and before != "to" and match.pattern.tag in {"base", "s"}


def _gerund(sight: Sight, match: Match) -> bool:
    """ "The dropping of charges", "a proposal for signing": a form in -ing that names a deed and tells of none."""
    k = match.first - 1
    while k > 0 and sight.tokens[k].lower.endswith("ly"):
        k -= 1
    following = sight.tokens[match.last].lower if match.last < len(sight.tokens) else ""
    return following == "of" or (k >= 0 and sight.tokens[k].lower in PREPOSITIONS)


def _infinitive(sight: Sight, match: Match) -> bool:
    """ "Plans to ask", and base forms without a helping verb or a plural subject."""
    if match.pattern.tag != "base":
        return False
    k = match.first - 1
    while k >= 0 and (sight.tokens[k].lower in ADVERBS or sight.tokens[k].lower.endswith(("ly", "not"))):
        k -= 1
    if k < 0 or sight.tokens[k].lower == "to":
        return True
    lower = sight.tokens[k].lower
    return not (lower in MODALS | DO | _PLURAL or lower.endswith(("n't", "s")) or lower in {"and", "police", "people"})


def _modality(sight: Sight, match: Match) -> Modality | None:
    """Whether it was done; None for what was not."""
    tokens = sight.tokens
    for k in range(match.first - 1, max(-1, match.first - 1 - _NEAR), -1):
        lower = tokens[k].lower
        if lower in {"not", "never", "nor"} or lower.endswith("n't"):
            return Modality.ASSERTED if match.pattern.frame == "x" else None
        if lower in {"will", "'ll", "shall"}:
            return Modality.ASSERTED if _announced(sight, k) else Modality.PLANNED
        if lower in _POSSIBLE:
            announced = lower == "would" and _announced(sight, k)
            return Modality.ASSERTED if announced else Modality.HYPOTHETICAL
        if sight.figure_at[k] >= 0 or lower in BARRIERS:
            break
    if match.pattern.frame == "x" or _mere_comment(sight, match):
        return None
    clause = tokens[max(0, match.first - _CLAUSE) : match.first]
    return Modality.HYPOTHETICAL if any(t.lower in _CONDITIONS for t in clause) else Modality.ASSERTED


def _mere_comment(sight: Sight, match: Match) -> bool:
    """ "Refused to comment" is no refusal of anything asked."""
    following = sight.tokens[match.last].lower if match.last < len(sight.tokens) else ""
    return match.pattern.lemma == "refuse to" and following in COMMENTS


def _announced(sight: Sight, k: int) -> bool:
    """What somebody announces is done by announcing it."""
    start = sight.tokens[k].start
    return any(
        a.verb.startswith("announc") and a.scope.start <= start < a.scope.end for a in sight.reading.attributions
    )


def _agent(sight: Sight, match: Match) -> tuple[Figure, ...]:
    """Who stands behind "by"."""
    tokens = sight.tokens
    for k in range(match.last, min(len(tokens) - 1, match.last + _REACH)):
        lower = tokens[k].lower
        if lower in BARRIERS:
            return ()
        if lower == "by":
            return _figures_from(sight, k + 1, _NEAR)
    return ()


def _targets(sight: Sight, match: Match) -> tuple[Figure, ...]:
    """Whom it is done to: the object, or of forces sent and withdrawn whoever they are sent against or leave."""
    preposition = _LEFT_OR_FACED.get(match.pattern.plover)
    if preposition is not None:
        after = range(match.last, min(len(sight.tokens), match.end + _REACH))
        return next((_figures_from(sight, k + 1, _NEAR) for k in after if sight.tokens[k].lower == preposition), ())
    if match.pattern.needs == "to" or match.pattern.needs == "target":
        return _figures_from(sight, match.last, _NEAR)
    return _figures_from(sight, match.last, _REACH)


def _figures_from(sight: Sight, first: int, reach: int) -> tuple[Figure, ...]:
    """The first figure from word `first` on, with those joined to it by commas and "and"."""
    tokens = sight.tokens
    for k in range(first, min(len(tokens), first + reach)):
        if tokens[k].lower in BARRIERS or tokens[k].lower in {"that", "after", "who", "which", "saying"}:
            return ()
        if sight.figure_at[k] >= 0:
            return _joined(sight, sight.figure_at[k])
    return ()


def _joined(sight: Sight, index: int) -> tuple[Figure, ...]:
    found = [sight.figures[index]]
    while index + 1 < len(sight.figures):
        between = [t.lower for t in sight.tokens[sight.ends[index][1] : sight.ends[index + 1][0]]]
        if not between or not set(between) <= {",", "and", "the", "both", "a", "as", "well"}:
            break
        index += 1
        found.append(sight.figures[index])
    return tuple(found)


def _needed(sight: Sight, match: Match, targets: tuple[Figure, ...]) -> bool:
    """Whether what the pattern needs is there."""
    if not match.pattern.needs:
        return True
    if not targets:
        return False
    if match.pattern.needs != "to":
        return True
    after = next((e for f, e in zip(sight.figures, sight.ends, strict=True) if f is targets[-1]), (0, 0))[1]
    window = [t.lower for t in sight.tokens[after : after + _ASKED]]
    if "that" in window[:3]:
        return False
    to = window.index("to") if "to" in window[:-1] else -1
    return (to >= 0 and window[to + 1].isalpha()) or "for" in window[:2]


def _governed(sight: Sight, first: int) -> bool:
    """ "Agreed to the protesters' demands" tells of who agreed."""
    k = first - 1
    while k >= 0 and sight.tokens[k].lower in DETERMINERS:
        k -= 1
    return k >= 0 and sight.tokens[k].lower in PREPOSITIONS


def _nominal(sight: Sight, match: Match) -> Deed | None:
    """ "X's call for", "statements of condemnation from X and Y"."""
    tokens, k = sight.tokens, match.first - 1
    while k >= 0 and tokens[k].lower in ADVERBS | {"repeated", "urgent", "new", "latest"}:
        k -= 1
    actors: tuple[Figure, ...] = ()
    if k > 0 and tokens[k].lower in {"'s", "'"} and sight.figure_at[k - 1] >= 0:
        index = sight.figure_at[k - 1]
        if _governed(sight, sight.ends[index][0]):
            return None
        actors = (sight.figures[index],)
    for i in range(match.last, min(len(tokens), match.last + _NEAR)):
        if not actors and tokens[i].lower in {"from", "by"}:
            actors = _figures_from(sight, i + 1, _NEAR)
    if not actors:
        return None
    return Deed(
        trigger=sight.spanned(match.first, match.last),
        lemma=match.pattern.lemma,
        plover=match.pattern.plover,
        mode=match.pattern.mode,
        rule="noun",
        modality=Modality.ASSERTED,
        actors=actors,
    )
