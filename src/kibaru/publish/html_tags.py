"""HTML elements whose text is escaped unless it is markup already, so that nothing from a report can become markup."""

from __future__ import annotations

import re
from html import escape

from kibaru.publish.plain import one_line

# Marks that turn the reading direction, hide, or have no form: each is shut into an element of its own, where it moves
# nothing else, and the style sheet shows its number instead.
_SHUT_IN = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NOT_HTML = re.compile("[\x00\ud800-\udfff]")


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def el(name: str, *children: str, **attributes: str | None) -> Html:
    """An element. Children that are no `Html` are escaped; `class_` is class, `data_v` data-v; None leaves it out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_NOT_HTML.sub(chr(0xFFFD), value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{told}>{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Children one after another."""
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children))


def text(words: str) -> Html:
    """Words of a report, character for character (what HTML can't hold becomes U+FFFD)."""
    safe = escape(_NOT_HTML.sub("\ufffd", words)).replace("\r", "&#13;")
    return Html(_SHUT_IN.sub(_shut_in, safe))


def _shut_in(match: re.Match[str]) -> str:
    return f'<bdi class="ctl" data-u="U+{ord(match[0]):04X}">{match[0]}</bdi>'


def link(url: str) -> Html:
    """A link for web addresses only; anything else stays text."""
    shown = one_line(url)
    if not re.match(r"https?://[^\s]+\Z", shown, re.IGNORECASE):
        return text(shown)
    return el("a", shown, href=shown, rel="noopener noreferrer nofollow")
