"""Find statements by term and day at once"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT_DAYS = 31
BEFORE, BY_DAY = ("term", "statement"), ("term", "vague", "first_day", "statement")
COPIED = "term, statement, first_day, last_day"


def upgrade() -> None:
    _remake(BY_DAY, f"{COPIED}, vague", f"{COPIED}, last_day - first_day > {EXACT_DAYS}",
            sa.Column("vague", sa.Boolean(), nullable=False))


def downgrade() -> None:
    _remake(BEFORE, COPIED, COPIED)


def _remake(key: tuple[str, ...], into: str, values: str, *further: sa.Column[Any]) -> None:
    """Make the table anew, for a table without row ids cannot get another key."""
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM statement_terms")
    op.drop_table("statement_terms")
    op.create_table(
        "statement_terms",
        sa.Column("term", sa.String(length=64), nullable=False),
        *further,
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name="fk_statement_terms_statement", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(*key, name="pk_statement_terms"),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO statement_terms ({into}) SELECT {values} FROM kept")
    op.execute("DROP TABLE kept")
    op.create_index("ix_statement_terms_statement", "statement_terms", ["statement"])
