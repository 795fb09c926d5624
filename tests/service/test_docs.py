"""docs/api.md tells every call of the edge and every setting that there is."""

from dataclasses import fields
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.settings import Settings

PAGE = (Path(__file__).parent.parent.parent / "docs" / "api.md").read_text()
HERE = ("/v1/score", "/v1/claims", "/v1/sources", "/v1/rules", "/v1/stats", "/v1/events", "/healthz", "/readyz")
ELSEWHERE = ("/claimreview", "/stix", "/badge.svg", "/origins")


def test_every_call_of_the_interface_is_on_the_page(client: FlaskClient) -> None:
    for path in client.get("/openapi.json").get_json()["paths"]:
        if path.startswith(HERE) and not path.endswith(ELSEWHERE):
            assert f"`{path}`" in PAGE or f" {path}`" in PAGE


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_on_the_page(name: str) -> None:
    assert f"`CORROBORA_{name.upper()}`" in PAGE
