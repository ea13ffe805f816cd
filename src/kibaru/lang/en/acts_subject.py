"""The subject of an English verb of politics: the figure that stands before it in its clause."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kibaru.lang.en.acts_figures import Sight
from kibaru.lang.en.acts_words import BARRIERS, LINKS, PERSONAL, STATEMENTS, TIME_WORDS
from kibaru.lang.en.words import ADVERBS, AUXILIARIES, BE, PREPOSITIONS
from kibaru.model.deed import Figure, Office
from kibaru.model.span import Span

_REACH: Final = 14
_PHRASE: Final = 7
_ASIDE: Final = 24
_SKIPPED: Final = (
    ADVERBS | AUXILIARIES | TIME_WORDS | {"not", "strongly", "repeatedly", "publicly", "openly", "since", "jointly"}
)
_RELATIVE: Final = frozenset(["who", "which", "that"])


def subject_of(sight: Sight, verb: int, running: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures that are the subject of the verb at word `verb`; `running` is that of the verb before."""
    tokens = sight.tokens
    k = _before(sight, verb)
    if k < 0:
        return ()
    lower = tokens[k].lower
    if tokens[verb].lower.endswith("ing") and not _progressive(sight, verb):
        return running or _claimant(sight, verb) or _first(sight, verb)
    if sight.figure_at[k] >= 0:
        return _told(sight, k)
    if lower in PERSONAL:
        return (Figure(Span(tokens[k].start, tokens[k].end), sight.reading.sentence.index, word=lower, pronoun=True),)
    if lower in _RELATIVE:
        return _told(sight, k - 1 - (k > 0 and tokens[k - 1].lower == ","))
    if lower in STATEMENTS:
        return _author(sight, k)
    if lower in {"and", "or", "then", "but"}:
        return running or _claimant(sight, verb) or _first(sight, verb)
    if lower == ",":
        return _past_parenthesis(sight, k) or running
    return _through_phrase(sight, k)


def _progressive(sight: Sight, verb: int) -> bool:
    """ "Is calling for": a finite form, and no participle."""
    k = verb - 1
    while k >= 0 and sight.tokens[k].lower in ADVERBS:
        k -= 1
    return k >= 0 and sight.tokens[k].lower in BE


def _before(sight: Sight, verb: int) -> int:
    """The last word before the verb that is no helping word, adverb or date."""
    k = verb - 1
    times = [t.mention.span for t in sight.reading.times]
    while k >= 0 and sight.figure_at[k] < 0:
        token = sight.tokens[k]
        if token.lower in _SKIPPED or token.lower.endswith("ly") or any(s.start <= token.start < s.end for s in times):
            k -= 1
            continue
        break
    return k


def _told(sight: Sight, k: int) -> tuple[Figure, ...]:
    """The figure at word `k`, with those joined before it by commas and "and"; none where a preposition governs it."""
    if k < 0 or sight.figure_at[k] < 0:
        return ()
    index = sight.figure_at[k]
    figures = [sight.figures[index]]
    while index:
        between = [t.lower for t in sight.tokens[sight.ends[index - 1][1] : sight.ends[index][0]]]
        if not between or not set(between) <= {",", "and", "the", "a"} or ("and" not in between and len(figures) == 1):
            break
        index -= 1
        figures.insert(0, sight.figures[index])
    first = sight.ends[index][0]
    lead = first - 1
    while lead >= 0 and sight.tokens[lead].lower in {"the", "a", "an", "both", "some", "many", "several"}:
        lead -= 1
    if lead >= 0 and sight.tokens[lead].lower in PREPOSITIONS - {"as", "after", "before", "since", "until"}:
        return _governed(sight, lead)
    return tuple(figures)


def _governed(sight: Sight, preposition: int) -> tuple[Figure, ...]:
    """ "Leaders of the front condemned": the figure is the phrase's, its head stands before the preposition."""
    k = preposition - 1
    if k >= 0 and sight.figure_at[k] >= 0:
        return _told(sight, k)
    return ()


def _author(sight: Sight, k: int) -> tuple[Figure, ...]:
    """ "The Turkish statement", "the minister's letter"."""
    for i in range(k - 1, max(-1, k - 4), -1):
        if sight.figure_at[i] >= 0:
            figure = sight.figures[sight.figure_at[i]]
            return (replace(figure, office=figure.office or Office.MEMBER),)
    token = sight.tokens[k]
    return (Figure(Span(token.start, token.end), sight.reading.sentence.index, word=token.lower, pronoun=True),)


def _past_parenthesis(sight: Sight, k: int) -> tuple[Figure, ...]:
    """ "The minister, speaking on television, said": the figure before the comma that opens the parenthesis."""
    if opened := _opened(sight, k):
        return _told(sight, opened - 1)
    if k and sight.figure_at[k - 1] >= 0 and (told := _told(sight, k - 1)):
        return told
    for i in range(k - 1, max(-1, k - _REACH), -1):
        lower = sight.tokens[i].lower
        if lower in BARRIERS:
            return ()
        if lower == "," and i:
            return _told(sight, i - 1)
    return ()


def _opened(sight: Sight, k: int) -> int:
    """The comma of ", who ...," or ", speaking ...," that the comma at word `k` closes; 0 for none."""
    for i in range(k - 2, max(0, k - _ASIDE), -1):
        lower = sight.tokens[i].lower
        if lower in BARRIERS:
            return 0
        if lower == "," and i and sight.figure_at[i] < 0:
            following = sight.tokens[i + 1].lower
            aside = following in _RELATIVE or (following.endswith("ing") and sight.figure_at[i + 1] < 0)
            return i if aside and sight.figure_at[i - 1] >= 0 else 0
    return 0


def _through_phrase(sight: Sight, k: int) -> tuple[Figure, ...]:
    """ "Officials in the capital condemned": back over one phrase to the figure that it belongs to."""
    for i in range(k, max(-1, k - _PHRASE), -1):
        lower = sight.tokens[i].lower
        if lower in BARRIERS or lower in AUXILIARIES or lower in {",", "and", "that", "to"}:
            return ()
        if sight.figure_at[i] >= 0:
            following = sight.tokens[sight.ends[sight.figure_at[i]][1]].lower
            return _told(sight, i) if following in LINKS else ()
    return ()


def _claimant(sight: Sight, verb: int) -> tuple[Figure, ...]:
    """Who is said to speak before the verb."""
    start = sight.tokens[verb].start
    for attribution in sight.reading.attributions:
        if attribution.claimant.start < start:
            found = tuple(f for f in sight.figures if f.span.overlaps(attribution.claimant))
            if found:
                return found[:1]
    return ()


def _first(sight: Sight, verb: int) -> tuple[Figure, ...]:
    """The figure that begins the sentence."""
    if not sight.figures or sight.ends[0][0] > 1 or sight.ends[0][0] >= verb:
        return ()
    return (sight.figures[0],)
