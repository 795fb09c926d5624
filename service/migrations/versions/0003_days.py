"""Indexes by day, for the time series of dashboards"""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
DAY = "substr(created_at, 1, 10)"


def upgrade() -> None:
    op.create_index("ix_claims_day_score", "claims", [text(DAY), "score"])
    op.create_index("ix_assessments_day_status", "assessments", [text(DAY), "status"])


def downgrade() -> None:
    op.drop_index("ix_assessments_day_status", "assessments")
    op.drop_index("ix_claims_day_score", "claims")
