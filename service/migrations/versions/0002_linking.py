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
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("claim", NUMBER, nullable=True),
        sa.Column("component", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_statements_article", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_statements_claim", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("number", name="pk_statements"),
        sa.UniqueConstraint("id", name="uq_statements_id"),
        sqlite_autoincrement=True,
    )
    for column in ("article", "claim", "component"):
        op.create_index(f"ix_statements_{column}", "statements", [column])
    op.create_table(
        "statement_terms",
        sa.Column("term", sa.String(length=64), nullable=False),
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name="fk_statement_terms_statement", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "statement", name="pk_statement_terms"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_terms_statement", "statement_terms", ["statement"])
    op.create_table(
        "statement_odds",
        sa.Column("a", sa.String(length=32), nullable=False),
        sa.Column("b", sa.String(length=32), nullable=False),
        sa.Column("odds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["statements.id"], name="fk_statement_odds_a", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["statements.id"], name="fk_statement_odds_b", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b", name="pk_statement_odds"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_odds_b", "statement_odds", ["b"])


def downgrade() -> None:
    for table in ("statement_odds", "statement_terms", "statements"):
        op.drop_table(table)
