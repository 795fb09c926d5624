"""Tables for claims, reports, assessments, articles, reviews, sources and events"""

import sqlalchemy as sa
from alembic import op

from service.store import search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_key", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published_at", sa.String(length=27), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sa.UniqueConstraint("sha256", name=op.f("uq_articles_sha256")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_articles_created_at_articles_number"), ["created_at", "number"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_articles_publisher_key_articles_number"), ["publisher_key", "number"], unique=False
        )

    op.create_table(
        "claims",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("event_date", sa.String(length=10), nullable=True),
        sa.Column("event_place", sa.Text(), nullable=True),
        sa.Column("place_key", sa.Text(), nullable=True),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.Column("report_count", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("corroboration", sa.Float(), nullable=False),
        sa.Column("provenance", sa.Float(), nullable=False),
        sa.Column("hedging", sa.Float(), nullable=False),
        sa.Column("main_factor", sa.String(length=20), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
        sa.UniqueConstraint("id", name=op.f("uq_claims_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_confidence_claims_number"), ["confidence", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_created_at_claims_number"), ["created_at", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_event_date_claims_number"), ["event_date", "number"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_claims_main_factor_claims_updated_at_claims_number"),
            ["main_factor", "updated_at", "number"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_claims_place_key_claims_number"), ["place_key", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_score_claims_number"), ["score", "number"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_claims_status_claims_updated_at_claims_number"),
            ["status", "updated_at", "number"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_claims_updated_at_claims_number"), ["updated_at", "number"], unique=False)

    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "events",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "idempotency",
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_idempotency")),
    )
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotency_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_idempotency_created_at"), ["created_at"], unique=False)

    op.create_table(
        "sources",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_table(
        "assessments",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=False),
        sa.Column("report_count", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_assessments_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_assessments")),
    )
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessments_claim_assessments_number"), ["claim", "number"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_assessments_created_at_assessments_status"), ["created_at", "status"], unique=False
        )

    op.create_table(
        "reports",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_key", sa.Text(), nullable=True),
        sa.Column("class", sa.String(length=64), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_reports_article"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_reports_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reports")),
        sa.UniqueConstraint("claim", "position", name=op.f("uq_reports_claim_position")),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reports_article"), ["article"], unique=False)
        batch_op.create_index(batch_op.f("ix_reports_claim_reports_class"), ["claim", "class"], unique=False)
        batch_op.create_index(batch_op.f("ix_reports_class_reports_claim"), ["class", "claim"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_reports_publisher_key_reports_claim"), ["publisher_key", "claim"], unique=False
        )

    op.create_table(
        "reviews",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("claim", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_reviews_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reviews")),
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reviews_claim"), ["claim"], unique=False)

    for statement in search.TABLES[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE claim_search")
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reviews_claim"))

    op.drop_table("reviews")
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reports_publisher_key_reports_claim"))
        batch_op.drop_index(batch_op.f("ix_reports_class_reports_claim"))
        batch_op.drop_index(batch_op.f("ix_reports_claim_reports_class"))
        batch_op.drop_index(batch_op.f("ix_reports_article"))

    op.drop_table("reports")
    with op.batch_alter_table("assessments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assessments_created_at_assessments_status"))
        batch_op.drop_index(batch_op.f("ix_assessments_claim_assessments_number"))

    op.drop_table("assessments")
    op.drop_table("sources")
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idempotency_created_at"))
        batch_op.drop_index(batch_op.f("ix_idempotency_claim_id"))

    op.drop_table("idempotency")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_claim_id"))

    op.drop_table("events")
    op.drop_table("counters")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claims_updated_at_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_status_claims_updated_at_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_score_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_place_key_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_main_factor_claims_updated_at_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_event_date_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_created_at_claims_number"))
        batch_op.drop_index(batch_op.f("ix_claims_confidence_claims_number"))

    op.drop_table("claims")
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_articles_publisher_key_articles_number"))
        batch_op.drop_index(batch_op.f("ix_articles_created_at_articles_number"))

    op.drop_table("articles")
