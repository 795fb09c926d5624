"""docs/api.md and docs/dashboard.md tell every call of the edge, docs/api.md every setting that there is."""

from dataclasses import fields
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
API, DASHBOARD = ((DOCS / name).read_text(encoding="utf-8") for name in ("api.md", "dashboard.md"))


def test_every_call_of_the_interface_is_on_a_page(client: FlaskClient) -> None:
    for path in client.get("/openapi.json").get_json()["paths"]:
        assert f"{path}`" in API or f"{path.replace('{claim_id}', '{id}')}`" in DASHBOARD, path


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_on_the_page(name: str) -> None:
    assert f"`CORROBORA_{name.upper()}`" in API
