"""A text as runs of words in which a name may stand: hyphenated words split, possessives noted, marks as borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kibaru.model.annotation import Sentence, Token
from kibaru.model.span import Span

_JOINTS = frozenset("-/–‐‑")
_SHORT = 4
_FEW = 3
_HEAD = 400
_RARE = 5


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

    `loud` says that the whole text is in capitals, `capitals` are the positions of capitalised words, `taken` marks
    the words that a mention holds already.
    """

    sentence: int
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    loud: bool = False
    capitals: list[int] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)

    @property
    def shouting(self) -> bool:
        """Whether all is written in capitals, so that they tell nothing."""
        if self.loud:
            return True
        few = len(self.pieces) <= _FEW or 2 * len(self.capitals) < len(self.pieces)
        return not few and all(p.text.isupper() or not p.text.isalpha() for p in self.pieces)

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


def cut(text: str, sentences: Sequence[Sentence]) -> list[Segment]:
    """The segments of all sentences in order."""
    segments: list[Segment] = []
    loud = _loud(text)
    for sentence in sentences:
        for pieces in _runs(text, sentence.tokens):
            segments.append(_segment(sentence.index, pieces, loud))
    return segments


def _loud(text: str) -> bool:
    """Whether a text as a whole is in capitals, as old wires are."""
    head = text[:_HEAD]
    small = sum(1 for c in head if c.islower())
    return _RARE * small < sum(1 for c in head if c.isupper())


def _segment(sentence: int, pieces: list[Piece], loud: bool) -> Segment:
    words = [p.text + p.possessive for p in pieces]
    capitals = [at for at, word in enumerate(words) if word[0].isupper()]
    return Segment(sentence, pieces, words, [p.lower for p in pieces], loud, capitals, [False] * len(pieces))


def _runs(text: str, tokens: Sequence[Token]) -> list[list[Piece]]:
    runs: list[list[Piece]] = [[]]
    tied = False
    for at, token in enumerate(tokens):
        run = runs[-1]
        before = run[-1] if run and run[-1].end == token.start else None
        if token.lower[0].isalnum():
            if before is not None and not before.possessive:
                run[-1] = _grown(text, before, token)
            elif "-" in token.lower:
                _split(text, token, run, tied)
            else:
                run.append(Piece(token.start, token.end, text[token.start : token.end], token.lower, "", tied))
            tied = False
        elif before is not None and (token.lower == "'s" or (token.lower == "'" and before.lower.endswith("s"))):
            run[-1] = before._replace(possessive=token.lower)
        elif _joint(text, tokens, at):
            tied = True
        elif not (token.lower == "." and before and len(before.text) <= _SHORT and at + 1 < len(tokens)):
            runs.append([])
            tied = False
    return [run for run in runs if run]


def _joint(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A hyphen or slash with words right before and after it."""
    token = tokens[at]
    if token.lower not in _JOINTS or at == 0 or at + 1 == len(tokens):
        return False
    close = tokens[at - 1].end == token.start and tokens[at + 1].start == token.end
    return close and text[token.end].isalnum() and text[token.start - 1].isalnum()


def _grown(text: str, before: Piece, token: Token) -> Piece:
    """ "M" and "23" without a space are one word."""
    words = text[before.start : token.end]
    return before._replace(end=token.end, text=words, lower=words.lower())


def _split(text: str, token: Token, run: list[Piece], tied: bool) -> None:
    start = token.start
    for number, part in enumerate(text[token.start : token.end].split("-")):
        if part:
            run.append(Piece(start, start + len(part), part, part.lower(), "", tied or number > 0))
        start += len(part) + 1
