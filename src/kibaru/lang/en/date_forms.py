"""The forms in which English text names days, and the words they are made of.

Each form is one pattern over lower-case text; `GATE` holds them all, and the name of its group is the form's.
"""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONE_TO_TWELVE: Final = "one two three four five six seven eight nine ten eleven twelve"
COUNTS: Final = {word: number for number, word in enumerate(_ONE_TO_TWELVE.split(), 1)} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
# Vague counts: fewest and most.
VAGUE_COUNTS: Final = {"several": (3, 6), "few": (2, 5)}
NO_COUNT: Final = (1, 6)

_MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|ma(?:r(?:ch|\.)?|y)|a(?:pr(?:il|\.)?|ug(?:ust|\.)?)|ju(?:ne?|ly?)\.?|sep(?:t(?:ember)?)?\.?"
    r"|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:.,/][\d])(?!\s?[ap]\.?m\b)"
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?!\d|[.,:/-]\d)"
_COUNT: Final = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|\d{1,3})\s+|(?:a\s+)?couple\s+of\s+"
    r"|(?:an?\s+)?few\s+)"
)
_UNIT: Final = r"(?:hour|day|night|week|month|year|decade)s?"
_DASH: Final = r"\s?[-‐‑–—]\s?"
_OF_DAY: Final = r"(?:\s+(?:early\s+|late\s+)?(?:mornings?|afternoon|evening|night)\b)?"
_PART: Final = r"(?:(?:early|mid|late)(?:-|\s+)(?:in\s+|of\s+)?|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)"
_ABOUT: Final = r"(?:(?:just|only|about|around|roughly|approximately|almost|nearly|more\s+than|less\s+than)\s+)?"
# What "a day after the ..." may lean on: the happening that the text told last.
_HAPPENING: Final = (
    r"the\s+(?:\w+\s+)?(?:attack|bombing|blast|explosion|shooting|incident|clash|raid|ambush|strike"
    r"|airstrike|massacre|killing|assault|fighting)s?\b"
)
_ALONE: Final = rf"(?=\s*(?:[,.;:)”\"]|$)|\s+{_HAPPENING})"

_DMY: Final = (
    rf"{_DAY}(?:(?:{_DASH}|\s+(?:to|and|until)\s+){_DAY})?\s*-?\s*(?:of\s+)?{_MONTH}"
    rf"(?:[\s,-]+(?:{_YEAR}|(?:this|last)\s+year))?"
)
_MDY: Final = (
    rf"{_MONTH}\s+(?:the\s+)?{_DAY}(?:{_DASH}{_DAY}(?!\s+{_MONTH}))?"
    rf"(?:,?\s+(?:{_YEAR}|(?:of\s+)?(?:this|last)\s+year))?"
)
_MONTH_FORM: Final = (
    rf"(?:{_PART})?(?:(?:last|next|this|this\s+past)\s+)?{_MONTH}"
    rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|this\s+year|last\s+year))?"
)
_WEEKDAY_FORM: Final = (
    rf"(?:(?:early|late|last|next|this|past|coming|following|this\s+past|this\s+coming)\s+(?:on\s+)?)?{_WEEKDAY}\b"
    rf"(?:(?:{_OF_DAY},?\s+(?:the\s+)?|\s*\()(?:{_DMY}|{_MDY})|{_OF_DAY})"
)
_MODIFIER: Final = r"(?:(?:earlier|later|early|late)\s+)?"
_RELATIVE: Final = (
    rf"{_MODIFIER}(?:today|yesterday)(?:\s+(?:morning|afternoon|evening|night)\b)?|tonight|tomorrow"
    r"|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|overnight(?!\s+(?:curfew|stay|trip))"
    rf"|{_MODIFIER}(?:this|last|that)\s+(?:morning|afternoon|evening|night)\b"
    rf"|{_MODIFIER}(?:this|last|next|that)\s+(?:week|month|year)\b(?!\s+of\b)"
    r"|(?:the|last|this|next|that)\s+(?:past\s+|following\s+)?weekend\b"
    r"|(?:the|that)\s+(?:same|next|following|previous)\s+(?:day|night|morning|evening|week|month|year)\b|that\s+day\b"
    rf"|{_ABOUT}(?:the|a|one)\s+day\s+(?:earlier\b|later\b|(?:before|after){_ALONE})"
    rf"|{_ABOUT}{_COUNT}{_UNIT}\s+(?:ago\b|earlier\b|later\b|(?:before|after){_ALONE})"
    r"|(?:hours|days)\s+(?:later|earlier|ago)\b"
)
_PERIOD: Final = (
    rf"(?:for|over|during|in|within)\s+(?:the\s+)?(?:past|last|previous|recent)\s+(?:{_COUNT})?{_UNIT}\b"
    rf"|so\s+far\s+(?:this\s+year|in\s+{_YEAR})"
)
_YEAR_FORM: Final = (
    r"(?:in|since|of|by|from|until|till|during|before|after|throughout|early|mid|late)[\s-]+(?:(?:early|mid|late)[\s-]+)?"
    rf"{_YEAR}(?!\s+(?:people|persons|men|women|children|troops|soldiers|civilians|fighters|others|more)\b)"
)

