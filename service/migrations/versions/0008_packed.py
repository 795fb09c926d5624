"""Assessments are stored compressed; columns and indexes that nothing asks are gone"""

import zlib
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ASSESSMENTS = sa.table("assessments", sa.column("number"), sa.column("body", sa.LargeBinary))
FACTORS = ("corroboration", "provenance", "hedging")
UNASKED = {"ix_articles_created_at_articles_number": ("articles", ["created_at", "number"]),
           "ix_articles_publisher_key_articles_number": ("articles", ["publisher_key", "number"]),
           "ix_reports_claim_reports_class": ("reports", ["claim", "class"])}
TOGETHER = 200


def upgrade() -> None:
    _remake(lambda body: zlib.compress(body, 1))
    for index, (table, _) in UNASKED.items():
        op.drop_index(index, table)
    for factor in FACTORS:
        op.drop_column("claims", factor)
    op.drop_column("articles", "publisher_key")


def downgrade() -> None:
    """What the columns said is not found again: nothing ever asked it."""
    op.add_column("articles", sa.Column("publisher_key", sa.Text(), nullable=True))
    for factor in FACTORS:
        op.add_column("claims", sa.Column(factor, sa.Float(), nullable=False, server_default="0.5"))
    for index, (table, columns) in UNASKED.items():
        op.create_index(index, table, columns)
    _remake(zlib.decompress)


def _remake(other: Callable[[bytes], bytes]) -> None:
    """Write every assessment in its other form, some at a time."""
    number, last = ASSESSMENTS.c.number, 0
    same = sa.update(ASSESSMENTS).where(number == sa.bindparam("of")).values(body=sa.bindparam("to"))
    wanted = sa.select(ASSESSMENTS).where(number > sa.bindparam("last")).order_by(number).limit(TOGETHER)
    while rows := op.get_bind().execute(wanted, {"last": last}).all():
        op.get_bind().execute(same, [{"of": row.number, "to": other(row.body)} for row in rows])
        last = rows[-1].number
