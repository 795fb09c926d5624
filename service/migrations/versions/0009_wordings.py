"""Each assessment keeps how its claim was worded then: what articles say is worded anew as they come"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LATEST = """
UPDATE assessments SET text = (SELECT claims.text FROM claims WHERE claims.number = assessments.claim)
WHERE number IN (SELECT max(number) FROM assessments GROUP BY claim)
"""


def upgrade() -> None:
    """Of the assessments that are stored only those in force are known to be of the wording that is stored."""
    op.add_column("assessments", sa.Column("text", sa.Text(), nullable=True))
    op.execute(LATEST)


def downgrade() -> None:
    op.drop_column("assessments", "text")
