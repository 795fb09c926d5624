"""The rulebook in force."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from rules import DescribedRule
from rules.model import RulebookStamp
from service.records import Out
from service.runtime import runtime
from service.usecases import rulebook
from service.web.answers import answer
from service.web.describe import operation

bp = APIBlueprint("rules", __name__, url_prefix="/v1/rules", tag={
    "name": "rules", "description": "The rulebook in force"})


class RuleList(Out):
    """All rules by id, and which rulebook they are from."""

    items: list[DescribedRule]
    rulebook: RulebookStamp




@bp.get("")
@operation("listRules", gives=RuleList, says="All rules")
def listed() -> Response:
    """List the rules with question, weights, citation and examples"""
    return answer(rulebook.listed(runtime()))


@bp.get("/<rule_id>")
@operation("getRule", gives=DescribedRule, says="The rule", problems=(404,))
def show(rule_id: str) -> Response:
    """Show one rule"""
    return answer(rulebook.rule(rule_id, runtime()))
