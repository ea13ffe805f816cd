"""Who says so: English verbs of saying, "according to", and the words of the claimant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.lang.en.parties import Found
from kibaru.lang.en.words import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, WEEKDAYS
from kibaru.model.annotation import ActorMention, Token
from kibaru.model.reading import Attribution
from kibaru.model.span import Span

SAYING: Final = frozenset(
    "said says say reported reports confirmed confirms announced claimed claims stated states added declared "
    "alleged acknowledged admitted estimated estimates tweeted wrote insisted revealed noted explained indicated "
    "told denied described recounted asserted conceded testified saying stating confirming announcing adding "
    "quoted counted put puts spoke disclosed recalled maintained argued documented recorded".split()
)
# A sentence without any of these attributes nothing.
SPEECH: Final = SAYING | {"according", "citing"}
_SUBJECT_STARTS: Final = frozenset(
    {",", ";", ":", '"', "but", "and", "while", "that", "as", "–", "—", "when", "which", "who"}
)
_PRONOUNS: Final = frozenset("he she they it we i who which".split())
_LEADING: Final = frozenset(
    "on in at by early late later meanwhile however also yesterday today separately earlier".split()
)
_TRAILING: Final = frozenset(
    "on late early yesterday today also later earlier then has have had immediately subsequently further "
    "reportedly not initially previously monday tuesday wednesday thursday friday saturday sunday is are was were "
    "does did do never all both".split()
)
_NOT_SAYING: Final = {
    "claimed": frozenset("responsibility credit the lives life at by a more victory".split()),
    "claims": frozenset(["responsibility", "credit", "the", "lives", "life"]),
    "reports": frozenset(["of"]),
    "put": frozenset(["out", "an", "up", "on", "in", "down"]),
    "told": frozenset(),
    "counted": frozenset(["among", "on"]),
}
# "X released a statement saying ...": the claimant ends before it.
_ISSUED: Final = frozenset("released issued posted published made gave sent held".split())
_RELATIVE: Final = frozenset({"who", "which"})
_MAX_WORDS: Final = 18


def find_attributions(found: Found) -> tuple[Attribution, ...]:
    """Who says what in one sentence, in the order of the verbs."""
    tokens = found.sentence.tokens
    out: list[Attribution] = []
    for k, token in enumerate(tokens):
        if token.lower == "according" and k + 2 < len(tokens) and tokens[k + 1].lower == "to":
            out.extend(_according(found, k))
        elif token.lower == "citing" and k + 1 < len(tokens):
            out.extend(_after(found, k + 1, Span(found.sentence.span.start, token.start), "citing"))
        elif token.lower in SAYING and _is_saying(found.text, tokens, k):
            out.extend(_said(found, k))
    return tuple(out)


def _is_saying(text: str, tokens: Sequence[Token], k: int) -> bool:
    after = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    before = tokens[k - 1].lower if k else ""
    if after in _NOT_SAYING.get(tokens[k].lower, frozenset()):
        return False
    if k and text[tokens[k].start].isupper():
        return False
    if tokens[k].lower in {"put", "puts"}:
        return any(t.lower == "at" for t in tokens[k + 1 : k + 8])
    if tokens[k].lower == "spoke":
        return after == "of"
    if before in DETERMINERS or (after == "to" and tokens[k].lower in {"reported", "said", "confirmed", "alleged"}):
        # "An alleged attack", "a man reported to have died".
        return False
    if tokens[k].lower in {"reports", "claims", "estimates"} and (
        before in PREPOSITIONS or not before or after in PREPOSITIONS
    ):
        return False
    return before not in BE or tokens[k].lower == "quoted"


def _according(found: Found, k: int) -> list[Attribution]:
    return _after(found, k + 2, Span(_clause_start(found.sentence.tokens, k), found.sentence.span.end), "according to")


def _clause_start(tokens: Sequence[Token], k: int) -> int:
    for index in range(k - 1, -1, -1):
        if tokens[index].lower == ";":
            return tokens[index].end
    return tokens[0].start


def _after(found: Found, first: int, scope: Span, verb: str) -> list[Attribution]:
    """The claimant's words that begin at word `first`."""
    tokens = found.sentence.tokens
    last = first
    while last < len(tokens) and last - first < _MAX_WORDS:
        lower = tokens[last].lower
        if (
            lower in {".", ";", ":", '"', "(", "–", "—", ",", "which", "who", "that", "when", "while"}
            or lower in AUXILIARIES
        ):
            break
        if lower in {"on", "in", "after", "as", "at"} and last + 1 < len(tokens) and _is_time(tokens[last + 1].lower):
            break
        last += 1
    return _make(found, first, last, scope, verb)


def _is_time(word: str) -> bool:
    return word in WEEKDAYS or word[0].isdigit() or word in {"the", "a", "an"}


