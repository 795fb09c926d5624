"""The rulebook in force."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from service.runtime import runtime
from service.usecases import rulebook
from service.web.answers import answer
from service.web.describe import operation

bp = APIBlueprint("rules", __name__, url_prefix="/v1/rules", tag={
    "name": "rules", "description": "The rulebook in force"})
RULE = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
RULES = {"type": "object", "required": ["items", "rulebook"], "properties": {
    "items": {"type": "array", "items": RULE}, "rulebook": {"$ref": "#/components/schemas/RulebookStamp"}}}


@bp.get("")
@operation("listRules", gives=RULES, says="All rules")
def listed() -> Response:
    """List the rules with question, weights, citation and examples"""
    return answer(rulebook.listed(runtime()))


@bp.get("/<rule_id>")
@operation("getRule", gives=RULE, says="The rule", problems=(404,))
def show(rule_id: str) -> Response:
    """Show one rule"""
    return answer(rulebook.rule(rule_id, runtime()))
