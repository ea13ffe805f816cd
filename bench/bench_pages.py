"""A report as the HTML page of a news site: 40 to 60 KB around it, as a reader's browser gets it.

Menus, a consent notice, inline styles and scripts, structured data, a sidebar, related stories, comments and a footer.
Pages of large outlets are heavier still, so the comparison is a mild one for the cleaner.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from html import escape

_SECTIONS = """
    World Africa Politics Business Sport Culture Science Health Opinion Video Podcasts Weather
"""
SECTIONS = tuple(_SECTIONS.split())
_WORDS = """
    season market harvest council river museum bridge school railway price festival garden theatre energy border
    minister union report student winter budget housing traffic coach player festival reform airport library
"""
WORDS = tuple(_WORDS.split())


def page(title: str, paragraphs: tuple[str, ...], published: date, rng: random.Random) -> str:
    """The page; the same arguments and state of `rng` give the same page."""
    body = "\n".join(_article_part(number, text, rng) for number, text in enumerate(paragraphs))
    return f"""<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
{_head(title, paragraphs[0] if paragraphs else "", published, rng)}
</head>
<body class="article-page section-world">
<div id="consent" role="dialog"><p>We and our partners use cookies to improve your experience.</p>
<button>Accept all</button><button>Manage choices</button></div>
<header class="site-header"><a class="logo" href="/">The Daily Example</a>{_menu("main-nav", 5, rng)}
<form action="/search"><input type="search" name="q" placeholder="Search"><button>Search</button></form></header>
<div class="ad ad-top" data-slot="top"><script>window.ads=window.ads||[];ads.push("top");</script></div>
<main class="layout"><article itemscope itemtype="https://schema.org/NewsArticle">
<nav class="breadcrumb"><a href="/">Home</a> › <a href="/world">World</a></nav>
<h1 itemprop="headline">{escape(title)}</h1>
<div class="byline">By <a rel="author" href="/staff/desk">Foreign desk</a>
<time datetime="{published.isoformat()}T09:30:00Z">{published:%d %B %Y}</time></div>
<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Tweet</a></li><li><a href="#">E-mail</a></li></ul>
<div class="article-body" itemprop="articleBody">
{body}
</div>
<section class="newsletter"><h3>Get our newsletter</h3><p>The stories of the day, every evening.</p></section>
<ul class="tags">{_list(8, rng, lambda: f'<a href="/topic/{rng.choice(WORDS)}">{rng.choice(WORDS)}</a>')}</ul>
</article>
<aside class="sidebar"><h2>Most read</h2><ol>{_list(10, rng, lambda: _teaser(rng))}</ol></aside>
</main>
<section class="related"><h2>More on this story</h2>{"".join(_card(rng) for _ in range(20))}</section>
<section id="comments"><h2>Comments</h2>{"".join(_comment(rng) for _ in range(18))}</section>
<footer>{_menu("footer-nav", 6, rng)}<p>© {published.year} The Daily Example. All rights reserved.</p></footer>
{"".join(_script(rng) for _ in range(8))}
</body>
</html>
"""


def _head(title: str, lead: str, published: date, rng: random.Random) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": published.isoformat(),
        "author": {"@type": "Organization", "name": "Foreign desk"},
        "publisher": {"@type": "Organization", "name": "The Daily Example"},
    }
    rules = "\n".join(
        f".{rng.choice(WORDS)}-{n}{{margin:{rng.randrange(40)}px;color:#{rng.randrange(1 << 24):06x}}}"
        for n in range(150)
    )
    return f"""<meta charset="utf-8"><title>{escape(title)} | The Daily Example</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(lead[:150])}">
<meta property="og:title" content="{escape(title)}"><meta property="og:type" content="article">
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="{published.isoformat()}T09:30:00Z">
<link rel="canonical" href="https://news.example/world/{rng.randrange(10**8)}"><link rel="stylesheet" href="/site.css">
<script type="application/ld+json">{json.dumps(data).replace("<", chr(92) + "u003c")}</script>
<style>{rules}</style>
{_script(rng)}"""


def _article_part(number: int, text: str, rng: random.Random) -> str:
    paragraph = f'<p class="text" data-n="{number}">{escape(text)}</p>'
    if number == 1:
        figure = '<figure><img src="/img/{0}.jpg" alt="" width="980" height="551"><figcaption>{1}</figcaption></figure>'
        return figure.format(rng.randrange(10**6), _sentence(rng)) + paragraph
    if number and number % 6 == 0:
        return f'{paragraph}\n<div class="inline-related">Read also: {_teaser(rng)}</div>'
    return paragraph


def _menu(name: str, columns: int, rng: random.Random) -> str:
    lists = "".join(
        f"<ul><li><strong>{rng.choice(SECTIONS)}</strong></li>"
        + _list(9, rng, lambda: f'<a class="nav-link" href="/{rng.choice(WORDS)}">{rng.choice(SECTIONS)}</a>')
        + "</ul>"
        for _ in range(columns)
    )
    return f'<nav class="{name}">{lists}</nav>'


def _list(count: int, rng: random.Random, item: Callable[[], str]) -> str:
    return "".join(f'<li class="item item-{rng.randrange(9)}">{item()}</li>' for _ in range(count))


def _teaser(rng: random.Random) -> str:
    return f'<a href="/story/{rng.randrange(10**7)}">{_sentence(rng)}</a>'


def _card(rng: random.Random) -> str:
    image = f'<img loading="lazy" src="/thumb/{rng.randrange(10**6)}.jpg" alt="">'
    return f'<div class="card">{image}<h3>{_teaser(rng)}</h3><p class="standfirst">{_sentence(rng)}.</p></div>'


def _comment(rng: random.Random) -> str:
    said = " ".join(_sentence(rng) + "." for _ in range(rng.randrange(1, 4)))
    user = f'<span class="user">reader{rng.randrange(9999)}</span>'
    return f'<div class="comment">{user}<p>{said}</p><a href="#">Reply</a></div>'


def _sentence(rng: random.Random) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(6, 12))).capitalize()


def _script(rng: random.Random) -> str:
    calls = ";".join(
        f'track("{rng.choice(WORDS)}",{{id:{rng.randrange(10**6)},v:"{rng.random():.9f}"}})' for _ in range(28)
    )
    return f"<script>(function(track){{{calls}}})(window.track||function(){{}});</script>"
