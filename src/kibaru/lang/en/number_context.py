"""What stands around an English number: its hedge, and the signs that it counts no persons."""

from __future__ import annotations

import re

from kibaru.model.values import Hedge

_APPROXIMATE = (
    "nearly|almost|about|around|some|roughly|approximately|an estimated|estimated|close to|circa|approx|approx.|just over|just under"
    "|at around|at about|an approximate|approaching|nearly all of the|in the region of|somewhere around|probably|perhaps"
)
_AT_LEAST = "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|at the very least"
_BEYOND = (
    "more than|over|well over|upwards of|upward of|in excess of|greater than|exceeding|exceeded|exceeds|surpassed|far more than"
    "|well more than|topped|higher than"
)
_UP_TO = "up to|as many as|a maximum of|maximum of|at most|no more than|not more than|no fewer or more than"
_BELOW = "fewer than|less than|just under"
# A hedge and whether its number itself lies outside ("more than 100" begins at 101).
_HEDGES: dict[str, tuple[Hedge, bool]] = {
    **dict.fromkeys(_APPROXIMATE.split("|"), (Hedge.APPROXIMATE, False)),
    **dict.fromkeys(_AT_LEAST.split("|"), (Hedge.AT_LEAST, False)),
    **dict.fromkeys(_BEYOND.split("|"), (Hedge.AT_LEAST, True)),
    **dict.fromkeys(_UP_TO.split("|"), (Hedge.UP_TO, False)),
    **dict.fromkeys(_BELOW.split("|"), (Hedge.UP_TO, True)),
    "just over": (Hedge.APPROXIMATE, False),
    "just under": (Hedge.APPROXIMATE, False),
}
_LAST_WORDS = frozenset(hedge.rsplit(" ", 1)[-1] for hedge in _HEDGES)
_MOST_WORDS = max(hedge.count(" ") + 1 for hedge in _HEDGES)
_BEFORE = re.compile(r"(\S+)(\s+)")

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_UNIT = (
    r"per\s?cent|percentage|pct|%|"
    r"(?:calendar\s+)?(?:years?|months?|weeks?|weekends?|days?|nights?|hours?|hrs?|minutes?|mins?|seconds?|secs?|decades?|centur(?:y|ies)"
    r"|mornings?|evenings?|generations?)"
    r"|(?:square\s+|cubic\s+|nautical\s+)?(?:km2?|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|cm|mm|centimet(?:er|re)s?"
    r"|millimet(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?)"
    r"|acres?|hectares?|kgs?|kilos?|kilogram(?:me)?s?|grams?|tons?|tonnes?|pounds?|lbs?|lit(?:er|re)s?|gallons?|barrels?|bpd|degrees?"
    r"|(?:u\.?s\.?\s+|us\s+|american\s+|australian\s+|canadian\s+)?(?:dollars?|cents?)|euros?|eur|usd|(?:cfa\s+)?francs?|cfa|fcfa|rupees?|naira"
    r"|shillings?|birr|riyals?|rials?|dinars?|dirhams?|lira|yuan|yen|pesos?|rubles?|roubles?|pounds?\s+sterling|sterling"
    r"|mph|kph|knots|cal(?:iber|ibre)?|points?|times|votes?|seats?|goals?|gmt|utc|local\s+time|o['’]clock|[ap]\.?m\b\.?"
    r"|yrs?|thirds?|quarters?|fifths?|halves|and\s+a\s+half|megawatts?|mw|volts?|rounds\s+to"
    rf"|(?:of\s+)?(?:{_MONTHS})\b(?!\s+(?:be|have|not|well|also|only|yet|still)\b)"
)
_BETWEEN = (
    r"(?:(?:more|other|straight|consecutive|successive|further|additional|full|whole|long|entire|odd|short|solid|past|intense|extra)\s+)?"
)
_MEASURE = re.compile(rf"(?:\s|-)?\s?(?:of\s+)?{_BETWEEN}(?:{_UNIT})(?![\w])|\s?[%°]")
_MONEY_BEFORE = frozenset("us$ usd eur gbp cfa fcfa rs rs. inr aud cad euro euros dollars worth a$ c$".split())
# Words after which a number is a name, a label or an age.
_LABEL_BEFORE = frozenset(
    (
        "no no. nos nos. number article articles section clause chapter resolution flight battalion brigade division regiment route highway"
        " road room level page channel unit sector zone phase gate building block street type version ward district war boeing airbus aged"
        " age ages turned stage act line lane item option category tier model mark grade form part volume episode top under children's"
        " platform pier window exit terminal kilometre kilometer km apartment flat box bus tram train covid squadron platoon protocol week"
        " day camp plot lot figure table appendix annex law decree order class ak pt vol psalm verse apollo formula operation"
    ).split()
)
_MONTH_BEFORE = frozenset([*_MONTHS.replace("sept?", "sep|sept").split("|"), "sept.", "sep."]) | {
    f"{m}." for m in "jan feb mar apr jun jul aug oct nov dec".split()
}
# "May 20 soldiers": a month before a number is a date, but "march" and "may" are also verbs; digits then tell the day.
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d|2100")
_PERSONS_AFTER = re.compile(
    r"\s+(?:people|persons|men|women|children|troops|soldiers|police|civilians|fighters|militants|rebels|protest[eo]rs|demonstrators"
    r"|villagers|residents|families|refugees|migrants|students|deaths|dead|casualties|others|more|wounded|injured|insurgents|prisoners"
    r"|inmates|members|personnel|displaced|individuals|victims|terrorists|houses|homes|killed)\b"
)
_DATE_BEFORE = frozenset(
    "in since of by from until till before after during the a early late mid and to between circa for spring summer autumn fall winter"
    " christmas around about election".split()
)
_NAME_BEFORE = re.compile(r"[^\W\d_][\w'’-]*,?\s*$")
_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|hours?\s+gmt|h\b)")


