from datetime import date

import pytest

from kibaru.model.report import Report
from kibaru.read import ReadOptions, read_bytes

PARAGRAPHS = (
    "Gunmen on motorbikes killed six herders near the wells on Tuesday, the governor of the region told the radio.",
    "Two soldiers were wounded in the pursuit, which lasted until night fell over the dunes north of the town.",
    "The herders had moved there in January because the grass further south had burnt in the fires of the dry season.",
)
MENU = "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(12))


def page(head: str = "", body: str = "", *, title: str = "Six herders killed | Example Wire") -> str:
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<nav><ul>{MENU}</ul></nav><main><article>{body}{story}<p>Share this article</p></article></main>"
        f"<footer><p>We use cookies to get better. Accept all</p><p>© 2024 Example Wire</p></footer></body></html>"
    )


def read(html: str | bytes, name: str = "page.html", options: ReadOptions | None = None) -> Report:
    raw = html.encode() if isinstance(html, str) else html
    (report,) = read_bytes(raw, name, options or ReadOptions())
    assert isinstance(report, Report)
    return report


def test_the_article_is_left_with_its_headline_and_without_menus() -> None:
    report = read(page("<meta property='og:title' content='Six herders killed'>"))
    assert report.text.splitlines()[0] == "Six herders killed"
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "Section number" not in report.text
    assert "cookies" not in report.text
    assert "Share this article" in report.boilerplate
    assert report.offsets is None
    assert report.cleaner.startswith("trafilatura/")


def test_a_headline_in_the_text_is_not_doubled() -> None:
    report = read(page(body="<h1>Six herders killed</h1>", title="Six herders killed"))
    assert report.text.count("Six herders killed") == 1


def test_what_the_page_says_of_itself() -> None:
    head = (
        "<meta property='og:site_name' content='Example Wire'><link rel='canonical' href='https://example.org/a/1'>"
        "<meta property='article:published_time' content='2024-03-05T22:00:00Z'>"
    )
    report = read(page(head))
    assert (report.publisher, report.url) == ("Example Wire", "https://example.org/a/1")
    assert (report.published, report.published_from) == (date(2024, 3, 5), "metadata")
    told = read(
        page(head), options=ReadOptions(publisher="Other", url="https://example.org/b", published=date(2024, 3, 6))
    )
    assert (told.publisher, told.url, told.published_from) == ("Other", "https://example.org/b", "option")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8"])
def test_the_declared_charset_counts(charset: str) -> None:
    html = page(body="<p>“Nobody was spared” at Ouélé, said the herders’ council in a note that the radio read.</p>")
    encoded = html.replace("charset='utf-8'", f"charset='{charset}'").encode(
        "cp1252" if charset != "utf-8" else "utf-8"
    )
    report = read(encoded)
    assert "“Nobody was spared” at Ouélé" in report.text
    assert report.issues == ()


@pytest.mark.parametrize("charset", ["rot13", "unicode_escape", "utf-16", "no-such-code", "base64"])
def test_a_charset_no_page_may_choose_is_passed_over(charset: str) -> None:
    report = read(page().replace("charset='utf-8'", f"charset='{charset}'"))
    assert PARAGRAPHS[0] in report.text


def test_a_bare_fragment_is_read() -> None:
    assert read("<p>Rebels took the <b>post</b> at dawn.</p>").text == "Rebels took the post at dawn."


HOSTILE = {
    "nested blocks": "<html><body>" + "<div>" * 10_000 + "<p>Gunmen killed six herders.</p>",
    "nested inline": "<html><body>" + "<b>" * 10_000 + "Gunmen killed six herders.",
    "nested tables": "<html><body>" + "<table><tr><td>" * 10_000 + "Gunmen killed six herders.",
    "many breaks": "<html><body><article>Gunmen killed six herders. " + "a<br>" * 200_000,
    "many attributes": "<html><body><p "
    + " ".join(f"a{n}='<'" for n in range(50_000))
    + ">Gunmen killed six herders.</p>",
    "open brackets": "<html><body><p>Gunmen killed six herders.</p>" + "<" * 200_000,
    "open scripts": "<html><body><p>Gunmen killed six herders.</p>" + "<script>" * 50_000,
    "open comments": "<html><body><p>Gunmen killed six herders.</p>" + "<!--" * 50_000,
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;'>]><html><body><p>Gunmen killed six herders.</p>&b;",
    "a wrong declaration": "<?xml version='1.0' encoding='utf-16'?><html><p>Gunmen killed six herders.</p></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_still_gives_its_words(name: str) -> None:
    report = read(HOSTILE[name])
    assert "Gunmen killed six herders." in report.text


def test_a_page_that_cannot_be_cleaned_says_so() -> None:
    report = read(HOSTILE["nested blocks"], "deep.html")
    (issue,) = report.issues
    assert (issue.code, issue.source) == ("input.uncleaned", "deep.html")
    assert report.cleaner == "kibaru-tags/1"


def test_scripts_never_reach_the_text_and_escaped_ones_stay_words() -> None:
    body = (
        "<script>document.write('<p>planted words</p>')</script>"
        "<p>Rebels wrote &lt;script&gt; and &#8238;six&#8236; on the wall of the school in the town.</p>"
    )
    text = read(page(body=body)).text
    assert "planted" not in text
    assert "Rebels wrote <script> and six on the wall" in text


def test_a_page_beyond_the_bound_is_an_issue() -> None:
    (issue,) = read_bytes(b"<html>" + b"a" * 2_000, "big.html", ReadOptions(max_html_bytes=1_000))
    assert not isinstance(issue, Report)
    assert (issue.code, issue.source) == ("input.too-large", "big.html")
