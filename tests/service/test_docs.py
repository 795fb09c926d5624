"""docs/api.md and docs/dashboard.md tell every call of the edge."""

from pathlib import Path

from flask.testing import FlaskClient

DOCS = Path(__file__).parents[2] / "docs"
API, DASHBOARD = ((DOCS / name).read_text(encoding="utf-8") for name in ("api.md", "dashboard.md"))


def test_every_call_of_the_interface_is_on_a_page(client: FlaskClient) -> None:
    for path in client.get("/openapi.json").get_json()["paths"]:
        assert f"{path}`" in API or f"{path.replace('{claim_id}', '{id}')}`" in DASHBOARD, path
