"""One message to an attorney for all their clients, and what officers approved."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ATTORNEYS = "track = 'attorney'"
_SHARED = "message IS NOT NULL"


def upgrade() -> None:
    op.add_column("attempt", sa.Column("message", sa.String(length=26), nullable=True))
    op.create_index(
        "ix_attempt_message", "attempt", ["message"], sqlite_where=sa.text(_SHARED), postgresql_where=sa.text(_SHARED)
    )
    op.create_index(
        "ix_contact_attorney", "contact", ["mark"], sqlite_where=sa.text(_ATTORNEYS), postgresql_where=sa.text(_ATTORNEYS)
    )
    op.add_column("contact", sa.Column("approved", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "approval",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_approval")),
    )
