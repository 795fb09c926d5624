"""Statements know their cluster, so that only clusters near an article are made anew"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No cluster is known yet; each is found again, the same, when an article next touches it."""
    _rename("component", "cluster")
    op.execute("UPDATE statements SET cluster = 0")


def downgrade() -> None:
    """Every statement is a component of its own, as it was before any was linked."""
    _rename("cluster", "component")
    op.execute("UPDATE statements SET component = number")


def _rename(old: str, new: str) -> None:
    op.drop_index(f"ix_statements_{old}", "statements")
    op.execute(f"ALTER TABLE statements RENAME COLUMN {old} TO {new}")
    op.create_index(f"ix_statements_{new}", "statements", [new])
