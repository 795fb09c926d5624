"""One claim with two origins, a denial and a review, in an application of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings

CASE: dict[str, Any] = {
    "text": "The militia holds the weir at Dunmoor.",
    "event": {"date": "2024-09-14", "place": "Dunmoor"},
    "reports": [
        {"text": "The militia said it held the weir.", "publisher": "marshwire.example",
         "url": "https://marshwire.example/weir", "published_at": "2024-09-14T09:00:00Z", "stance": "supports",
         "source": {"name": "Dunmoor militia", "class": "party", "side": "north"}},
        {"text": "The council denied it.", "publisher": "fen-post.example", "stance": "denies",
         "source": {"name": "Dunmoor council", "class": "official", "side": "south"}},
    ],
}
REVIEW = {"verdict": "contested", "author": "R. Aske", "reason": "Both speak for themselves."}


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db")).test_client()


@pytest.fixture
def claim(client: FlaskClient) -> dict[str, Any]:
    """The claim as it was stored."""
    stored = client.post("/v1/claims", json=CASE).get_json()
    client.post(f"/v1/claims/{stored['id']}/reviews", json=REVIEW)
    return stored
