"""What stands around an English article without being part of it: notices, invitations, captions, agency tails.

Two kinds of rules. A line rule takes a whole line, and only where the line as a whole has the form of boilerplate; it
is tried where the line's first word is one of its cues. An inside rule takes just the words of a formula out of a line;
it is tried on the lines that hold one of its cues. So a text without any costs a few look-ups, and every pattern is
bounded in length. The formulas are those in common use on news sites, written down by the authors; no list was copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kibaru.model.span import Span

_ANY_CASE: Final = re.IGNORECASE
_LONGEST_LINE: Final = 700

# Where a text was glued together ("... the war.Read moreThe army"): a small letter or full stop, then a capital.
_GLUE: Final = r"(?-i:(?<=[a-z0-9.!?”\"'])(?=[A-Z“]))"
# Where a sentence may begin inside a line.
_START: Final = r"(?:(?<=[.!?”\"…])[^\S\n]*|^[^\S\n]*)"
_STOP: Final = rf"(?:{_GLUE}|(?<=[.!?])(?=\s)|[^\S\n]*$)"
_SITES: Final = (
    r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Pinterest|Reddit|Telegram|Instagram|YouTube|TikTok|Google\+?|Tumblr|Digg)"
)
_AGENCY: Final = r"(?:AFP|AP|Reuters|Xinhua|dpa|EFE|ANP|PANA|APA|Anadolu|AA|Bloomberg|UPI|VOA|ANI|KNA|epd)"
_CREDIT: Final = (
    r"(?-i:(?:File |FILE )?(?:Photo(?:graph)?s?|photos?|PHOTO|Images?|IMAGE|Pictures?|Pic|Illustration|Credits?))"
)
# Names and places in a row, but no verb: "Jane Doe in Gao and John Roe".
_NAMES: Final = r"(?-i:[A-Z][\w.'’/-]*+(?:(?:,|,? and|,? in|,? at|,? for)? [A-Z][\w.'’/-]*+){0,20}+)"
_CREDITED: Final = rf"[(\[](?:{_AGENCY} )?{_CREDIT}(?: ?[:/]| by\b| courtesy\b)[^()\[\]\n]{{1,100}}[)\]]"
_STORY: Final = r"(?:story|article|report|post|video|page|news)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """One formula. `cues` are lower-case: first words of a line for a line rule, words in it for an inside rule."""

    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    lists_headlines: bool = False


def _line(heads: str, *forms: str, case: bool = False, lists_headlines: bool = False) -> _Rule:
    flags = re.NOFLAG if case else _ANY_CASE
    return _Rule(tuple(heads.split()), re.compile("|".join(f"(?:{form})" for form in forms), flags), lists_headlines)


def _inside(cues: str, *forms: str, case: bool = False) -> _Rule:
    flags = re.MULTILINE if case else re.MULTILINE | _ANY_CASE
    return _Rule(tuple(cues.split("|")), re.compile("|".join(f"(?:{form})" for form in forms), flags))


_LINE_RULES: Final = (
    # Consent.
    _line(
        "accept reject allow manage privacy cookie cookies necessary i got terms",
        r"(?:Accept|Reject)(?: all| and continue| & continue| Read More)?|I agree|Got it!?",
        r"(?:Accept|Reject|Allow|Manage)(?: all)? cookies|Privacy (?:& Cookies? )?(?:policy|notice|settings)",
        r"Cookies? (?:policy|settings|preferences|notice|consent)|Privacy and Cookies?(?: policy)?",
        r"Necessary cookies.{0,300}|Terms (?:of use|and conditions|of service)",
    ),
    # Invitations to read on.
    _line(
        "read also continue click see watch video videos photos listen",
        r"(?:Read (?:more|also|next|the full story|the full article)|Also read|Continue reading)"
        r"(?: ?[:»>].{0,250}|.{0,40})",
        r"Click here (?:to|for) .{0,150}|See also ?[:»>].{0,250}|See also ?=*",
        r"(?-i:(?:WATCH|VIDEOS?|PHOTOS|LISTEN)(?: LIVE| NOW)?|Watch|Listen) ?[:|].{0,250}",
    ),
    _line(
        "related you recommended most trending more latest top don't don’t editor's editor’s editors'",
        r"Related(?: (?:articles?|stories|story|news|posts?|topics?|coverage|links?|content|reading))? ?:.{0,250}",
        r"Related (?:articles?|stories|news|posts|topics|coverage|links|content|reading)",
        r"You (?:may|might) also like|Recommended(?: for you| stories| articles| reading)?",
        r"Most (?:read|popular|viewed)|Trending(?: now)?|More (?:stories|news)|Latest news",
        r"More on this(?: story| topic)?|More from .{1,40}",
        r"(?:Top stories|Don['’]t miss|Editor['’]?s['’]? picks?) ?:?",
        lists_headlines=True,
    ),
    # Sharing, following, commenting.
    _line(
        "share tweet follow print email e-mail facebook twitter whatsapp linkedin pinterest reddit telegram instagram"
        " copy comment comments save send like join find leave post no x",
        # Possessive, or a row of such words before another word would be tried in every division.
        rf"(?:(?:{_SITES}|{_STORY}|Share|Tweet|Follow|Print|E-?mail|Copy link|Comments?|Save|Send|Link|Pin|Messenger"
        rf"|Embed|More|this|on|via|by|to)\b[ |,·•/:&+-]{{0,3}}+){{1,20}}+",
        rf"(?:Share|Send|Print|Email) this(?: {_STORY})?\b.{{0,100}}|(?:Follow|Like|Join|Find) us (?:on|at) .{{0,150}}",
        rf"Follow .{{1,60}} on {_SITES}\b.{{0,80}}",
        r"Leave a (?:comment|reply).{0,80}|Post a comment|No comments(?: yet)?",
        r"Comments? (?:are )?(?:closed|\(\d+\))\.?",
    ),
    _line(
        "sign subscribe get receive join download want newsletter newsletters",
        r"(?:Sign up|Subscribe|Get|Receive|Join|Download|Want)\b.{0,160}\b(?:newsletters?|inbox|alerts|(?:our|the) app"
        r"|(?:our|WhatsApp|Telegram|YouTube) channel|notifications)\b.{0,150}",
        r"(?:Subscribe|Sign up)(?: now| today| here| to .{1,100})?[.!:]?|Newsletters?",
    ),
    # Captions and credits.
    _line(
        "file",
        r"(?:FILE|File)(?: (?:PHOTO|photo|image|picture|pic))? ?[:–—-] .{0,600}",
        case=True,
    ),
    _line(
        "photo photos photograph image images picture pictures pic illustration credit credits caption file",
        rf"(?:{_CREDIT}|Caption)(?: (?:by|credit|courtesy(?: of)?|source|caption|copyright))? ?[:©].{{0,400}}",
        rf"{_CREDIT} (?:by|courtesy of) {_NAMES}|Image (?:source|copyright),? .{{1,400}}",
    ),
    # Agency tails.
    _line(
        "additional reporting writing editing edited compiled source sources afp ap reuters xinhua dpa (afp) (reuters)"
        " (ap)",
        rf"(?:(?:Additional )?(?:Reporting|Writing|Editing|Edited|Compiled)(?: and \w+)? by {_NAMES}[.;,]? ?){{1,4}}",
        rf"Sources? ?: .{{1,80}}|\(?{_AGENCY}(?:[/,] ?{_AGENCY})*\)?",
    ),
    _line(
        "© (c) copyright all",
        r"(?:©|\(c\)|Copyright(?= ?[©\d(])) ?.{0,400}|All rights reserved\b.{0,200}",
    ),
    _line(
        "advertisement advertisements advert advertising sponsored story article skip scroll",
        r"(?:Advertisements?|Advert|Advertising|Sponsored(?: content| post| by .{0,40})?)[ .:*–—-]*",
        r"(?:Story|Article) continues (?:below|after)(?: this)?(?: ad\w*)?\.?|Skip (?:ad|to (?:main )?content)",
        r"Scroll to continue(?: \w+)?",
    ),
)

_INSIDE_RULES: Final = (
    _inside(
        "cookie",
        # Not after a quotation mark or a word: what somebody says about cookies is no notice.
        r"(?<![“\"'‘\w])(?<!\w )(?:(?:This|Our) (?:web)?site uses cookies|We(?: and our partners)? use cookies"
        r"|By continuing to (?:use|browse|visit)[^.!?\n]{0,80}cookies|This (?:web)?site or its[^.!?\n]{0,60}cookies)"
        r"[^.!?\n]{0,250}(?:[.!?]|$)"
        r"(?:\s{0,3}(?:We['’]ll assume|By (?:continuing|clicking|using)|If you continue|To find out more|Find out more"
        r"|You can (?:opt|change|manage|accept|read|find)|Please see our)[^.!?\n]{0,200}(?:[.!?]|$)){0,4}"
        r"(?:\s{0,3}(?:Accept|Reject|OK|Got it|Decline|Settings|Read More|Learn More|Privacy Policy|Cookie Policy"
        r"|I agree)\b(?: all| cookies)?\.?){0,6}",
    ),
    _inside(
        "read more|also read|see also",
        rf"{_START}(?:Read more|Also read|See also) ?[:»>][^\n]{{0,220}}?{_STOP}",
        r"(?<=[.!?”\"…])[^\S\n]*Read more[^\S\n]*$",
        r"(?<=[.!?”\"…]) ?(?-i:Read ?[Mm]ore\.{0,3}(?=[A-Z“]))",
        r"==+ ?See also ?==+",
    ),
    _inside(
        "share this|follow ",
        rf"(?<=[.!?”\"])[^\S\n]*Share this {_STORY}\b[.!:]?(?!\w)",
        rf"(?<=[.!?”\"])[^\S\n]*(?-i:Follow) [^.!?\n]{{1,60}} on {_SITES}\b[^.!?\n]{{0,60}}{_STOP}",
    ),
    _inside(
        "sign up|subscribe to",
        rf"{_START}(?-i:You can s|S)ign up (?:to receive|to get|for our|to our|here)\b[^.!?\n]{{0,120}}{_STOP}",
        rf"{_START}(?-i:Subscribe to our|Subscribe to the|Sign up for)\b[^.!?\n]{{0,120}}{_STOP}",
    ),
    _inside(
        "photo|image|picture|credit:",
        # A line of one sentence that ends in a credit is a caption as a whole.
        r"^[^.!?\n]{0,250}[.)]? (?-i:Photo|PHOTO|Image|Credit|Photo credit|Photograph)s?: [^.\n]{1,60}\.?[^\S\n]*$",
        rf"^[^.!?\n]{{0,300}}\.? ?{_CREDITED}[^\S\n]*$",
        _CREDITED,
        rf"image (?:copyright|source) [^\n]{{1,60}}? ?image caption [^\n]{{1,250}}?{_GLUE}",
        rf"(?<=[.!?”\"]) ?{_CREDIT}: [^.\n]{{1,60}}\.?[^\S\n]*$",
    ),
    _inside(
        "ing by |ed by |to this report|to this story|to this article",
        r"[(\[](?-i:(?:Additional r|Writing and r|R)eporting|Writing|Editing|Compiled|Edited|Written)(?: and \w+)? by"
        r" [^()\[\]\n]{1,500}[)\]]",
        # The full stop of an initial ("J. Doe") ends no sentence.
        rf"{_START}(?-i:[A-Z](?:[^.!?“”\n]|(?<=\b[A-Z])\.){{0,160}}?) (?:also )?contributed(?: reporting)? to this"
        r" (?:report|story|article)\.?",
    ),
    _inside(
        "rights reserved|©",
        r"(?:(?:Copyright|©|\(c\))[^.!?\n]{0,100}[., ]{0,2})?(?-i:All rights reserved|ALL RIGHTS RESERVED)\.?"
        r"(?: ?This material may not[^.\n]{0,150}\.)?",
        r"(?<=[.!?”\"])[^\S\n]*© ?(?:\d{4} )?(?-i:[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})\.?",
    ),
    _inside(
        "(afp|(reuters|(ap|(dpa",
        rf"\b[a-z]{{2,4}}(?:, ?[a-z]{{2,4}}){{0,3}}/[a-z]{{2,4}} \({_AGENCY}(?:, ?{_AGENCY}){{0,4}}\)[^\S\n]*$",
        case=True,
    ),
    _inside(
        "advertisement",
        r"(?<=[.!?”\"])[^\S\n]*(?:Advertisement|ADVERTISEMENT)(?=[A-Z“]|[^\S\n]*$)",
        case=True,
    ),
)

_BY_HEAD: Final = {
    head: tuple(rule for rule in _LINE_RULES if head in rule.cues) for r in _LINE_RULES for head in r.cues
}
_BULLETS: Final = " \t>»•*|▶=–—-"
_AFTER_WORD: Final = ":.,!;|-–—\xa0"
# A notice may run over the ends of lines; nothing else does.
_SPILL: Final = 800
_HEADLINE: Final = re.compile(r"\s*([^\n]{8,130})$", re.MULTILINE)
_MOST_HEADLINES: Final = 10
_SENTENCE_END: Final = tuple('.!?”"')


def boilerplate(text: str) -> list[Span]:
    """Where boilerplate stands in `text`: ascending, disjoint; what fills whole lines is taken with the line end."""
    found = sorted((*_whole_lines(text), *_insides(text)))
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return merged


def _whole_lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if 0 < len(line) <= _LONGEST_LINE:
            bare = line.strip(_BULLETS)
            head = bare.split(" ", 1)[0].rstrip(_AFTER_WORD).lower()
            for rule in _BY_HEAD.get(head, ()):
                if rule.pattern.fullmatch(bare.strip()):
                    yield Span(start, min(end + 1, len(text)))
                    if rule.lists_headlines and ":" not in bare.rstrip(": "):
                        yield from _headlines(text, end)
                    break
        start = end + 1


def _headlines(text: str, at: int) -> Iterator[Span]:
    """The lines after `at` that look like headlines of other articles."""
    for _ in range(_MOST_HEADLINES):
        line = _HEADLINE.match(text, at)
        if line is None or line[1].rstrip().endswith(_SENTENCE_END):
            return
        yield _with_line_end(text, line.start(1), line.end())
        at = line.end()


def _insides(text: str) -> Iterator[Span]:
    lower = text.lower()
    if len(lower) != len(text):  # a few letters have two in lower case; positions must stay
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for rule in _INSIDE_RULES:
        for cue in rule.cues:
            at = lower.find(cue)
            while at >= 0:
                start, end = text.rfind("\n", 0, at) + 1, _line_end(text, at)
                spill = _SPILL if cue == "cookie" else 0
                for match in rule.pattern.finditer(text, start, min(end + spill, len(text))):
                    if match.start() < match.end():
                        yield _with_line_end(text, match.start(), match.end())
                at = lower.find(cue, end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _with_line_end(text: str, start: int, end: int) -> Span:
    """The span, with the line end that would be left over when it fills whole lines."""
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip() or (end < len(text) and text[end] != "\n"):
        return Span(start, end)
    return Span(line_start, min(end + 1, len(text)))
