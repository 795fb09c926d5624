"""`corrobora rules`: the rulebook checked, and its rules explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml
from rich.padding import Padding
from rich.text import Text

import rules
from rules.errors import unknown
from service.cli import options
from service.cli.show import table, terminal

UNWEIGHED = "nothing: it only tells (no entry in weights.yaml)"


@click.group("rules")
def command() -> None:
    """Check the rulebook, list its rules, or explain one of them."""


@command.command("check", short_help="Try every source, rule and cue on its own examples.")
@options.rulebook
def check(rulebook: Path | None) -> None:
    """Load every file of the rulebook and try every source, rule and cue on its own names and examples, both ways."""
    book = rules.load_rulebook(rulebook)
    of_sources = list(rules.run_source_examples(book))
    of_rules, of_cues = list(rules.run_examples(book)), list(rules.run_cue_examples(book))
    results = of_sources + of_rules + of_cues
    wrong = [result for result in results if not result.held]
    for result in wrong:
        which = f"{result.kind} number {result.number}" + (f", “{result.text}”," if result.text else "")
        click.echo(f"{result.rule}: {which} does not come out as it should")
    if wrong:
        raise click.ClickException(f"{len(wrong)} of {len(results)} examples came out wrong")
    counts = f"{_count(of_sources)} sources, {_count(of_rules)} rules, {_count(of_cues)} cues, {len(results)} examples"
    click.echo(f"Rulebook {book.version} ({book.sha256[:12]}): {counts}, all as they should be.")


@command.command("list")
@options.rulebook
def list_(rulebook: Path | None) -> None:
    """List the rules, each with the question that it asks."""
    rows = table("rule", "question")
    for entry in rules.describe_rules(rules.load_rulebook(rulebook)):
        rows.add_row(entry["id"], entry["question"])
    terminal().print(rows)


@command.command("explain", short_help="Say what a rule asks, what it weighs and why.")
@click.argument("rule")
@options.rulebook
def explain(rule: str, rulebook: Path | None) -> None:
    """Say what RULE asks, when it holds, what it weighs and why it is there, with its examples."""
    described = {entry["id"]: entry for entry in rules.describe_rules(rules.load_rulebook(rulebook))}
    if rule not in described:
        raise click.ClickException(unknown("rule", rule, described))
    console, entry = terminal(), described[rule]
    console.print(Text.assemble((rule, "bold"), f": {entry['question']}"))
    for heading, body in _sections(entry):
        console.print(Text(f"\n{heading}", style="underline"))
        console.print(Padding(Text(body), (0, 0, 0, 2)))


def _count(results: list[Any]) -> int:
    return len({result.rule for result in results})


def _sections(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Factor", f"{entry['factor']}, asked of each {entry['per']}"
    if entry["applies"]:
        yield "Applies when", _plain(entry["applies"])
    yield "Holds when", _plain(entry["when"])
    yield "Weighs, in log-odds", _plain(entry["weight"]) if entry["weight"] else UNWEIGHED
    yield "Says", entry["reason"]
    yield "Is there because", entry["citation"]
    yield "Hits", _plain(entry["hits"])
    yield "Misses", _plain(entry["misses"])


def _plain(data: Any) -> str:
    """Data as short YAML, without what is empty or weighs nothing."""
    return yaml.safe_dump(_pruned(data), allow_unicode=True, sort_keys=False, width=100).rstrip()


def _pruned(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _pruned(value) for key, value in data.items() if value or isinstance(value, int)}
    return [_pruned(item) for item in data] if isinstance(data, list | tuple) else data
