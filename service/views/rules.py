"""The rulebook in force."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response

from rules import DescribedRule
from rules.model import RulebookStamp
from service.records import Out
from service.runtime import runtime
from service.schemas.queries import Query
from service.usecases import rulebook
from service.web.answers import answer
from service.web.describe import operation, query

bp = APIBlueprint("rules", __name__, url_prefix="/v1/rules", tag={
    "name": "rules", "description": "The rulebook in force"})


class RuleList(Out):
    """All rules by id, and which rulebook they are from."""

    items: list[DescribedRule]
    rulebook: RulebookStamp


@bp.get("")
@operation("listRules", gives=RuleList, says="All rules", problems=(422,))
@query(Query)
def listed(query_data: dict[str, Any]) -> Response:
    """List the rules with question, weights, citation and examples"""
    return answer(rulebook.listed(runtime()))


@bp.get("/<rule_id>")
@operation("getRule", gives=DescribedRule, says="The rule", problems=(404,))
def show(rule_id: str) -> Response:
    """Show one rule"""
    return answer(rulebook.rule(rule_id, runtime()))
