"""What stands around an English article without being part of it: notices, invitations, captions, agency tails.

Every rule is bounded in length and looked for only where one of its cues stands, so that a text without any costs no
more than a few look-ups. A rule takes a whole line only where the line as a whole has the form of boilerplate; inside a
longer line it takes just the words of the formula. Sources: formulas in common use on news sites; no list was copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kibaru.model.span import Span

# Where a text was glued together ("... the war.Read moreThe army"): a small letter or full stop, then a capital.
_GLUE = r"(?-i:(?<=[a-z0-9.!?”\"'])(?=[A-Z“]))"
_LINE = r"^[^\S\n]*(?:[>»•*|▶-]+[^\S\n]*)?"
_END = r"[^\S\n]*$"
_STOP = rf"(?:{_GLUE}|(?<=[.!?])(?=\s)|{_END})"
_SITES = (
    r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Pinterest|Reddit|Telegram|Instagram|YouTube|TikTok|Google\+?|Tumblr|Digg)"
)
_AGENCY = r"(?:AFP|AP|Reuters|Xinhua|dpa|EFE|ANP|PANA|APA|Anadolu|AA|Bloomberg|UPI|VOA|ANI)"
_CREDIT = r"(?-i:(?:File[ ]|FILE[ ])?(?:Photo(?:graph)?|photo|PHOTO|Image|IMAGE|Picture|Pic|Illustration|Credit)s?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One formula. `cues` are lower-case words of which one must stand in the text for the rule to be tried."""

    name: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(name: str, cues: str, *patterns: str, case: bool = False) -> Rule:
    flags = re.MULTILINE if case else re.MULTILINE | re.IGNORECASE
    return Rule(name, tuple(cues.split("|")), re.compile("|".join(f"(?:{p})" for p in patterns), flags))


