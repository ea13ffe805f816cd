"""HTML, cleaned by trafilatura; a page that it cannot clean gives all its text, and says so. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Protocol, cast

from kibaru.clean.text import canonical
from kibaru.model.issue import Issue, Level
from kibaru.model.report import Report
from kibaru.read.decode import decode
from kibaru.read.draft import Draft, Fields, Origin, finish, tidy
from kibaru.read.options import ReadOptions

TAGS_CLEANER = "kibaru-tags/1"
# Cleaning takes quadratic time in some of a page's elements and attributes; long articles have a tenth of these.
_MOST_TAGS = 30_000
_MOST_ATTRIBUTES = 40_000

_CODE = re.compile(r"<(script|style|template|!--)", re.IGNORECASE)
_CODE_ENDS = {name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style", "template")} | {
    "!--": re.compile("-->")
}
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|article|section|blockquote|header|footer|title|body|html)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_BODY = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Page:
    """The article of a page and what the page says of it."""

    text: str
    cleaner: str
    fields: Fields
    issues: tuple[Issue, ...] = ()


def html_report(raw: bytes, origin: Origin, options: ReadOptions) -> Report:
    """The report of a page given as bytes."""
    decoded = decode(raw, origin, declares=True)
    return page_report(decoded.text, raw, origin, Fields(), options, decoded.issues)


def page_report(
    page: str, raw: bytes, origin: Origin, fields: Fields, options: ReadOptions, issues: tuple[Issue, ...] = ()
) -> Report:
    """The report of a decoded page; what `fields` say goes before what the page says. The title is its first line."""
    read = _read(canonical(page).text, origin, options.url or fields.url)
    known = Fields(
        url=fields.url or read.fields.url,
        publisher=fields.publisher or read.fields.publisher,
        title=fields.title or read.fields.title,
        published=fields.published,
        page_date=read.fields.page_date,
    )
    text = _headed(options.title or known.title, read.text)
    return finish(Draft(origin, raw, text, read.cleaner, known, False, (*issues, *read.issues)), options)


def _read(page: str, origin: Origin, url: str | None) -> _Page:
    if page.count("<") > _MOST_TAGS or page.count("=") > _MOST_ATTRIBUTES:
        bare = _without_code(page)
        if bare.count("<") > _MOST_TAGS or bare.count("=") > _MOST_ATTRIBUTES:
            return _all_text(bare, origin, "the page has more elements than any article")
    if not _BODY.search(page):
        page = f"<html><body>{page}</body></html>"
    cleaned = _cleaned(page, url)
    return cleaned or _all_text(_without_code(page), origin, "no article was recognised in the page")


def _cleaned(page: str, url: str | None) -> _Page | None:
    extract, name = _trafilatura()
    # A fixed last day, or a page would read differently tomorrow.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
    try:
        found = extract(page, url=url, include_comments=False, with_metadata=True, date_extraction_params=dates)
    except Exception:  # whatever a page does to the cleaner, its text is still read
        return None
    if found is None or not found.text or not found.text.strip():
        return None
    return _Page(found.text, name, Fields(found.url, found.sitename, found.title, page_date=found.date))


class _Document(Protocol):
    """What kibaru uses of trafilatura's result."""

    text: str | None
    url: str | None
    sitename: str | None
    title: str | None
    date: str | None


@cache
def _trafilatura() -> tuple[Callable[..., _Document | None], str]:
    from trafilatura import __version__, bare_extraction

    for name in ("trafilatura", "htmldate", "justext", "courlan", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return cast("Callable[..., _Document | None]", bare_extraction), f"trafilatura/{__version__}"


def _all_text(page: str, origin: Origin, why: str) -> _Page:
    """All words of the page in its order, a block a line."""
    words = unescape(_TAG.sub(" ", _BLOCK.sub("\n", page)))
    text = _LINES.sub("\n", _SPACE.sub(" ", words)).strip()
    remedy = "menus may stand in the text; save the article alone for a clean reading"
    issue = origin.issue("input.uncleaned", f"{why}; all its text is read", remedy, Level.WARNING)
    return _Page(text, TAGS_CLEANER, Fields(), (issue,) if text else ())


def _without_code(page: str) -> str:
    """The page without scripts, styles and comments; each kind is searched to the end once at most."""
    kept: list[str] = []
    unclosed: set[str] = set()
    at = 0
    for start in _CODE.finditer(page):
        kind = start[1].lower()
        if start.start() < at or kind in unclosed:
            continue
        end = _CODE_ENDS[kind].search(page, start.end())
        if end is None:
            unclosed.add(kind)
            continue
        kept.append(page[at : start.start()])
        at = end.end()
    kept.append(page[at:])
    return "\n".join(kept)


def _headed(title: str | None, text: str) -> str:
    """The text with its title as first line, unless its head already says it."""
    title = tidy(title)
    if title is None:
        return text
    wanted = _LETTERS.findall(title.casefold())
    head = _LETTERS.findall(text[: 3 * len(title) + 300].casefold())
    said = " ".join(wanted) in " ".join(head)
    return text if said else f"{title}\n{text}"
