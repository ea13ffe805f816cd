"""What stands around an English number: its hedge, and the signs that it counts no persons."""

from __future__ import annotations

import re
from typing import Final

from kibaru.lang.en.number_words import word_set
from kibaru.model.values import Hedge

_APPROXIMATE: Final = (
    "nearly",
    "almost",
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
    "close to",
    "circa",
    "approx",
    "approx.",
    "just over",
    "just under",
    "at around",
    "at about",
    "an approximate",
    "approaching",
    "in the region of",
    "somewhere around",
    "probably",
    "perhaps",
)
_AT_LEAST: Final = (
    "at least",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "minimum of",
    "at the very least",
)
_BEYOND: Final = (
    "more than",
    "over",
    "well over",
    "upwards of",
    "upward of",
    "in excess of",
    "greater than",
    "exceeding",
    "exceeded",
    "exceeds",
    "surpassed",
    "far more than",
    "well more than",
    "topped",
    "higher than",
)
_UP_TO: Final = (
    "up to",
    "as many as",
    "a maximum of",
    "maximum of",
    "at most",
    "no more than",
    "not more than",
)
_BELOW: Final = (
    "fewer than",
    "less than",
)
# A hedge and whether its number itself lies outside ("more than 100" begins at 101).
_HEDGES: Final[dict[str, tuple[Hedge, bool]]] = {
    **dict.fromkeys(_APPROXIMATE, (Hedge.APPROXIMATE, False)),
    **dict.fromkeys(_AT_LEAST, (Hedge.AT_LEAST, False)),
    **dict.fromkeys(_BEYOND, (Hedge.AT_LEAST, True)),
    **dict.fromkeys(_UP_TO, (Hedge.UP_TO, False)),
    **dict.fromkeys(_BELOW, (Hedge.UP_TO, True)),
}
_LAST_WORDS: Final = frozenset(hedge.rsplit(" ", 1)[-1] for hedge in _HEDGES)
_MOST_WORDS: Final = max(hedge.count(" ") + 1 for hedge in _HEDGES)
_QUOTES: Final = "(\"“‘'—–-"