RULES = (
    _rule(
        "cookie notice",
        "cookie",
        r"(?<![“\"'‘\w])(?:(?:This|Our|The)[ ](?:web)?site[ ]uses[ ]cookies|We(?:[ ]and[ ]our[ ]partners)?[ ]use[ ]cookies"
        r"|By[ ]continuing[ ]to[ ](?:use|browse|visit)[^.!?\n]{0,80}cookies|This[ ](?:web)?site[ ]or[ ]its[^.!?\n]{0,60}cookies)"
        r"[^.!?\n]{0,250}(?:[.!?]|$)"
        r"(?:\s{0,3}(?:We['’]ll[ ]assume|By[ ](?:continuing|clicking|using)|If[ ]you[ ]continue|You[ ]can[ ](?:opt|change|manage|accept"
        r"|read|find)|To[ ]find[ ]out[ ]more|Please[ ]see[ ]our|Find[ ]out[ ]more)[^.!?\n]{0,200}(?:[.!?]|$)){0,4}"
        r"(?:\s{0,3}(?:Accept|Reject|OK|Got it|Decline|Settings|Read More|Learn More|Privacy Policy|Cookie Policy|I agree)\b"
        r"(?:[ ](?:all|cookies))?\.?){0,6}",
        _LINE + r"(?:Privacy[ ](?:&|and)[ ]Cookies?(?:[ ]Policy)?|Cookies?[ ](?:policy|settings|preferences|notice|consent)"
        r"|(?:Accept|Reject|Allow|Manage)[ ](?:all[ ])?cookies|Necessary[ ]cookies.{0,200})" + _END,
    ),
    _rule(
        "consent button",
        "accept|agree|got it|privacy|terms of use",
        _LINE + r"(?:Accept(?:[ ](?:all|and[ ]continue|&[ ]continue|Read[ ]More))?|Reject(?:[ ]all)?|I[ ]agree|Got[ ]it!?"
        r"|Privacy[ ](?:policy|notice|settings)|Terms[ ](?:of[ ]use|and[ ]conditions|of[ ]service))" + _END,
    ),
    _rule(
        "read more",
        "read more|read also|also read|read next|continue reading|see also|click here|read the full",
        r"(?<![\w])(?:Read[ ](?:more|also|next)|Also[ ]read|See[ ]also)[ ]?[:»>][^\n]{0,220}?" + _STOP,
        _LINE + r"(?:Read[ ](?:more|also|next)|Also[ ]read|Continue[ ]reading|Click[ ]here[ ](?:to|for)|Read[ ]the[ ]full"
        r"[ ](?:story|article|report)|==+[ ]?See[ ]also[ ]?==+)[^\n]{0,150}" + _END,
        r"(?<=[.!?”\"…])[^\S\n]*(?:Read|READ)[ ]more" + _END,
    ),
    _rule("read more, glued", "read more", r"(?<=[.!?”\"…])[ ]?Read[ ]?[Mm]ore\.{0,3}(?=[A-Z“])", case=True),
    _rule(
        "related articles",
        "related|also like|recommended|most read|most popular|trending|more stories|more news|more on this|more from|latest news|top stories"
        "|don't miss|don’t miss|editor",
        _LINE + r"(?:Related(?:[ ](?:articles?|stories|story|news|posts?|topics?|coverage|links?|content|reading))?[ ]?:[^\n]{0,200}"
        r"|Related[ ](?:articles?|stories|news|posts|topics|coverage|links|content|reading)"
        r"|You[ ](?:may|might)[ ]also[ ]like|Recommended(?:[ ](?:for[ ]you|stories|articles|reading))?|Most[ ](?:read|popular|viewed)"
        r"|Trending(?:[ ]now)?|More[ ](?:stories|news)|More[ ]on[ ]this(?:[ ](?:story|topic))?|More[ ]from[ ][^\n]{1,40}"
        r"|Latest[ ]news|Top[ ]stories|Don['’]t[ ]miss|Editor['’]?s['’]?[ ]picks?)[ ]?:?" + _END,
    ),
    _rule(
        "share",
        "share|tweet|follow|facebook|twitter|whatsapp|print|email|comment|like us|join us|find us",
        _LINE + rf"(?:(?:Share|Tweet|Follow|Print|E-?mail|Copy[ ]link|Comments?|Save|Send|Link|Pin|Messenger|Embed|More|Post|"
        rf"this|on|via|by|article|story|post|page|to|{_SITES})[ |,·•/:&-]{{0,3}}){{1,20}}" + _END,
        _LINE + r"(?:Share[ ]this(?:[ ](?:article|story|post|video|page|news|with))?\b|(?:Follow|Like|Join|Find)[ ]us[ ](?:on|at)\b"
        r"|Leave[ ]a[ ](?:comment|reply)|(?:No[ ]|\d+[ ])?Comments?(?:[ ]are[ ]closed)?\b[.!]?$|Post[ ]a[ ]comment)[^\n]{0,120}" + _END,
        rf"(?<=[.!?”\"\n])[^\S\n]*(?:Follow|Like)[ ][^.!?\n]{{1,60}}[ ]on[ ]{_SITES}\b[^.!?\n]{{0,60}}" + _STOP,
        r"(?<=[.!?”\"])[^\S\n]*Share[ ]this[ ](?:article|story|post|video|page)\b" + r"[.!:]?",
    ),
    _rule(
        "newsletter",
        "newsletter|inbox|sign up|subscribe|alerts|our app|our channel|whatsapp channel|telegram channel|breaking news",
        _LINE + r"(?:Sign[ ]up|Subscribe|Get|Receive|Join|Download|Want)\b[^\n]{0,160}\b(?:newsletters?|inbox|alerts|(?:our|the)[ ]app|channel"
        r"|updates|notifications)\b[^\n]{0,120}" + _END,
        _LINE + r"(?:Subscribe|Sign[ ]up|Subscribe[ ](?:now|today|here)|Newsletters?)[ ]?[.!:]?" + _END,
        r"(?:(?<=[.!?”\"])[^\S\n]*|^)(?:You[ ]can[ ])?(?:Sign[ ]up|Subscribe)[ ](?:to|for|here)\b[^.!?\n]{0,120}" + _STOP,
    ),
    _rule(
        "caption",
        "file -|file –|file —|file photo|photo|image|picture|credit|caption|pic:",
        _LINE + r"(?:FILE|File)[ ]?(?:PHOTO|photo|image|picture|pic)?[ ]?[:–—-][ ][^\n]{0,600}" + _END,
        _LINE + rf"(?:{_CREDIT}|Caption)(?:[ ](?:by|credit|courtesy(?:[ ]of)?|source|caption))?[ ]?[:©][^\n]{{0,400}}" + _END,
        _LINE + r"[^.!?\n]{0,200}[.)]?[ ](?-i:Photo|PHOTO|Image|Credit|Photo[ ]credit)s?:[ ][^.\n]{1,60}\.?" + _END,
        _LINE + rf"[^.!?\n]{{0,250}}[.]?[ ]?[(\[](?:{_AGENCY}[ ])?{_CREDIT}\b[^()\[\]\n]{{0,100}}[)\]]" + _END,
        rf"[(\[](?:{_AGENCY}[ ])?{_CREDIT}(?:[ ]?[:/]|[ ]by\b|[ ]courtesy\b)[^()\[\]\n]{{1,100}}[)\]]",
        r"image[ ](?:copyright|source)[ ][^\n]{1,60}?[ ]?image[ ]caption[ ][^\n]{1,250}?" + _GLUE,
        rf"(?<=[.!?”\"])[ ]?{_CREDIT}:[ ][^.\n]{{1,60}}\.?" + _END,
    ),
    _rule(
        "agency tail",
        "reporting by|writing by|editing by|edited by|compiled by|to this report|to this story|to this article",
        r"[(\[](?:Additional[ ]|Writing[ ]and[ ]|Reporting[ ]and[ ])?(?:Reporting|Writing|Editing|Compiled|Edited|Written)"
        r"(?:[ ]and[ ]\w+)?[ ]by[ ][^()\[\]\n]{1,500}[)\]]",
        _LINE + r"(?:Additional[ ])?(?:Reporting|Writing|Editing|Edited|Compiled)(?:[ ]and[ ]\w+)?[ ]by[ ][^\n]{1,300}" + _END,
        r"(?:(?<=[.!?”\"])[^\S\n]*|^)(?-i:[A-Z])(?:[^.!?“”\n]|(?-i:(?<=\b[A-Z])\.)){0,160}?[ ](?:also[ ])?contributed(?:[ ]reporting)?[ ]to[ ]this[ ](?:report|story|article)\.?",
    ),
    _rule(
        "copyright",
        "©|copyright|all rights reserved|(c) 20",
        _LINE + r"(?:©|\(c\)|Copyright\b[ ]?[©\d])[^\n]{0,300}" + _END,
        r"(?:(?:Copyright|©|\(c\))[^.!?\n]{0,100}[., ]{0,2})?All[ ]rights[ ]reserved\.?(?:[ ]?This[ ]material[ ]may[ ]not[^.\n]{0,150}\.)?",
        r"(?<=[.!?”\"])[^\S\n]*©[ ]?(?:\d{4}[ ])?[A-Z][\w&'’-]*(?:[ ][A-Z][\w&'’-]*){0,4}\.?",
    ),
    _rule(
        "agency name",
        "(afp|(reuters|(ap|(dpa|source|afp\n|reuters\n",
        r"\b[a-z]{2,4}(?:,[ ]?[a-z]{2,4}){0,3}/[a-z]{2,4}[ ]\((?:AFP|AP|Reuters|dpa|EFE|KNA|epd)(?:,[ ]?(?:AFP|AP|Reuters|dpa|EFE|KNA|epd)){0,4}\)"
        r"\s*\Z",
        rf"^[^\S\n]*[-–—(]?[ ]?{_AGENCY}[ ]?\)?\s*\Z",
        case=True,
    ),
    _rule(
        "advertisement",
        "advert|sponsored|skip ad|story continues|article continues|scroll to continue|skip to",
        _LINE + r"[-–—* ]*(?:Advertisements?|Advert|Advertising|Sponsored(?:[ ](?:content|post|by[^\n]{0,40}))?|(?:Story|Article)[ ]continues"
        r"[ ](?:below|after)(?:[ ](?:this[ ])?ad\w*)?|Skip[ ](?:ad|to[ ](?:main[ ])?content)|Scroll[ ]to[ ]continue(?:[ ]\w+)?)[-–—* .:]*$",
        r"(?<=[.!?”\"])[^\S\n]*(?:Advertisement|ADVERTISEMENT)(?=[A-Z“]|[ ][A-Z“]|" + _END + ")",
    ),
)  # fmt: skip

