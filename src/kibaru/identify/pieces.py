"""A text as runs of words in which a name may stand: hyphenated words split, possessives noted, marks as borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import add
from typing import Final, NamedTuple

from kibaru.model.annotation import Sentence, Token
from kibaru.model.span import Span

_JOINTS: Final = frozenset("-/–‐‑")
_SHORT: Final = 4
_FEW: Final = 3
_HEAD: Final = 400
_RARE: Final = 5
_YEAR: Final = 4
_CENTURIES: Final = frozenset(["19", "20"])


class Piece(NamedTuple):
    """A word without its possessive ending, which stands apart.

    `tied` marks one that a hyphen or slash joins to the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    possessive: str
    tied: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Segment:
    """Words of one sentence between two marks. `words` are as written with possessives, `lowers` lower-case without.

    `shouting` says that all is written in capitals, so that they tell nothing, `capitals` are the positions of
    capitalised words, `taken` marks the words that a mention holds already.
    """

    sentence: int
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    shouting: bool = False
    capitals: list[int] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """The text from word `first` to before word `last`."""
        return Span(self.pieces[first].start, self.pieces[last - 1].end)

    def name(self, first: int, last: int) -> str:
        """The words as a name: inner possessives kept, a final one dropped."""
        return " ".join([*self.words[first : last - 1], self.pieces[last - 1].text])

    def free(self, first: int, last: int) -> bool:
        """Whether no mention holds any of these words."""
        return not any(self.taken[first:last])

    def take(self, first: int, last: int) -> None:
        """Mark words as held by a mention."""
        self.taken[first:last] = [True] * (last - first)


# Makes a piece of the tuple of its fields; half of what reading the names of a report costs is making pieces.
_piece: Callable[[tuple[int, int, str, str, str, bool]], Piece] = partial(tuple.__new__, Piece)


def cut(text: str, sentences: Sequence[Sentence]) -> list[Segment]:
    """The segments of all sentences in order."""
    segments: list[Segment] = []
    loud = _loud(text)
    for sentence in sentences:
        for pieces in _runs(text, sentence.tokens):
            segments.append(_segment(sentence.index, pieces, loud))
    return segments


def years(segments: Sequence[Segment]) -> frozenset[int]:
    """The years of the last and this century that words name."""
    words = (word for segment in segments for word in segment.lowers if word[:2] in _CENTURIES)
    return frozenset(int(word) for word in words if len(word) == _YEAR and word.isdecimal())


def _loud(text: str) -> bool:
    """Whether a text as a whole is in capitals, as old wires are."""
    head = text[:_HEAD]
    return _RARE * sum(map(str.islower, head)) < sum(map(str.isupper, head))


def _segment(sentence: int, pieces: list[Piece], loud: bool) -> Segment:
    _, _, texts, lowers, endings, _ = zip(*pieces, strict=True)
    words = list(map(add, texts, endings)) if any(endings) else list(texts)
    capitals = [at for at, word in enumerate(words) if word[0].isupper()] if texts != lowers else []
    few = len(words) <= _FEW or 2 * len(capitals) < len(words)
    shouting = loud or (not few and all(text.isupper() or not text.isalpha() for text in texts))
    return Segment(sentence, pieces, words, list(lowers), shouting, capitals, [False] * len(words))


def _runs(text: str, tokens: Sequence[Token]) -> list[list[Piece]]:
    run: list[Piece] = []
    runs = [run]
    end, tied = -1, False  # `end` of the last word of the run, to which a mark may stick
    for at, token in enumerate(tokens):
        start, stop, lower = token.start, token.end, token.lower
        if start != end and lower.isalpha():
            run.append(_piece((start, stop, text[start:stop], lower, "", tied)))
            end, tied = stop, False
        elif lower[0].isalnum():
            _add(text, token, run, tied)
            end, tied = run[-1].end, False
        elif start == end and (lower == "'s" or (lower == "'" and run[-1].lower.endswith("s"))):
            run[-1] = run[-1]._replace(possessive=lower)
        elif _joint(text, tokens, at):
            tied = True
        elif lower != "." or start != end or len(run[-1].text) > _SHORT or at + 1 == len(tokens):
            if run:
                run = []
                runs.append(run)
            end, tied = -1, False
    return runs if run else runs[:-1]


def _add(text: str, token: Token, run: list[Piece], tied: bool) -> None:
    """Add a word that is not only letters or that stands right behind another."""
    before = run[-1] if run else None
    if before is not None and before.end == token.start and not before.possessive:
        # "M" and "23" without a space are one word.
        words = text[before.start : token.end]
        run[-1] = before._replace(end=token.end, text=words, lower=words.lower())
    elif "-" in token.lower:
        _split(text, token, run, tied)
    else:
        run.append(Piece(token.start, token.end, text[token.start : token.end], token.lower, "", tied))


def _joint(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A hyphen or slash with words right before and after it."""
    token = tokens[at]
    if token.lower not in _JOINTS or at == 0 or at + 1 == len(tokens):
        return False
    close = tokens[at - 1].end == token.start and tokens[at + 1].start == token.end
    return close and text[token.end].isalnum() and text[token.start - 1].isalnum()


def _split(text: str, token: Token, run: list[Piece], tied: bool) -> None:
    start = token.start
    for number, part in enumerate(text[token.start : token.end].split("-")):
        if part:
            run.append(Piece(start, start + len(part), part, part.lower(), "", tied or number > 0))
        start += len(part) + 1
