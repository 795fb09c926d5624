"""Statements know their cluster, so that only clusters near an article are made anew"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LINKED = """
SELECT one.number, other.number FROM statement_odds
    JOIN statements AS one ON one.id = a JOIN statements AS other ON other.id = b WHERE odds > 0
UNION ALL
SELECT number, least FROM statements JOIN claim_odds ON statement = id JOIN (
    SELECT mine.claim, min(number) AS least FROM claim_odds AS mine JOIN statements ON id = statement WHERE odds > 0
    GROUP BY mine.claim
) AS leasts ON leasts.claim = claim_odds.claim WHERE odds > 0
"""


def upgrade() -> None:
    """No cluster is known yet; each is found again, the same, when an article next touches it."""
    _rename("component", "cluster")
    op.execute("UPDATE statements SET cluster = 0")


def downgrade() -> None:
    _rename("cluster", "component")
    op.execute("UPDATE statements SET component = number")
    same = sa.text("UPDATE statements SET component = :root WHERE number = :number")
    rows = [{"number": number, "root": root} for number, root in _components(op.get_bind().execute(sa.text(LINKED)))]
    if rows:
        op.get_bind().execute(same, rows)


def _rename(old: str, new: str) -> None:
    op.drop_index(f"ix_statements_{old}", "statements")
    op.execute(f"ALTER TABLE statements RENAME COLUMN {old} TO {new}")
    op.create_index(f"ix_statements_{new}", "statements", [new])


def _components(linked: Iterable[Any]) -> list[tuple[int, int]]:
    """Each statement that is linked, with the smallest number of all that it is linked to through whatever others."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent.setdefault(number, number) != number:
            parent[number] = number = parent[parent[number]]
        return number

    for a, b in linked:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return [(number, root(number)) for number in sorted(parent)]