_HEADLINES_AFTER = "related articles"
_HEADLINE = re.compile(r"\s*(?:[•*–—-][ ]?)?([^\n]{8,130})$", re.MULTILINE)
_SENTENCE_END = tuple('.!”"')


def boilerplate(text: str) -> list[Span]:
    """Where boilerplate stands in `text`: ascending, disjoint; a whole line is taken with its line end."""
    lower = text.lower()
    found = sorted(
        span
        for rule in RULES
        if any(cue in lower for cue in rule.cues)
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
        for span in _spans(text, rule, match)
    )
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return merged


def _spans(text: str, rule: Rule, match: re.Match[str]) -> Iterator[Span]:
    yield _with_line_end(text, match.start(), match.end())
    if rule.name != _HEADLINES_AFTER or ":" in match[0].rstrip(": \n"):
        return
    at = match.end()
    for _ in range(10):
        line = _HEADLINE.match(text, at)
        if line is None or line[1].rstrip().endswith(_SENTENCE_END):
            return
        yield _with_line_end(text, line.start(), line.end())
        at = line.end()


def _with_line_end(text: str, start: int, end: int) -> Span:
    """The span with the line end that would be left over when it fills whole lines."""
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip() or (end < len(text) and text[end] != "\n"):
        return Span(start, end)
    return Span(line_start, min(end + 1, len(text)))
