"""Pages without a browser: what they may load, that every text stays text, that all of it works without a script."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.pages.assets import STATIC
from service.settings import Settings
from tests.pages.conftest import HOSTILE

Find = Callable[[str], str]
PATHS = ("/", "/?q=bala&status=contested&sort=-score", "/desk", "/distributions", "/try", "/read", "/articles")
PART = {"HX-Request": "true"}
REPORT = {"text": "Bala has fallen.", "publisher": "a.example"}
MOST_SCRIPT = 300_000


class Seen(HTMLParser):
    """What a page holds: elements with attributes, and the text one reads."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def see(client: FlaskClient, path: str, **options: Any) -> Seen:
    answer = client.get(path, **options)
    assert answer.status_code == 200
    return Seen(answer.get_data(as_text=True))


def every_page(client: FlaskClient, find: Find) -> list[Seen]:
    article = client.get("/v1/articles").get_json()["items"][0]["id"]
    claims = [f"/claims/{find(words)}" for words in ("alert", "captured Kozinka")]
    return [see(client, path) for path in (*PATHS, f"/articles/{article}", *claims)]


def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(client: FlaskClient, find: Find) -> None:
    for page in every_page(client, find):
        for tag, attributes in page.elements:
            assert tag != "style"
            assert "src" in attributes if tag == "script" else True
            assert not [name for name in attributes if name == "style" or name.startswith(("on", "hx-on"))]


def test_every_address_on_a_page_is_our_own(client: FlaskClient, find: Find) -> None:
    for page in every_page(client, find):
        for _, attributes in page.elements:
            for name in ("src", "href", "action", "hx-get", "hx-post"):
                assert re.match(r"/(?!/)|#|$", attributes.get(name) or ""), attributes


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert set(re.findall(r"'?[\w:*./-]+'?(?=;|$)", policy)) <= {"'none'", "'self'"}


def test_mark_up_in_claims_publishers_and_names_stays_text(client: FlaskClient, find: Find) -> None:
    claim = f"/claims/{find('alert')}"
    for page in (see(client, claim), see(client, "/?q=alert"), see(client, "/desk"), see(client, "/distributions")):
        assert not [attributes for tag, attributes in page.elements if tag == "script" and "src" not in attributes]
        assert not [tag for tag, attributes in page.elements if tag in ("b", "i") and not attributes]
    shown = see(client, claim).text
    report = HOSTILE["reports"][0]
    names = [origin["name"] for origin in client.get(f"/v1{claim}").get_json()["assessment"]["origins"]]
    for text in (HOSTILE["text"], report["text"], report["publisher"], *report["via"], *names):
        assert text in shown


def test_no_page_says_that_a_claim_is_one_or_the_other(client: FlaskClient, find: Find) -> None:
    for page in every_page(client, find):
        assert not re.search(r"\b(true|false|fake|debunked)\b", page.text, re.IGNORECASE)


def test_all_scripts_together_are_small_as_sent(client: FlaskClient) -> None:
    scripts = {a["src"] for path in PATHS for tag, a in see(client, path).elements if tag == "script"}
    sent = [client.get(source, headers={"Accept-Encoding": "gzip"}) for source in scripts]
    assert all(answer.headers["Content-Encoding"] == "gzip" for answer in sent if len(gzip_open(answer.data)) > 1000)
    assert sum(len(answer.data) for answer in sent) < MOST_SCRIPT


def gzip_open(data: bytes) -> bytes:
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def test_files_that_others_made_come_with_their_licences() -> None:
    vendored = {path.name.split(".")[0] for path in (STATIC / "vendor").glob("*.js")}
    licences = {path.stem for path in (STATIC / "vendor").glob("*.LICENSE")}
    assert vendored <= licences
    fonts = {path.name for path in (STATIC / "fonts").glob("*.woff2")}
    assert all(any(font.startswith(path.stem) for path in (STATIC / "fonts").glob("*.LICENSE")) for font in fonts)


def test_static_files_are_kept_by_their_content(client: FlaskClient) -> None:
    style = next(a["href"] for tag, a in see(client, "/").elements if tag == "link" and a["rel"] == "stylesheet")
    assert "immutable" in client.get(style).headers["Cache-Control"]
    assert "immutable" not in client.get(style.partition("?")[0]).headers.get("Cache-Control", "")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_a_form_from_another_site_stores_nothing(client: FlaskClient, find: Find, headers: dict[str, str]) -> None:
    claim = find("earthquake")
    form = {"verdict": "confirmed", "author": "Nobody", "reason": "Because."}
    before = client.get(f"/v1/claims/{claim}").get_json()["reviews"]
    assert client.post(f"/claims/{claim}/reviews", data=form, headers=headers).status_code == 403
    assert client.get(f"/v1/claims/{claim}").get_json()["reviews"] == before


def test_a_review_needs_no_script(client: FlaskClient, find: Find) -> None:
    claim = find("earthquake")
    answer = client.post(f"/claims/{claim}/reviews", data={
        "verdict": "", "author": "Sam Toll", "reason": "Typed wrong.", "correction": "It was the 18th."})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/claims/{claim}#reviews")
    assert "It was the 18th." in see(client, f"/claims/{claim}").text
    refused = client.post(f"/claims/{claim}/reviews", data={"verdict": "", "author": "Sam Toll", "reason": "No."})
    assert refused.status_code == 422
    assert "<!doctype html>" in refused.get_data(as_text=True)