FORMS: Final = {
    "iso": r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "weekday": _WEEKDAY_FORM,
    "day": f"{_DMY}|{_MDY}|9/11",
    "years": rf"(?:between|from)\s+{_YEAR}\s+(?:and|to|until)\s+{_YEAR}",
    "month": _MONTH_FORM,
    "year": _YEAR_FORM,
    "period": _PERIOD,
    "relative": _RELATIVE,
}
# How any form can begin: it spares the engine the forms at nearly every other word.
_TO_YEAR: Final = r"[\s-]+[12elm]"
_TO_PERIOD: Final = r"\s+(?:the\s+)?(?:past|last|previous|recent)"
_BEGINS: Final = "|".join(
    (
        r"\d|yesterday|roughly|past|hours\s|co(?:ming|uple)|la(?:st|te)|less|j(?:an|u[nls])|m(?:on|a[ry]|id|ore\s)",
        r"a(?:pr|ug|n?\s+(?:day|night|week|month|year|decade|hour|few|couple)|bout|round|pproximately|lmost)",
        rf"after{_TO_YEAR}|b(?:y{_TO_YEAR}|e(?:fore{_TO_YEAR}|tween\s+[12]|ginning))|d(?:ec|ays\s|uring(?:{_TO_YEAR}|{_TO_PERIOD}))",
        rf"e(?:arl|ight|leven|nd\s)|f(?:eb|ri|our|i(?:ve|fteen)|ew\s|ollowing|rom{_TO_YEAR}|or{_TO_PERIOD})",
        rf"in(?:{_TO_YEAR}|{_TO_PERIOD})|n(?:ov|ext|ine|early)|o(?:ct|ne\s|nly|ver(?:night|{_TO_PERIOD})|f{_TO_YEAR})",
        rf"s(?:atur|un|ep|even|ix|ince{_TO_YEAR}|everal|o\s+far|tart)|until{_TO_YEAR}|w(?:ednes|ithin{_TO_PERIOD})",
        rf"t(?:o(?:day|night|morrow)|ues|en|w(?:o|elve|enty)|ill{_TO_YEAR}|h(?:urs|is|at|irty|ree|roughout{_TO_YEAR}"
        r"|e\s+(?:day|same|next|following|previous|weekend|last|past|beginning|start|middle|end)))",
    )
)
GATE: Final = re.compile(
    rf"\b(?={_BEGINS})(?:" + "|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()) + r")(?![^\W_]|-\d)"
)

MONTH: Final = re.compile(rf"\b(?:{_MONTH})")
NAMED: Final = re.compile(rf"\b(?:{_WEEKDAY}\b|{_MONTH})")
WEEKDAY: Final = re.compile(rf"\b{_WEEKDAY}\b")
YEAR: Final = re.compile(rf"(?<!\d){_YEAR}")
DAY_NUMBER: Final = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
PART: Final = re.compile(r"\b(early|beginning|start|mid|middle|late|end)\b")
COUNTED: Final = re.compile(rf"({_COUNT})?\b({_UNIT})\b")
