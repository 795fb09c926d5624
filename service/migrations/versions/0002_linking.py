"""Tables for the statements of articles and what links them"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "statements",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("article", NUMBER, sa.ForeignKey("articles.number", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("claim", NUMBER, sa.ForeignKey("claims.number", ondelete="SET NULL"), index=True),
        sa.Column("component", NUMBER, nullable=False, index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True)
    op.create_table(
        "statement_terms",
        sa.Column("term", sa.String(64), primary_key=True),
        sa.Column("statement", NUMBER, sa.ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True,
                  index=True),
        sa.Column("first_day", sa.Integer, nullable=False),
        sa.Column("last_day", sa.Integer, nullable=False),
        sqlite_with_rowid=False)
    op.create_table(
        "statement_odds",
        sa.Column("a", sa.String(32), sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("b", sa.String(32), sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True, index=True),
        sa.Column("odds", sa.Float, nullable=False),
        sqlite_with_rowid=False)


def downgrade() -> None:
    for table in ("statement_odds", "statement_terms", "statements"):
        op.drop_table(table)