def test_an_article_and_a_sentence_need_no_script(client: FlaskClient) -> None:
    tried = client.post("/try", data={"text": "Rebels reportedly left."}).get_data(as_text=True)
    assert ">reportedly</mark>" in tried
    read = client.post("/read", data={"text": "Rebels reportedly left, the mayor said."})
    assert ">reportedly</mark>" in read.get_data(as_text=True)
    kept = client.post("/read", data={"text": "Rebels left Orrin, its mayor said.", "keep": "yes"})
    assert (kept.status_code, kept.headers["Location"][:10]) == (303, "/articles/")


def test_a_report_leads_to_the_article_that_it_came_with(client: FlaskClient) -> None:
    sent = {"text": "Two barns burned down in Dolny Lug, the miller said.", "publisher": "valley.example"}
    answer = client.post("/v1/articles", json=sent).get_json()
    article, claim = answer["article"]["id"], answer["cases"][0]["id"]
    page = client.get(f"/claims/{claim}").get_data(as_text=True)
    assert f'<a href="/articles/{article}">its article</a>' in page
    client.post(f"/v1/claims/{claim}/reports", json={"reports": [{"text": "The barns burned down.", "publisher": "b"}]})
    assert client.get(f"/claims/{claim}").get_data(as_text=True).count(">its article</a>") == 1


def test_htmx_gets_the_part_and_its_history_the_page(client: FlaskClient) -> None:
    part = client.get("/?q=bala", headers=PART)
    assert part.get_data(as_text=True).lstrip().startswith('<div class="list"')
    restored = client.get("/?q=bala", headers=PART | {"HX-History-Restore-Request": "true"})
    assert restored.get_data(as_text=True).lstrip().startswith("<!doctype html>")
    assert "HX-Request" in part.headers["Vary"]


@pytest.mark.parametrize(("query", "field"), [
    ("score_min=2", "score min"), ("status=sure", "status"), ("sort=luck", "sort"), ("cursor=nonsense", "cursor"),
    ("event_date=yesterday", "event date"), ("colour=red", "colour")])
def test_a_filter_that_cannot_be_used_is_named_on_the_page(client: FlaskClient, query: str, field: str) -> None:
    assert f"This filter cannot be used: {field}" in " ".join(see(client, f"/?{query}").text.split())


def test_blank_filters_do_not_count(client: FlaskClient) -> None:
    everything = "q=&status=&class=&publisher=&score_min=&score_max=&since=&until=&event_place=&event_date=&factor="
    plain, blank = (see(client, path, headers=PART) for path in ("/", f"/?{everything}"))
    assert [a["href"] for t, a in plain.elements if t == "a"] == [a["href"] for t, a in blank.elements if t == "a"]


def test_days_include_their_end(client: FlaskClient) -> None:
    days = [item["updated_at"][:10] for item in client.get("/v1/claims?limit=200").get_json()["items"]]
    assert "25 claims" in see(client, f"/?since={min(days)}&until={max(days)}", headers=PART).text
    assert "No claim" in see(client, "/?until=2001-01-01", headers=PART).text


def test_an_address_that_is_none_is_a_page_for_a_browser_and_json_for_programs(client: FlaskClient) -> None:
    page = client.get("/claims/", headers={"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    for accept in ("*/*", "application/json", ""):
        assert client.get("/claims/", headers={"Accept": accept}).mimetype == "application/problem+json"


@pytest.mark.parametrize("path", ["/claims/none", "/articles/none"])
def test_what_is_not_stored_is_said_on_a_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "none" in answer.get_data(as_text=True)


def test_an_empty_store_says_that_it_is_empty(tmp_path: Path) -> None:
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db")).test_client()
    assert "No claim is stored yet." in see(client, "/", headers=PART).text
    assert "No claim passes these filters." in see(client, "/?q=bala", headers=PART).text
    assert "0 claims" in see(client, "/distributions").text


def test_of_many_assessments_the_latest_are_shown_and_where_all_are(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = client.post("/v1/claims", json={"text": "Bala has fallen.", "reports": [REPORT]}).get_json()["id"]
    for outlet in ("b.example", "c.example"):
        client.post(f"/v1/claims/{id_}/reports", json={"reports": [REPORT | {"publisher": outlet}]})
    assert "The latest" not in client.get(f"/claims/{id_}").get_data(as_text=True)
    monkeypatch.setattr("service.pages.claim.PAST", 2)
    shown = Seen(client.get(f"/claims/{id_}").get_data(as_text=True))
    assert "The latest 2; all are in its history." in shown.text
    assert "The claim was stored with" not in shown.text
    assert ("a", {"href": f"/v1/claims/{id_}/history"}) in shown.elements


def test_a_case_of_a_thousand_reports_is_still_a_page(client: FlaskClient) -> None:
    reports = [{"text": f"Office {n} said so.", "publisher": f"outlet-{n % 40}.example", "stance": "supports",
                "source": {"name": f"Office {n}", "class": "media"}} for n in range(1000)]
    claim = client.post("/v1/claims", json={"text": "The tower fell in Vircay.", "reports": reports}).get_json()["id"]
    page = client.get(f"/claims/{claim}").get_data(as_text=True)
    assert len(page) < 1_000_000
    assert "more rows" in page
    assert "more reports are in the table only" in page


@pytest.mark.parametrize(("asked", "said", "found"), [
    ("kozinka", "latest change first", True), ("Zylph quorbis", "No claim passes", False),
    ("Did anybody really capture Kozinka, the village?", "may be meant, the likest first", True),
])
def test_words_that_no_claim_has_together_find_what_they_may_mean(client: FlaskClient, asked, said, found) -> None:
    page = client.get("/", query_string={"q": asked}, headers=PART).get_data(as_text=True)
    assert said in page
    assert ("captured the village of Kozinka" in page) is found
    assert ("like=Did" in page) is ("may be" in said)