def _said(found: Found, k: int) -> list[Attribution]:
    tokens = found.sentence.tokens
    verb = tokens[k].lower
    before = tokens[k - 1].lower if k else '"'
    follows = tokens[k + 1] if k + 1 < len(tokens) else None
    inverted = before in {",", '"', "?", "!"} and follows is not None and _begins_name(found.text, follows)
    if inverted and not _apposition(tokens, k):
        return _after(found, k + 1, Span(found.sentence.span.start, tokens[k].start), verb)
    first, last = _subject(tokens, k)
    if last <= first:
        return []
    suffix = first > 0 and tokens[first - 1].lower in {",", '"'} and _closes(tokens, k)
    if suffix:
        colon = any(t.lower == ":" for t in tokens[k + 1 : k + 6])
        scope = found.sentence.span if colon else Span(found.sentence.span.start, tokens[first].start)
    else:
        scope = Span(tokens[k].end, found.sentence.span.end)
    return _make(found, first, last, scope, verb)


def _begins_name(text: str, token: Token) -> bool:
    return (
        text[token.start].isupper()
        or token.lower in DETERMINERS
        or token.lower in {"officials", "residents", "witnesses"}
    )


def _apposition(tokens: Sequence[Token], k: int) -> bool:
    """ "X, spokesman for Y, said": a comma before the verb closes an apposition when another opened it."""
    if not k or tokens[k - 1].lower != ",":
        return False
    following = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    opened = any(t.lower == "," for t in tokens[: k - 1])
    return (
        opened
        and following in {"that", '"', "the", "a", "at", "there", "about", ","}
        and not any(t.lower == '"' for t in tokens[:k])
    )


def _subject(tokens: Sequence[Token], k: int) -> tuple[int, int]:
    """Words `first` to `last` (exclusive) left of a verb of saying, without adverbs and dates at its edges."""
    last = k
    while last > 0 and (tokens[last - 1].lower in _TRAILING or tokens[last - 1].lower in WEEKDAYS):
        last -= 1
    last = _antecedent(tokens, last)
    comma_closed = last > 0 and tokens[last - 1].lower == ","
    if comma_closed:
        last -= 1
    first, commas = last, 0
    while first > 0 and last - first < _MAX_WORDS:
        lower = tokens[first - 1].lower
        if lower == "," and comma_closed and commas == 0:
            commas += 1
        elif lower in _SUBJECT_STARTS and not (lower == "and" and first >= 2 and _listlike(tokens, first)):
            break
        first -= 1
    while first < last and (
        tokens[first].lower in _LEADING or tokens[first].lower in WEEKDAYS or tokens[first].lower == ","
    ):
        first += 1
    if last - first >= _MAX_WORDS:
        return last, last
    return first, last


def _antecedent(tokens: Sequence[Token], last: int) -> int:
    """ "The army, which spoke of ...", "the official, who asked not to be named, spoke of ...": before the relative clause."""
    floor = max(1, last - _MAX_WORDS)
    for k in range(last - 1, floor, -1):
        lower = tokens[k].lower
        if lower in _RELATIVE and tokens[k - 1].lower == ",":
            closed = k == last - 1 or tokens[last - 1].lower == ","
            return k - 1 if closed else last
        if lower in {";", ":", '"'}:
            break
    return last


def _listlike(tokens: Sequence[Token], first: int) -> bool:
    """ "Russia and Syria said": an "and" inside the subject."""
    return first - 2 >= 0 and tokens[first - 2].lower not in {",", "."} and first <= 6


def _closes(tokens: Sequence[Token], k: int) -> bool:
    """Whether the verb closes its sentence or clause, so that what is told stands before it."""
    following = tokens[k + 1].lower if k + 1 < len(tokens) else "."
    if following in {".", ",", '"', ";"}:
        return True
    if tokens[k].lower == "told" and any(t.lower in {".", ",", ":"} for t in tokens[k + 2 : k + 6]):
        # "..., a doctor told us."
        return True
    rest = [t.lower for t in tokens[k + 1 :] if t.lower not in {".", '"'}]
    return (
        len(rest) <= 7
        and "that" not in rest
        and following in {"on", "in", "at", "late", "early", "yesterday", "via", "to"}
    )


def _make(found: Found, first: int, last: int, scope: Span, verb: str) -> list[Attribution]:
    tokens = found.sentence.tokens
    while first < last and tokens[last - 1].lower in {",", '"', "'s"} and tokens[last - 1].lower != "'s":
        last -= 1
    while first < last and tokens[first].lower in {'"', ","}:
        first += 1
    statement = next((k for k in range(first + 1, last) if tokens[k].lower in _ISSUED), last)
    last = statement
    if first >= last or not any(t.lower[0].isalpha() for t in tokens[first:last]):
        return []
    words = Span(tokens[first].start, tokens[last - 1].end)
    if last - first == 1 and tokens[first].lower in {"i", "we", "who", "which", "that", "this"}:
        return []
    pronoun = last - first == 1 and tokens[first].lower in _PRONOUNS
    return [Attribution(words, verb, scope, _actor_in(found, words), pronoun)]


def _actor_in(found: Found, span: Span) -> ActorMention | None:
    """The most telling actor named in the claimant's words: the first that is not a bare country."""
    inside = [
        a for a in found.actors if span.contains(a.span) or (a.span.overlaps(span) and a.span.start >= span.start)
    ]
    ranked = sorted(inside, key=lambda a: (a.role in {"country", "demonym"}, a.span.start))
    return ranked[0] if ranked else None
