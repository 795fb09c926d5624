"""An index of the statements that may be of many days, so that the others are looked for near their day alone"""

from alembic import op
from sqlalchemy import text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OF_MANY = text("last_day - first_day > 3")


def upgrade() -> None:
    for table in ("statement_terms", "claim_terms"):
        op.create_index(f"ix_{table}_of_many_days", table, ["term", "first_day", "last_day"],
                        sqlite_where=OF_MANY, postgresql_where=OF_MANY)


def downgrade() -> None:
    for table in ("statement_terms", "claim_terms"):
        op.drop_index(f"ix_{table}_of_many_days", table)