def hedge_before(low: str, start: int) -> tuple[int, Hedge | None, bool]:
    """The hedge that ends right before `start`: where it begins, what it says, whether it excludes the number."""
    words: list[tuple[int, str]] = []
    left = max(0, start - 40)
    for match in _BEFORE.finditer(low, left, start):
        words.append((match.start(1), match[1].lstrip("(\"“‘'—–-")))
        if match.end() == start:
            break
    if not words or words[-1][1] not in _LAST_WORDS or not low[start - 1].isspace():
        return start, None, False
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        tail = words[-count:]
        known = _HEDGES.get(" ".join(word for _, word in tail))
        if known is not None:
            position, word = tail[0]
            return low.index(word, position), *known
    return start, None, False


def is_year(run: str) -> bool:
    """Whether digits look like a year."""
    return len(run) == 4 and _YEAR.fullmatch(run) is not None


def is_measure(low: str, end: int) -> bool:
    """Whether a unit of time, length, weight, money or the like follows the number."""
    return _MEASURE.match(low, end) is not None


def is_named_number(text: str, low: str, start: int, end: int) -> bool:
    """Whether the number is a year, the day of a month, a time, an age or part of a name."""
    run = low[start:end]
    before = low[max(0, start - 24) : start].split()
    word = before[-1].lstrip("(\"“‘'") if before else ""
    if word in _MONEY_BEFORE or word in _LABEL_BEFORE:
        return True
    if not run[0].isdigit():
        return _part_of_name(text, start, end, word)
    if is_year(run):
        return word in _DATE_BEFORE or (
            not _PERSONS_AFTER.match(low, end) and hedge_before(low, start)[1] is not Hedge.AT_LEAST
        )
    small = len(run) <= 2
    if small and word.rstrip(",") in _MONTH_BEFORE and not (word == "may" and _PERSONS_AFTER.match(low, end)):
        return True
    return _age(text, start, end) if len(run) <= 3 else bool(len(run) == 4 and _CLOCK_AFTER.match(low, end))


def _age(text: str, start: int, end: int) -> bool:
    """ "Tamerlan Ousmane, 26, died" or "(26)" after a name."""
    if text[start - 1 : start] == "(":
        closed, left = text[end : end + 1] == ")", start - 1
    else:
        closed = text[max(0, start - 2) : start] == ", " and text[end : end + 1] in {",", ".", ";", ")", ""}
        left = start - 2
    if not closed:
        return False
    name = _NAME_BEFORE.search(text, max(0, left - 30), left)
    return name is not None and name[0][0].isupper()


def _part_of_name(text: str, start: int, end: int, word: str) -> bool:
    """ "the Three Borders": a number word with a capital inside a line of small letters, before another capital."""
    if not text[start].isupper() or not word or not word.isalpha():
        return False
    before = text[:start].rstrip()[-len(word) :]
    return before.islower() and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
