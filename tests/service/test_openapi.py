"""The interface does what its OpenAPI document says, for inputs that the document allows and for others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from apiflask import APIFlask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from rules.rulebook.files import DATA
from service.app import create_app
from service.meanings import FILE
from service.settings import Settings
from tests.service.conftest import CASE

STATIC = Path(__file__).parent.parent.parent / "service" / "static" / "docs"
WITH_INPUT = ("score", "createClaim", "listClaims", "addReports", "getHistory", "addReview", "listSources", "putSource",
              "getStats", "readArticle", "createArticle", "listArticles")
OPERATIONS = (*WITH_INPUT, "scoreBatch", "getClaim", "deleteClaim", "listRules", "getRule", "getSource", "deleteSource",
              "streamEvents", "getHealth", "getReadiness", "getMetrics", "getClaimReview", "getStix", "getBadge",
              "getOrigins", "getArticle", "deleteArticle")
PLAIN = {"Accept-Encoding": "identity"}  # what calls the application here asks for gzip and does not open it
TRIALS = [*((name, GenerationMode.POSITIVE) for name in OPERATIONS),
          *((name, GenerationMode.NEGATIVE) for name in WITH_INPUT)]
CHECKS = [not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
          checks.response_schema_conformance, checks.response_headers_conformance, checks.negative_data_rejection]


@schemathesis.serializer("application/x-ndjson")
def ndjson(_: Any, value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> APIFlask:
    folder = tmp_path_factory.mktemp("openapi")
    return create_app(Settings(database=f"sqlite:///{folder}/claims.db", event_lifetime=0.0, max_reports=20))


@pytest.fixture(scope="module")
def interface(described: APIFlask) -> BaseSchema:
    described.test_client().post("/v1/claims", json=CASE)
    return schemathesis.openapi.from_wsgi("/openapi.json", described)


@pytest.mark.parametrize(("name", "mode"), TRIALS)
def test_every_call_keeps_its_contract(interface: BaseSchema, name: str, mode: GenerationMode) -> None:
    @settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate], derandomize=True,
              suppress_health_check=list(HealthCheck))
    @given(interface.find_operation_by_id(name).as_strategy(generation_mode=mode))
    def hold(case: Case) -> None:
        case.call_and_validate(checks=CHECKS, headers=PLAIN)

    hold()


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, call) for path, calls in document["paths"].items() for method, call in calls.items()]


def test_every_call_of_the_application_is_described(described: APIFlask) -> None:
    document = described.test_client().get("/openapi.json").get_json()
    found = {(re.sub(r"[<{](\w+)[>}]", "*", path), method) for path, method, _ in operations(document)}
    rules = [rule for rule in described.url_map.iter_rules() if rule.rule.startswith(("/v1", "/healthz", "/readyz"))]
    for rule in rules:
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            assert (re.sub(r"<\w+>", "*", rule.rule), method.lower()) in found


def test_every_call_has_a_name_a_summary_and_problem_details(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    calls = operations(document)
    names = [call["operationId"] for _, _, call in calls]
    assert sorted(names) == sorted(OPERATIONS)
    for _, _, call in calls:
        assert call["summary"]
        assert call["tags"]
        for code, answer in call["responses"].items():
            if code >= "400":
                assert list(answer["content"]) == ["application/problem+json"]
    assert document["openapi"].startswith("3.1")


def test_every_example_of_the_document_is_taken(client: FlaskClient, stored: dict[str, Any]) -> None:
    taken = set()
    for path, method, call in operations(client.get("/openapi.json").get_json()):
        for media, content in call.get("requestBody", {}).get("content", {}).items():
            place = path.replace("{claim_id}", stored["id"]).replace("{source_id}", "example")
            answer = getattr(client, method)(place, json=content.get("example", CASE), content_type=media)
            assert answer.status_code in (200, 201), answer.get_json()
            taken |= {call["operationId"]} if "example" in content else set()
    client.delete("/v1/sources/example")
    assert taken == {"score", "createClaim", "addReports", "addReview", "createArticle", "readArticle", "putSource"}


def test_every_field_and_parameter_has_its_meaning_and_no_meaning_is_left_over(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    given = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    fields = [(f"{name}.{field}", described) for name, schema in schemas.items()
              for field, described in schema.get("properties", {}).items()]
    parameters = [parameter for _, _, call in operations(document) for parameter in call["parameters"]]
    assert [name for name, schema in schemas.items() if not schema["description"]] == []
    assert [name for name, described in fields if not described["description"]] == []
    assert [parameter["name"] for parameter in parameters if not parameter["description"]] == []
    assert [p["name"] for p in parameters if None in p["schema"].get("enum", ())] == []
    used = {name if name in given["fields"] else name.partition(".")[2] for name, _ in fields}
    assert (set(given["fields"]) - used, set(given["parameters"]) - {p["name"] for p in parameters}) == (set(), set())


def test_the_document_tells_the_limits_in_force(client: FlaskClient) -> None:
    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]
    assert schemas["CaseIn"]["properties"]["reports"]["maxItems"] == 100
    assert schemas["ReportIn"]["properties"]["text"]["maxLength"] == 5_000
    classes = {entry["id"] for entry in yaml.safe_load((DATA / "classes.yaml").read_text(encoding="utf-8"))}
    assert set(schemas["SourceIn"]["properties"]["class"]["enum"]) == {*classes, None}
    listing = client.get("/openapi.json").get_json()["paths"]["/v1/claims"]["get"]["parameters"]
    assert set(next(p["schema"]["enum"] for p in listing if p["name"] == "class")) == classes


def test_the_documentation_page_asks_no_other_site_for_anything(client: FlaskClient) -> None:
    page = client.get("/docs")
    assert page.mimetype == "text/html"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    linked = re.findall(r'(?:src|href)="([^"]+)"', page.get_data(as_text=True))
    assert linked
    for address in linked:
        assert address.startswith("/static/docs/")
        assert client.get(address).status_code == 200
    assert "http" not in (STATIC / "start.js").read_text()
