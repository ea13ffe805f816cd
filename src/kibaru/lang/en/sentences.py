"""English sentences and words, also where a scraper glued paragraphs together."""

from __future__ import annotations

import re
from typing import Final

from kibaru.lang.en.numbers import lower_case
from kibaru.model.annotation import Part, Sentence, Token
from kibaru.model.span import Span

# Words that end in a full stop without ending a sentence.
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof rev hon gov sen rep gen lt col maj capt cpl sgt cmdr adm brig supt insp pvt st mt ft no "
    "nos vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd "
    "co corp vs etc approx dept est fig al jr sr u.s u.k u.n e.u a.m p.m i.e e.g d.c kan s.d calif tex mass".split()
)
_ORDINARY: Final = (
    r"\n[ \t]*\n\s*|\n"  # a line is a paragraph: wires wrap none
    r"|[.!?…]+[\"”’')\]]*(?=\s)"  # the ordinary end
)
_GLUED: Final = (
    r"|(?<=[a-z0-9)][.!?])[\"”’']?(?=[A-Z“\"][a-z“A-Z]|A |==)"  # glued: "was killed.The army"
    r"|(?<=[.!?]”)(?=[A-Z])"
    r"|(?<=[.!?]\")(?=[A-Z][a-z])"
    r"|(?<=[a-z]{3})(?=[A-Z][a-z]+(?:[’']s)? (?:[a-z]|[A-Z][a-z]+ [a-z])|A [a-z])"  # glued headline: "in SyriaThe desert"
    r"|(?<===)(?=[A-Z])"  # wiki markup: "==The attack==A bomber"
)
_PLAIN_BREAK, _ANY_BREAK = re.compile(_ORDINARY), re.compile(_ORDINARY + _GLUED)
# No text without one of these is glued anywhere; the engine is slow to try the glued ends at every letter.
_MAY_BE_GLUED: Final = re.compile(
    r"[a-z0-9)][.!?][\"”’']?(?:[A-Z=]|[“\"][a-z“A-Z])|[.!?][”\"][A-Z]|[a-z]{3}[A-Z]|==[A-Z]"
)
_TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:[-’'][^\W\d_]+)*"  # words, hyphens and apostrophes inside
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-[^\W\d_]+)*"  # numbers, 20-year
    r"|[^\w\s]"
)
_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
_MID_PHRASE: Final = re.compile(
    r"(?:,|\b(?:the|a|an|of|in|on|at|to|by|and|or|with|from|for|near|said|that|were|was|had|has))[ \t]*\Z"
)
_LAST_WORD: Final = re.compile(r"[\w.’'-]+$")
_SPEECH_AFTER: Final = re.compile(r"\s+[a-z]")
_HEADLINE_WORDS: Final = 40
_LEAD_SENTENCES: Final = 3
# Words and marks. What is longer is no sentence (a list, a text without full stops): as each of its words is read against
# the others, it is read in pieces.
_MOST_TOKENS: Final = 500
_PIECE: Final = 250
_PAUSES: Final = frozenset({",", ";"})


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; every non-space code point outside them is white space."""
    sentences: list[Sentence] = []
    paragraph = 0
    begin = 0
    breaks = _ANY_BREAK if _MAY_BE_GLUED.search(text) else _PLAIN_BREAK
    for match in breaks.finditer(text):
        new_paragraph = "\n" in match.group()
        if new_paragraph and _wrapped(text, match):
            continue
        if not new_paragraph and not _ends(text, match):
            continue
        end = match.start() if new_paragraph else match.end()
        _add(sentences, text, begin, end, paragraph)
        begin = match.end()
        paragraph += new_paragraph
    _add(sentences, text, begin, len(text), paragraph)
    return tuple(sentences)


def _wrapped(text: str, match: re.Match[str]) -> bool:
    """Whether a single line break only wraps a line: the next begins in lower case, or the last ends in mid-phrase."""
    if match.group().count("\n") > 1 or match.end() >= len(text):
        return False
    return text[match.end()].islower() or bool(_MID_PHRASE.search(text, max(0, match.start() - 12), match.start()))


def tokenize(text: str, start: int, low: str) -> tuple[Token, ...]:
    """The words and marks of the stretch of `text` that begins at `start` and whose lower case is `low`.

    A possessive 's is split off as a token of its own.
    """
    end = start + len(low)
    if not low.isascii():
        low = low.translate(_APOSTROPHES)
    possessive = "'s" in low
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        lower = low[first - start : last - start]
        if possessive and lower[-2:] == "'s" and len(lower) > 2:
            tokens.append(Token(first, last - 2, lower[:-2]))
            tokens.append(Token(last - 2, last, "'s"))
        else:
            tokens.append(Token(first, last, lower))
    return tuple(tokens)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a mark that could end a sentence does."""
    mark = match.group()
    if mark[:1] not in ".…":
        # "What?" he asked: a quotation's own mark, the sentence goes on in lower case.
        return not (mark and _SPEECH_AFTER.match(text, match.end()))
    if _SPEECH_AFTER.match(text, match.end()):
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if before is None:
        return True
    word = before.group().lower().strip("'’")
    if mark == "." and (word in _ABBREVIATIONS or (len(word) == 1 and before.group().isupper())):
        return word in {"u.s", "u.k", "u.n", "a.m", "p.m", "inc", "ltd"} and _starts_sentence(text, match.end())
    return True


_STARTER: Final = re.compile(r"\s+(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|Some|Local|Police)\b")


def _starts_sentence(text: str, position: int) -> bool:
    return bool(_STARTER.match(text, position))


def _add(sentences: list[Sentence], text: str, begin: int, end: int, paragraph: int) -> None:
    chunk = text[begin:end]
    stripped = chunk.strip()
    if not stripped:
        return
    start = begin + len(chunk) - len(chunk.lstrip())
    span = Span(start, start + len(stripped))
    lower = lower_case(stripped)
    tokens = tokenize(text, span.start, lower)
    while len(tokens) > _MOST_TOKENS:
        k = _pause(tokens)
        piece = Span(span.start, tokens[k - 1].end)
        _append(sentences, piece, paragraph, tokens[:k], lower[: len(piece)], cut=True)
        lower = lower[tokens[k].start - span.start :]
        span, tokens = Span(tokens[k].start, span.end), tokens[k:]
    _append(sentences, span, paragraph, tokens, lower)


def _pause(tokens: tuple[Token, ...]) -> int:
    """Where to cut what is too long: after the last comma or semicolon in the second half of a piece."""
    marks = (k for k in range(_PIECE, _PIECE // 2, -1) if tokens[k - 1].lower in _PAUSES)
    return next(marks, _PIECE)


def _append(
    sentences: list[Sentence], span: Span, paragraph: int, tokens: tuple[Token, ...], lower: str, *, cut: bool = False
) -> None:
    words = tuple([t.lower for t in tokens])
    sentences.append(Sentence(len(sentences), span, paragraph, _part(sentences, tokens), tokens, words, lower, cut))


def _part(before: list[Sentence], tokens: tuple[Token, ...]) -> Part:
    """A first sentence without a closing mark is the headline; the next few are the lead."""
    if not before:
        ends_like_prose = bool(tokens) and tokens[-1].lower in {".", '"', "!", "?"}
        return Part.LEAD if ends_like_prose or len(tokens) > _HEADLINE_WORDS else Part.HEADLINE
    lead = _LEAD_SENTENCES + (before[0].part is Part.HEADLINE)
    return Part.LEAD if len(before) < lead else Part.BODY
