"""A claim as ClaimReview, as a STIX bundle and as a badge."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import stix2
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings

EXPORTS = ("claimreview", "stix", "badge.svg")


def get(client: FlaskClient, claim: dict[str, Any], export: str) -> Any:
    return client.get(f"/v1/claims/{claim['id']}/{export}")


def test_a_claim_review_rates_support_and_says_no_verdict(client: FlaskClient, claim: dict[str, Any]) -> None:
    answer = get(client, claim, "claimreview")
    made = json.loads(answer.data)
    rating = made["reviewRating"]
    assert answer.mimetype == "application/ld+json"
    assert (made["@context"], made["@type"], rating["@type"]) == ("https://schema.org", "ClaimReview", "Rating")
    assert made["claimReviewed"] == claim["text"]
    assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert rating["ratingValue"] == pytest.approx(claim["assessment"]["score"], abs=0.005)
    assert rating["alternateName"] == "contested"
    assert not re.search(r"\b(true|false|fake|debunked)\b", answer.get_data(as_text=True), re.IGNORECASE)
    assert {work["url"] for work in made["itemReviewed"]["appearance"] if "url" in work} == {
        "https://marshwire.example/weir"}


@pytest.mark.parametrize(("proxies", "address"), [(0, "http://localhost/"), (1, "https://claims.example/")])
def test_addresses_are_those_of_the_proxies_that_the_settings_tell_of(
    tmp_path: Path, proxies: int, address: str
) -> None:
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db", proxies=proxies)).test_client()
    path = client.post("/v1/claims", json={"text": "The weir broke."}).headers["Location"]
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "claims.example"}
    made = json.loads(client.get(f"{path}/claimreview", headers=forwarded).data)
    assert made["author"]["url"] == address
    assert made["url"].startswith(f"{address}claims/")


def test_without_evidence_a_claim_review_has_no_rating_value(client: FlaskClient) -> None:
    unrelated = {"text": "A dog barked.", "stance": "unrelated", "source": {"name": "Neighbour", "class": "witness"}}
    stored = client.post("/v1/claims", json={"text": "The weir broke.", "reports": [unrelated]}).get_json()
    assert stored["assessment"]["grades"]["stix_confidence"] is None
    assert "ratingValue" not in json.loads(get(client, stored, "claimreview").data)["reviewRating"]
    assert not [o for o in stix_objects(client, stored) if "confidence" in o]
    assert "cannot be judged" in get(client, stored, "badge.svg").get_data(as_text=True)


def stix_objects(client: FlaskClient, claim: dict[str, Any]) -> list[Any]:
    return list(stix2.parse(get(client, claim, "stix").get_data(as_text=True), version="2.1").objects)


def test_a_bundle_is_valid_and_holds_origins_reports_and_reviews(client: FlaskClient, claim: dict[str, Any]) -> None:
    objects = stix_objects(client, claim)
    by_id = {each.id: each for each in objects}
    report = next(each for each in objects if each.type == "report")
    notes = [each for each in objects if each.type == "note"]
    assert report.name == claim["text"]
    assert report.confidence == claim["assessment"]["grades"]["stix_confidence"]
    assert {by_id[ref].name for ref in report.object_refs} == {"Dunmoor militia", "Dunmoor council"}
    assert {note.content for note in notes} >= {"The council denied it.", "contested\nBoth speak for themselves."}
    assert all(ref in by_id for note in notes for ref in note.object_refs)


def test_the_same_claim_gives_the_same_ids(client: FlaskClient, claim: dict[str, Any]) -> None:
    before = {each.id for each in stix_objects(client, claim)}
    new = {"text": "Anglers saw the flag.", "stance": "supports", "source": {"name": "Anglers", "class": "witness"}}
    client.post(f"/v1/claims/{claim['id']}/reports", json={"reports": [new]})
    assert before < {each.id for each in stix_objects(client, claim)}


def test_a_badge_is_a_picture_that_says_score_and_status(client: FlaskClient, claim: dict[str, Any]) -> None:
    answer = get(client, claim, "badge.svg")
    picture = ElementTree.fromstring(answer.data)
    label = f"supported {claim['assessment']['score']:.2f}, contested"
    assert answer.mimetype == "image/svg+xml"
    assert picture.get("aria-label") == label
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not re.search(rb"<script|style=|href", answer.data)


@pytest.mark.parametrize("export", EXPORTS)
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, claim: dict[str, Any], export: str) -> None:
    etag = get(client, claim, export).headers["ETag"]
    address = f"/v1/claims/{claim['id']}/{export}"
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    zipped = client.get(address, headers={"If-None-Match": etag, "Accept-Encoding": "gzip"})
    assert zipped.status_code == 304


@pytest.mark.parametrize("export", EXPORTS)
def test_a_claim_that_is_not_stored_is_a_problem(client: FlaskClient, export: str) -> None:
    answer = client.get(f"/v1/claims/none/{export}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
