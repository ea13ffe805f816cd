"""The page: complete in itself, true to the report's text, and closed to what a hostile report brings."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.claim import Claimant, Slot, Stance
from kibaru.model.issue import Issue, Level
from kibaru.model.mention import NamedPlace, NotCoded
from kibaru.model.span import Span
from kibaru.model.values import EventKind, Group, Place
from kibaru.publish.html import Page, to_page
from kibaru.publish.html_text import Marks, marked_text
from tests import builders as make

TAGS = """
html head meta title style body header main section article div h1 h2 h3 h4 p ul ol li dl dt dd span b small a q bdi
code details summary nav script
"""
VOID = {"meta"}
KINDS = ["toll", "claimant", "when", "where", "side-a", "event", "named", "evidence", "uncoded"]
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;b&gt; &amp;amp; &#60;",
    "</style><style>*{display:none}</style>",
    "<!-- -->]]><![CDATA[",
    "\u202egpj.exe\u2066 \u200bzero\ufeff",
    "a\x00b\x01c\x1b[2J\x9b\r\nd\r",
]


class Reader(HTMLParser):
    """Reads a page back: tags, attributes, whether it nests, and the text inside `div.text`."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.texts, self.ids, self.styles = [], set(), [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.tags.add(tag)
        self.attributes += [(tag, *pair) for pair in attributes]
        self.ids += [told["id"]] if "id" in told else []
        if told.get("class") == "text":
            self.texts.append("")
        if tag not in VOID:
            self.open.append((tag, told.get("class")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if ("div", "text") in self.open:
            self.texts[-1] += data


def as_html_holds_it(text):
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def hostile_record(words):
    source = make.report(
        f"Before {words} after",
        key=words,
        title=words,
        publisher=words,
        url=words,
        language=words,
        boilerplate=(words,),
    )
    quote = make.quote(source, words)
    claimant = Claimant(words, quote)
    told = make.mention(
        source,
        quote,
        EventKind("Battles", words, words, words),
        place=make.claim(Slot.PLACE, Place(words, 2, words, words, gazetteer_id=words), quote),
        side_a=(make.claim(Slot.SIDE_A, make.ARMY, ungrounded=words),),
        tolls=(make.toll(quote, 1, 2, Group.SIDE_A, claimant=claimant, stance=Stance.THIRD_PARTY),),
    )
    figures = make.reconciled(because=words, policy=words)
    return make.record(
        source,
        make.incident(told, figures),
        not_coded=(NotCoded(quote, words),),
        places=(NamedPlace(quote, None, words),),
        issues=(Issue(words, Level.ERROR, words, words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_report_stays_text(words):
    page = Reader(to_page([hostile_record(words)]))
    assert page.open == []
    assert page.tags <= set(TAGS.split())
    assert not [pair for pair in page.attributes if pair[1].startswith("on") or pair[1] in ("style", "src")]
    assert page.texts == [as_html_holds_it(f"Before {words} after")]
    links = [value for _, name, value in page.attributes if name == "href"]
    assert all(value.startswith("#") for value in links)


@given(st.text(max_size=60), st.data())
def test_the_pages_text_is_the_reports_text_whatever_is_marked(text, data):
    source = make.report(text)
    marks = Marks("r1")
    ends = st.integers(0, len(text))
    for number in range(data.draw(st.integers(0, 8))):
        first, last = sorted((data.draw(ends), data.draw(ends)))
        marks.add([source.quote(Span(first, last))], data.draw(st.sampled_from(KINDS)), f"label {number}")
    assert Reader(marked_text(text, marks)).texts == [as_html_holds_it(text)]


@given(st.lists(st.sampled_from([*HOSTILE, "\n", "\n\n", " \n \n", "é", "eight killed "]), max_size=6))
def test_the_pages_text_is_the_reports_text_however_hostile(parts):
    text = "".join(parts)
    assert Reader(marked_text(text, Marks("r1"))).texts == [as_html_holds_it(text)]


def marked(text, *spans):
    marks = Marks("r1")
    source = make.report(text)
    targets = [marks.add([source.quote(Span(*span))], kind, kind) for kind, *span in spans]
    found = re.findall(
        r'<a class="m k-([a-z-]+)[^"]*" href="#(\w+)" data-v="([^"]*)"[^>]*>([^<]*)</a>', marked_text(text, marks)
    )
    return targets, found


def test_nested_and_overlapping_marks_each_keep_all_their_words():
    text = "eight soldiers of the army died"
    targets, found = marked(text, ("event", 0, 31), ("toll", 0, 14), ("side-a", 6, 26))
    for target, words in zip(targets, (text, text[:14], text[6:26]), strict=True):
        assert "".join(stretch[3] for stretch in found if target in stretch[2].split()) == words
    assert [(kind, words) for kind, _, _, words in found] == [
        ("toll", "eight "),
        ("toll", "soldiers"),
        ("side-a", " of the army"),
        ("event", " died"),
    ]


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique():
    records = [make.story_record(), make.story_record(make.report(key="other"))]
    page = Reader(to_page(records))
    assert len(page.ids) == len(set(page.ids))
    inner = {value[1:] for _, name, value in page.attributes if name == "href" and value.startswith("#")}
    assert inner and inner <= set(page.ids)


def test_every_value_is_marked_and_carries_its_reason():
    page = to_page([make.story_record()])
    for kind in ("toll", "claimant", "when", "where", "side-a", "side-b", "weapon", "event", "total", "named"):
        assert re.search(rf'<a class="m k-{kind}', page), kind
    assert '<span class="k-uncoded" title="not coded: background without a month">' in page
    assert page.count("written by hand for a test") >= 12
    assert "own losses are admitted" in page
    assert "no words" not in page


def test_a_value_without_words_says_so():
    assert "no words of its own: nobody is named" in to_page([hostile_record("nobody is named")])


def test_a_web_address_is_a_link_and_nothing_else_is():
    page = to_page([make.record(make.report(url="https://news.example/a?b=1&c=2"))])
    assert 'href="https://news.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow"' in page
    assert "<a" not in to_page([make.record(make.report(url="data:text/html,x"))]).split("<main>")[1]


def test_the_page_allows_its_own_style_and_script_and_nothing_else():
    page = to_page([make.story_record()])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'; ")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        source = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = b64encode(sha256(source.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert not re.search(r"@import|url\(|https?:", re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1])


def test_a_page_in_pieces_is_the_page():
    records = [make.story_record(), make.record(make.report("Calm.", key="calm"))]
    page = Page()
    pieces = [page.head(), *(page.section(record) for record in records), page.foot()]
    assert "".join(pieces) == to_page(records)
    assert "No incident was found in this report." in pieces[2]
    assert pieces[3].count("<li>") == 2


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_by_at_least_4_5_to_1_in_light_and_dark():
    style = re.search(r"<style>(.*?)</style>", to_page([]), re.DOTALL)[1]
    themes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    assert len(themes) == 2
    for theme in themes:
        surfaces = [name for name in theme if name not in ("ink", "soft", "line", "link", "focus")]
        assert len(surfaces) >= 12
        assert all(contrast(theme["ink"], theme[name]) >= 4.5 for name in surfaces)
        assert all(
            contrast(theme[name], theme[under]) >= 4.5 for name in ("soft", "link") for under in ("paper", "sheet")
        )
        assert contrast(theme["soft"], theme["grey"]) >= 4.5
