"""Tables by which articles find the claims that were sent by themselves"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "claim_statements",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["claims.number"], name="fk_claim_statements_number", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_claim_statements"),
    )
    op.create_table(
        "claim_terms",
        sa.Column("term", sa.String(length=64), nullable=False),
        sa.Column("vague", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["claim_statements.number"], name="fk_claim_terms_statement", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("term", "vague", "first_day", "statement", name="pk_claim_terms"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_terms_statement", "claim_terms", ["statement"])
    op.create_table(
        "claim_odds",
        sa.Column("claim", NUMBER, nullable=False),
        sa.Column("statement", sa.String(length=32), nullable=False),
        sa.Column("odds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim_statements.number"], name="fk_claim_odds_claim", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_claim_odds_statement", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "statement", name="pk_claim_odds"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_odds_statement", "claim_odds", ["statement"])


def downgrade() -> None:
    for table in ("claim_odds", "claim_terms", "claim_statements"):
        op.drop_table(table)
