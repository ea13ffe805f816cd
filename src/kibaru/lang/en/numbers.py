"""Numbers in English text that could count persons, read as the codebook's "Numbers" says.

Years, dates, times, ages, money, measures, ordinals, names of weapons and units, scores and phone numbers are left out;
a number of things ("two attacks") is found, and the noun behind it tells what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kibaru.clean.digits import scaled_number, whole_number
from kibaru.lang.en.number_context import hedge_before, is_measure, is_named_number, is_year
from kibaru.lang.en.number_words import SCALES, VAGUE, read_words
from kibaru.model.annotation import NumberMention
from kibaru.model.span import Span
from kibaru.model.values import Hedge

_RUN: Final = r"\d+(?:[.,:/'’‐‑–—−-]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
_SPACED: Final = r"\d{1,3}(?: \d{3})+(?!\d)(?![.,:/'’‐‑–—−-]\d)"
# One pass finds where a number can begin; alternatives share first letters so that the engine gives up early.
_GATE: Final = re.compile(
    r"\b(?=\d|an?\s|billion|dozen|e(?:igh|lev)|f(?:ew|i[vf]|o[ur])|h(?:alf|und)|milli|nine|one|s(?:cores|eve|ix)"
    r"|t(?:en|w[oe]|h(?:re|ir|ou))|zero)"
    rf"(?:(?P<digits>{_SPACED}|{_RUN})(?P<suffix>k|m|mn|bn)?(?!\w)"
    r"|(?P<vague>(?:an?\s+(?:(?:large|small|great|unknown|unspecified|undisclosed|significant|considerable|growing|record)\s+)?"
    r"[\"“'‘]?number(?=[\"”'’]?\s+of\b)"
    r"|(?:an?\s+)?half[\s-]+(?:an?[\s-]+)?(?:dozen|million)|an?\s+(?:few|couple|pair|handful|dozen)|several|few)"
    r"(?:\s+(?:dozen|hundred|thousand|million)(?!\w))?"
    r"|(?:tens|hundreds)\s+of\s+(?:thousands|millions)|dozens?|scores|tens(?=\s+of\b)|hundreds|thousands|millions)\b"
    r"|(?P<article>an?\s+(?=(?:hundred|thousand|million|billion)\b))?(?P<word>"
    r"(?:billion|e(?:ight(?:een|y)?|leven)|f(?:i(?:ve|ft(?:een|y))|o(?:ur(?:teen)?|rty|urty))|hundred|million"
    r"|nine(?:teen|ty)?|one|s(?:ix(?:teen|ty)?|even(?:teen|ty)?)|t(?:en|wo|h(?:ree|irt(?:een|y)|ousand)|we(?:lve|nty))|zero))\b)"
)
_SCALE: Final = re.compile(r"[\s-](hundred|thousand|million|billion)\b(?!-)")
_SUFFIX: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
# "5m" is a length unless people follow.
_PEOPLE: Final = re.compile(r"\s+(?:people|persons|refugees|civilians|children|displaced|migrants)\b")
_DASHED: Final = re.compile(r"(\d+(?:[,\u00a0\u2009\u202f]\d{3})*)[‐‑–—−-](\d+(?:[,\u00a0\u2009\u202f]\d{3})*)")
_LINK: Final = re.compile(r"\s+(?:(to|or)\s+(?:possibly\s+|even\s+)?|(and)\s+(?:about\s+|some\s+)?)|\s?[–—-]\s?")
_AFTER: Final = re.compile(r"(\+)|(?:\s+or\s+|-)(?:so|odd)\b|(\s+or\s+more\b|-plus\b)")
_OR_MORE: Final = re.compile(r"\s+[a-z]+\s+or\s+more\b")
# "dozens of villagers" counts villagers; "dozens of the victims" is a part of them.
_OF: Final = re.compile(r"[\"”'’]?\s+of\b(?!\s+(?:the|them|those|these|his|her|its|their|our|us|whom|which)\b)")
_DIGITS_AFTER: Final = re.compile(r"\s\d")
_DIGITS_BEFORE: Final = re.compile(r"(\d+)\s$")
_COMPOUND: Final = re.compile(r"[-‐‑][a-z]")
_SIGNS_BEFORE: Final = frozenset("$€£¥₦₹#№+@/\\~")
_SIGNS_AFTER: Final = frozenset("%‰°/\\@$€£")
_ONE_BEFORE: Final = frozenset("no any every some each this that which number the first".split())
_ONE_AFTER: Final = re.compile(
    r"['’-]|\s+(?:another|point|side|hand|thing|way|occasion|instance|case|reason|part|source|more\s+time)\b"
    r"|\s+of\s+(?!(?:them|those|whom|us|its|his|her|their)\b|the\s+(?:\d|victims?\b|dead\b|injured\b|wounded\b|attackers\b|gunmen\b"
    r"|bombers\b|suspects\b|hostages\b|assailants\b|officers\b|soldiers\b|policemen\b|men\b|women\b|survivors\b|protesters\b))"
    r"|\s+in\s+(?:\d|three\b|four\b|five\b|ten\b)"
)
# "scores" is a number of people only in such company; teams score too.
_SCORES_AFTER: Final = re.compile(
    r"\s+(?:of|more|others|were|was|are|have|had|killed|dead|injured|wounded|hurt|feared|died|people|arrested|missing|fled)\b"
)


@dataclass(frozen=True, slots=True)
class _Core:
    """A number without its hedge: where it stands and what it says."""

    start: int
    end: int
    low: int
    high: int | None
    hedge: Hedge | None = None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[NumberMention, ...]:
    """The numbers of `text[start:end]` that could count persons, in order; spans index `text`.

    A span covers hedge and number, and the "of" that leads on to what is counted ("dozens of"). Never raises.
    """
    end = len(text) if end is None else min(end, len(text))
    if start >= end:
        return ()
    piece = text[start:end]
    return numbers_of(piece, lower_case(piece), start)


def numbers_of(piece: str, low: str, start: int) -> tuple[NumberMention, ...]:
    """The numbers of a piece of text, `low` its lower case, that begins at `start` of the whole; spans index the whole."""
    found: list[NumberMention] = []
    for core, link in _joined(low):
        mention = _mention(piece, low, core, link)
        if mention is not None:
            found.append(_shift(mention, start))
    return tuple(found)


def lower_case(text: str) -> str:
    """Lower case that keeps every position (a letter whose lower case is longer stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _shift(mention: NumberMention, by: int) -> NumberMention:
    if not by:
        return mention
    span = Span(mention.span.start + by, mention.span.end + by)
    return NumberMention(span, mention.low, mention.high, mention.hedge)


def _cores(low: str) -> Iterator[_Core]:
    position = 0
    while match := _GATE.search(low, position):
        core = _core(low, match)
        position = max(match.end(), core.end if core else 0)
        if core is not None and not _glued(low, core):
            yield core


def _core(low: str, match: re.Match[str]) -> _Core | None:
    if match["digits"] is not None:
        return _digits(low, match)
    if match["vague"] is not None:
        return _vague(low, match)
    first = match["word"]
    spelt = read_words(low, first, match.start("word"), len(low))
    return _Core(match.start(), spelt.end, spelt.value, spelt.value, spelt.hedge)


def _digits(low: str, match: re.Match[str]) -> _Core | None:
    run, end = match["digits"], match.end()
    scale = 1
    if match["suffix"]:
        if not _PEOPLE.match(low, end):
            return None
        scale = _SUFFIX[match["suffix"]]
    elif follows := _SCALE.match(low, end):
        scale, end = {"hundred": 100, **SCALES}[follows[1]], follows.end()
    if dashed := _DASHED.fullmatch(run):
        first, last = whole_number(dashed[1]), whole_number(dashed[2])
        if first is None or last is None or first >= last or is_year(dashed[1]):
            return None
        return _Core(match.start(), end, first * scale, last * scale)
    if scale == 1 and low.startswith(" dozen", end):
        scale, end = 12, end + len(" dozen")
    value = scaled_number(run, scale)
    if value is None or ("." in run and scale == 1):
        return None
    return _Core(match.start(), end, value, value)


def _vague(low: str, match: re.Match[str]) -> _Core | None:
    words = [w for w in re.split(r"[\s-]+", match["vague"]) if w not in {"a", "an"}]
    if match["vague"] == "few":
        return None
    if words[0] == "scores" and not _SCORES_AFTER.match(low, match.end()):
        return None
    last = words[-1].strip("\"“”'‘’")
    reading = VAGUE.get(" ".join(words)) or VAGUE.get(last)
    if reading is None:
        return None
    of = _OF.match(low, match.end())
    return _Core(match.start(), of.end() if of else match.end(), *reading)


def _glued(low: str, core: _Core) -> bool:
    """Whether the number is only a piece of a name, an amount or a longer sign."""
    before = low[core.start - 1] if core.start else ""
    if before in _SIGNS_BEFORE:
        return True
    if before and before in "-‐‑.:'’" and core.start > 1 and low[core.start - 2].isalnum():
        return True
    after = low[core.end : core.end + 1]
    if after in _SIGNS_AFTER:
        return True
    if before == "[" and after == "]" and low[core.start].isdecimal():  # the number of a note
        return True
    return low[core.start].isdecimal() and _in_row(low, core)


def _in_row(low: str, core: _Core) -> bool:
    """Groups of digits in a row are a telephone number or a table; a year before a number is none."""
    if _DIGITS_AFTER.match(low, core.end):
        return True
    before = _DIGITS_BEFORE.search(low, max(0, core.start - 8), core.start)
    return before is not None and not is_year(before[1])


def _joined(low: str) -> Iterator[tuple[_Core, bool]]:
    """Numbers with pairs such as "30 to 40", "two or three" and "between 30 and 40" made one."""
    waiting: _Core | None = None
    for core in _cores(low):
        if waiting is not None:
            pair = _pair(low, waiting, core)
            if pair is not None:
                waiting = None
                yield pair, True
                continue
            yield waiting, False
        waiting = core
    if waiting is not None:
        yield waiting, False


def _pair(low: str, first: _Core, second: _Core) -> _Core | None:
    if second.start - first.end > 14 or first.high is None or second.high is None or first.low >= second.high:
        return None
    link = _LINK.fullmatch(low, first.end, second.start)
    if link is None or first.low != first.high:
        return None
    if is_year(low[first.start : first.end]) and is_year(low[second.start : second.end]):
        return None
    word = _word_before(low, first.start)
    if (word == "between") != (link[2] is not None) or (word == "from" and link[1] == "to"):
        return None
    low_end = first.low
    # "two to three hundred", "1 to 2 million": the scale holds for both.
    if second.low >= 100 > first.low and second.low % 100 == 0 and link[1]:
        for scale in (1_000_000, 1_000, 100):
            if second.low % scale == 0 and first.low < second.low // scale:
                low_end = first.low * scale
                break
    start = first.start
    if link[2] is not None:
        start = low.rindex("between", 0, first.start)
    return _Core(start, second.end, low_end, second.high)


def _word_before(low: str, position: int) -> str:
    words = low[max(0, position - 24) : position].split()
    return words[-1] if words else ""


def _mention(text: str, low: str, core: _Core, paired: bool) -> NumberMention | None:
    """The number with its hedge, or None where it counts no persons."""
    if is_measure(low, core.start, core.end) or is_named_number(text, low, core.start, core.end):
        return None
    if low.startswith("one", core.start) and core.low == core.high == 1 and not _counts_one(low, core):
        return None
    if _COMPOUND.match(low, core.end) and not _AFTER.match(low, core.end):
        return None
    if paired and low.startswith("between", core.start):
        return NumberMention(Span(core.start, core.end), core.low, core.high, None)
    return _hedged(low, core)


def _counts_one(low: str, core: _Core) -> bool:
    return _word_before(low, core.start) not in _ONE_BEFORE and not _ONE_AFTER.match(low, core.end)


def _hedged(low: str, core: _Core) -> NumberMention:
    start, hedge, beyond = hedge_before(low, core.start)
    count_low, count_high, own, end = core.low, core.high, core.hedge, core.end
    if after := _AFTER.match(low, end):
        end = after.end()
        more = after[1] or after[2]
        hedge = hedge or (Hedge.AT_LEAST if more else Hedge.APPROXIMATE)
    elif hedge is None and _OR_MORE.match(low, end):
        hedge = Hedge.AT_LEAST
    if hedge is Hedge.AT_LEAST:
        count_low, count_high = (count_low if not beyond else (core.high or core.low) + 1), None
        if beyond and core.low != core.high:
            count_low = core.low + 1
    elif hedge is Hedge.UP_TO:
        count_high = core.high if core.high is None else max(0, core.high - beyond)
        count_low = 0
    return NumberMention(Span(start, end), count_low, count_high, hedge or own)
