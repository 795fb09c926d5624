"""ClaimReview (schema.org) as JSON-LD. Its rating says how well a claim is supported; it is no verdict on it."""

from __future__ import annotations

from typing import Any

from rules.model import Assessment, Report
from service.records.claims import StoredClaim
from service.wording import plain

MEDIA = "application/ld+json"
SCALE = "How well the claim is supported by what was reported about it, from 0 to 1; no verdict on what happened."


def claim_review(
    stored: StoredClaim, assessment: Assessment, reports: list[Report], url: str, home: str
) -> dict[str, Any]:
    """The ClaimReview of a claim whose page is at `url`; without evidence it has no rating value."""
    return {
        "@context": "https://schema.org", "@type": "ClaimReview", "@id": f"{url}#claimreview", "url": url,
        "claimReviewed": stored.text, "datePublished": stored.created_at, "dateModified": stored.updated_at,
        "author": {"@type": "Organization", "name": "Corrobora", "url": home},
        "reviewRating": _rating(assessment),
        "itemReviewed": {"@type": "Claim", "name": stored.text,
                         "appearance": [_work(report) for report in reports if report.url or report.publisher]},
    }


def _rating(assessment: Assessment) -> dict[str, Any]:
    words = plain(assessment.status)
    rating = {"@type": "Rating", "alternateName": words, "ratingExplanation": f"{assessment.summary} {SCALE}"}
    if assessment.grades.stix_confidence is None:
        return rating
    return rating | {"ratingValue": round(assessment.score, 2), "worstRating": 0, "bestRating": 1}


def _work(report: Report) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": report.publisher} if report.publisher else None
    found = {"url": report.url, "publisher": publisher, "datePublished": report.published_at}
    return {"@type": "CreativeWork"} | {name: value for name, value in found.items() if value}
