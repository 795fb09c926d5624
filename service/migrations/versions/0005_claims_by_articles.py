"""Tables by which articles find the claims that were sent by themselves"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CLAIM, SENT = "claims.number", "claim_statements.number"


def upgrade() -> None:
    op.create_table(
        "claim_statements",
        sa.Column("number", NUMBER, sa.ForeignKey(CLAIM, ondelete="CASCADE"), primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False))
    op.create_table(
        "claim_terms",
        sa.Column("term", sa.String(64), primary_key=True),
        sa.Column("vague", sa.Boolean, primary_key=True),
        sa.Column("first_day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("statement", NUMBER, sa.ForeignKey(SENT, ondelete="CASCADE"), primary_key=True, index=True),
        sa.Column("last_day", sa.Integer, nullable=False),
        sqlite_with_rowid=False)
    op.create_table(
        "claim_odds",
        sa.Column("claim", NUMBER, sa.ForeignKey(SENT, ondelete="CASCADE"), primary_key=True),
        sa.Column("statement", sa.String(32), sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True,
                  index=True),
        sa.Column("odds", sa.Float, nullable=False),
        sqlite_with_rowid=False)


def downgrade() -> None:
    for table in ("claim_odds", "claim_terms", "claim_statements"):
        op.drop_table(table)
