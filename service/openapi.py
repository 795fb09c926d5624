"""The OpenAPI 3.1 document: the schemas of what comes in, the records of what goes out, the limits in force."""

from __future__ import annotations

from typing import Any

from apiflask import APIFlask
from apispec import APISpec

from rules.provenance.tables import Tables
from rules.reading import LONGEST_TEXT
from service.exports.lists import CSV
from service.meanings import explain
from service.runtime import Runtime
from service.schemas.article import ARTICLE
from service.schemas.case import CASE, REPORTS
from service.schemas.queries import REVIEW, SOURCE_ENTRY
from service.web.describe import JSON, NDJSON, header_parameter, record_components

OTHER_FORMATS = {media: {"schema": {"type": "string"}} for media in (CSV, NDJSON)}
INPUTS = (CASE, REPORTS, ARTICLE, REVIEW, SOURCE_ENTRY)


def configure(app: APIFlask, run: Runtime) -> None:
    """Make `app` describe itself at /openapi.json."""
    app.config.update(OPENAPI_VERSION="3.1.0", SPEC_PROCESSOR_PASS_OBJECT=True, AUTO_404_RESPONSE=False,
                      AUTO_VALIDATION_ERROR_RESPONSE=False, AUTO_SERVERS=False)
    app.description = "How well is a claim supported by what has been reported about it, and by whom?"

    @app.spec_processor  # type: ignore[arg-type]
    def complete(spec: APISpec) -> APISpec:
        for schema in INPUTS:
            if type(schema).__name__ not in spec.components.schemas:
                spec.components.schema(type(schema).__name__, schema=schema)
        spec.components.schemas.update(record_components())
        _limit(spec.components.schemas, run)
        classes = _classes(run)
        calls = [(method, call) for path in spec._paths.values() for method, call in path.items()]
        for method, call in calls:
            _complete(method, call, classes)
        explain(spec.components.schemas, [call for _, call in calls])
        return spec


def _complete(method: str, call: dict[str, Any], classes: list[str]) -> None:
    """Add what APIFlask cannot say about a call: headers, conditional reads, queries that are never null, classes."""
    parameters = call["parameters"] = call.get("parameters", []) + call.pop("x-parameters", [])
    for parameter in parameters:
        for schema in (parameter["schema"], parameter["schema"].get("items", {})):
            schema.pop("nullable", None)
            if schema.get("default", "") is None:
                del schema["default"]
            if None in schema.get("enum", ()):
                schema["enum"] = [value for value in schema["enum"] if value is not None]
        if parameter["name"] == "class":
            parameter["schema"]["enum"] = classes
    if any(parameter["name"] == "format" for parameter in parameters):
        call["responses"]["200"]["content"] |= OTHER_FORMATS
    if method == "get" and JSON in call["responses"].get("200", {}).get("content", {}):
        parameters.append(header_parameter("If-None-Match", "ETags that the client has already"))
        call["responses"]["304"] = {"description": "The client has it already"}


def _limit(schemas: dict[str, Any], run: Runtime) -> None:
    for name in ("CaseIn", "ReportsIn"):
        schemas[name]["properties"]["reports"]["maxItems"] = run.limits.reports
    for name in ("SourceIn", "SourceEntryIn"):
        class_ = schemas[name]["properties"]["class"]
        class_["enum"] = [*_classes(run), *([None] if "null" in class_["type"] else [])]
    schemas["ArticleIn"]["properties"]["text"]["maxLength"] = LONGEST_TEXT
    for name in ("CaseIn", "ReportIn"):
        schemas[name]["properties"]["text"]["maxLength"] = run.limits.text


def _classes(run: Runtime) -> list[str]:
    """The source classes that the rulebook knows."""
    return sorted(run.rulebook.part(Tables).classes)
