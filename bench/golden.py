"""Golden assessments: what every fixture case scores, written beside it so that no change of a score goes unseen.

`python -m bench.golden` (or `make golden`) writes them anew, and the answer that the README shows; tests compare. They
leave out the rulebook's digest, which changes with every word of it, and round to what anybody would notice.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

import rules
from bench._data import command_line, print_figures
from rules.model import Case

ROOT = Path(__file__).resolve().parent.parent
FIXTURES, README = ROOT / "fixtures", ROOT / "README.md"
DIGITS = 4
ANSWER = re.compile(r"(?<=```json\n).*?(?=\n```)", re.DOTALL)
QUESTION = re.compile(r"-d '([^']+)'")
SHOWN = ("score", "confidence", "status", "prior", "contributions", "origins", "hedges", "summary")
SHOWN_OF = {
    "contributions": ("rule", "log_odds", "reason"),
    "origins": ("name", "class", "side", "interest", "stance", "traced_by"),
    "hedges": ("start", "end", "text", "category", "strength", "owner"),
}


def golden(case: Path, rulebook: rules.Rulebook) -> str:
    """The assessment of a case file as JSON for people to compare: indented, rounded, in the order of the records."""
    assessment = rules.assess(msgspec.json.decode(case.read_bytes(), type=Case), rulebook)
    shown = _rounded(msgspec.to_builtins(assessment))
    del shown["rulebook"]
    return json.dumps(shown, indent=1, ensure_ascii=False) + "\n"


def cases() -> list[Path]:
    """The fixture cases, by name."""
    return sorted((FIXTURES / "cases").glob("*.json"))


def golden_path(case: Path) -> Path:
    """Where the golden assessment of a case file lies."""
    return FIXTURES / "golden" / case.name


def readme_answer(assessment: dict[str, Any]) -> str:
    """What the README shows of an answer: its main fields, rounded, one line for each contribution and the like."""
    shown = _rounded({name: assessment[name] for name in SHOWN}, 2)
    for name, fields in SHOWN_OF.items():
        shown[name] = [{field: item[field] for field in fields} for item in shown[name]]
    return ",\n ".join(f'"{name}": {_laid_out(value)}' for name, value in shown.items()).join(("{", "}"))


def main() -> None:
    rulebook = rules.load_rulebook()
    changed = sum(_write(golden_path(case), golden(case, rulebook)) for case in cases())
    readme = README.read_text(encoding="utf-8")
    question = msgspec.json.decode(QUESTION.search(readme)[1], type=Case)
    answer = readme_answer(msgspec.to_builtins(rules.assess(question, rulebook)))
    changed += _write(README, ANSWER.sub(lambda _: answer, readme, count=1))
    print_figures(cases=len(cases()), changed=changed)


def _write(path: Path, text: str) -> bool:
    """Write a file that differs; whether it did."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"written {path.relative_to(ROOT)}")
    return True


def _laid_out(value: Any) -> str:
    """JSON with one line for each object of a list."""
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _rounded(value: Any, digits: int = DIGITS) -> Any:
    if isinstance(value, float):
        return round(value, digits) + 0.0
    if isinstance(value, dict):
        return {key: _rounded(item, digits) for key, item in value.items()}
    return [_rounded(item, digits) for item in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    command_line(__doc__).parse_args()
    main()
