"""A page saved or pasted as HTML is read as its article: markup and what stands around it are left out."""

from __future__ import annotations

import rules
from rules.model import Document
from rules.reading.layout.markup import markup

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mill burns - Northwire</title>
<style>body {color: red}</style><script>var x = {"a": "The mayor said nothing"};</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<header><h1>Two dead as mill burns in Ostwick</h1><p class="byline">By <a href="/x">Ana Dovik</a></p>
<time datetime="2023-05-24T10:00:00Z">24 May 2023</time></header>
<article><p>Two people died when a mill burned down, the fire brigade said on Monday.</p>
<p>The mayor, Ron Calloway, said: &ldquo;It was terrible.&rdquo;</p>
<figure><img src="a.jpg" alt="The mill"><figcaption>The mill in flames.</figcaption></figure></article>
<aside><h2>Related</h2><a href="/y">Mayor opens bridge</a></aside><footer>&copy; 2023 Northwire <a>Cookies</a></footer>
</body></html>"""
RULEBOOK = rules.load_rulebook()


def test_a_whole_page_says_what_its_article_says() -> None:
    reading = rules.read(Document(text=PAGE), RULEBOOK)
    assert [report.claim.text for report in reading.reports] == [
        "Two dead as mill burns in Ostwick", "Two people died when a mill burned down", "It was terrible"]
    assert all(PAGE[report.claim.start : report.claim.end] == report.claim.text for report in reading.reports)
    assert reading.published_at == "2023-05-24T00:00:00Z"


def test_parts_left_out_are_in_order_and_apart() -> None:
    left_out = rules.read(Document(text=PAGE), RULEBOOK).left_out
    assert all(one.end <= other.start for one, other in zip(left_out, left_out[1:], strict=False))


def test_an_element_that_never_ends_takes_only_its_tag() -> None:
    text = "<p>The ferry sank.<aside>The mayor said it was old." + "<nav>" * 50_000
    covered = [text[part.start : part.end] for part in markup(text)]
    assert covered[:2] == ["<p>", "<aside>"] and set(covered[2:]) == {"<nav>"}


def test_signs_that_are_no_markup_stay() -> None:
    assert markup("Fewer than < 5 of R&D staff stayed, >3 left; a<b.") == ()