_MONTHS: Final = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
    """
)
_UNITS: Final = word_set(
    """
    percent percentage pct year years yr yrs month months week weeks weekend weekends day days night nights hour
    hours hr hrs minute minutes min mins second seconds sec secs decade decades century centuries morning
    mornings evening evenings generation generations km km2 kms kilometer kilometers kilometre kilometres mile
    miles meter meters metre metres m cm mm centimeter centimeters centimetre centimetres millimeter millimeters
    millimetre millimetres feet foot ft inch inches yard yards acre acres hectare hectares kg kgs kilo kilos
    kilogram kilograms kilogramme kilogrammes gram grams ton tons tonne tonnes pound pounds lb lbs liter liters
    litre litres gallon gallons barrel barrels bpd degree degrees dollar dollars cent cents euro euros eur usd
    franc francs cfa fcfa rupee rupees naira shilling shillings birr riyal riyals rial rials dinar dinars dirham
    dirhams lira yuan yen peso pesos ruble rubles rouble roubles sterling mph kph knot knots caliber calibre
    point points times vote votes seat seats goal goals gmt utc o'clock o’clock am pm a.m p.m third thirds
    quarter quarters fifth fifths halves megawatt megawatts mw volt volts
    """
)
# Words that may stand between a number and its unit.
_QUALIFIERS: Final = word_set(
    """
    of more other straight consecutive successive further additional full whole long entire short solid past
    intense extra calendar square cubic nautical u.s us american australian canadian
    """
)
_UNIT_PAIRS: Final = frozenset(["per cent", "local time", "odd years"])
_NEXT: Final = re.compile(r"[\s-]{0,2}([a-z][a-z.'’\d]*)")
_VERB_AFTER_MAY: Final = frozenset("be have not well also only yet still".split())
_MONEY_BEFORE: Final = word_set(
    """
    us$ usd eur gbp cfa fcfa rs rs. inr aud cad euro euros dollars worth a$ c$
    """
)
# Words after which a number is a name, a label or an age.
_LABEL_BEFORE: Final = word_set(
    """
    no no. nos nos. number article articles section clause chapter resolution flight battalion brigade division
    regiment route highway road room level page channel unit sector zone phase gate building block street type
    version ward district war boeing airbus aged age ages turned stage act line lane item option category tier
    model mark grade form part volume episode top under children's platform pier window exit terminal kilometre
    kilometer km apartment flat box bus tram train covid squadron platoon protocol week day camp plot lot figure
    table appendix annex law decree order class ak pt vol psalm verse apollo formula operation
    """
)
_MONTH_BEFORE: Final = _MONTHS | {f"{month}." for month in _MONTHS if len(month) < 5}
_YEAR: Final = re.compile(r"1[6-9]\d\d|20\d\d|2100")
_PERSONS_AFTER: Final = re.compile(
    r"\s+(?:people|persons|men|women|children|troops|soldiers|police|civilians|fighters|militants|rebels|protest[eo]rs|demonstrators"
    r"|villagers|residents|families|refugees|migrants|students|deaths|dead|casualties|others|more|wounded|injured|insurgents|prisoners"
    r"|inmates|members|personnel|displaced|individuals|victims|terrorists|houses|homes|killed)\b"
)
_DATE_BEFORE: Final = word_set(
    """
    in since of by from until till before after during the a early late mid and to between circa for spring
    summer autumn fall winter christmas around about election
    """
)
_NAME_BEFORE: Final = re.compile(r"[^\W\d_][\w'’-]*,?\s*$")
_CLOCK_AFTER: Final = re.compile(r"\s*(?:[ap]\.?m\b|hours?\s+gmt|h\b)")


def hedge_before(low: str, start: int) -> tuple[int, Hedge | None, bool]:
    """The hedge that ends right before `start`: where it begins, what it says, whether it excludes the number."""
    before = low[max(0, start - 40) : start]
    last = before.split()[-_MOST_WORDS:] if before[-1:].isspace() else []
    if not last or last[-1].lstrip(_QUOTES) not in _LAST_WORDS:
        return start, None, False
    for skip in range(len(last)):
        words = [last[skip].lstrip(_QUOTES), *last[skip + 1 :]]
        known = _HEDGES.get(" ".join(words))
        if known is not None:
            # Words may stand apart by more than one space: look for them from the right.
            position = start
            for word in reversed(words):
                position = low.rindex(word, 0, position)
            return position, *known
    return start, None, False


def is_year(run: str) -> bool:
    """Whether digits look like a year."""
    return len(run) == 4 and _YEAR.fullmatch(run) is not None


def is_measure(low: str, start: int, end: int) -> bool:
    """Whether a unit of time, length, weight, money or the like follows the number at `[start, end)`."""
    position = end
    for _ in range(3):
        match = _NEXT.match(low, position)
        if match is None:
            return False
        word, position = match[1].rstrip("."), match.end()
        if word in _UNITS:
            return True
        if word in _MONTHS:
            return low[start].isdecimal() and end - start <= 2 and not _is_verb(low, word, position)
        if word not in _QUALIFIERS:
            return _unit_of_words(low, word, position)
    return False


def _unit_of_words(low: str, word: str, position: int) -> bool:
    follows = _NEXT.match(low, position)
    if follows is None:
        return False
    if word == "and":
        return low.startswith(" a half", position)
    return f"{word} {follows[1].rstrip('.')}" in _UNIT_PAIRS


def _is_verb(low: str, month: str, position: int) -> bool:
    """ "20 may have died": the name of a month is a verb here."""
    follows = _NEXT.match(low, position)
    return month == "may" and follows is not None and follows[1] in _VERB_AFTER_MAY


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
    if not text[start].isupper() or not word or not word.replace("-", "").isalpha():
        return False
    before = text[:start].rstrip()[-len(word) :]
    return before.islower() and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
