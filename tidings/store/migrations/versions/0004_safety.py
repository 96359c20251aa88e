"""Safety: what officers decided and loosened, what each contact may carry, run sheets, and what was said of lines."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("workspace", sa.Column("planned_under", sa.String(length=32), nullable=False, server_default=""))
    op.add_column("person", sa.Column("planned_under", sa.String(length=32), nullable=False, server_default=""))
    op.add_column("contact", sa.Column("carries", sa.String(length=8), nullable=False, server_default="teaser"))
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=26), nullable=False),
        sa.Column("contact_mark", sa.LargeBinary(length=32), nullable=True),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("choice", sa.String(length=32), nullable=False),
        sa.Column("basis", sa.LargeBinary(length=32), nullable=False),
        sa.Column("officer", sa.String(length=26), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decision_person_id"), "decision", ["person_id"], unique=False)
    op.create_table(
        "loosening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("does", sa.String(length=16), nullable=False),
        sa.Column("officer", sa.String(length=26), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(length=32), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loosening")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sheet",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("issued_at", sa.Integer(), nullable=False),
        sa.Column("returned_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet")),
    )
    op.create_index(op.f("ix_sheet_mark"), "sheet", ["mark"], unique=False)
    op.create_table(
        "sheet_line",
        sa.Column("sheet_id", sa.String(length=26), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(length=26), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name=op.f("fk_sheet_line_sheet_id")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_sheet_line_attempt_id")),
        sa.PrimaryKeyConstraint("sheet_id", "line", name=op.f("pk_sheet_line")),
    )
    op.create_index(op.f("ix_sheet_line_attempt_id"), "sheet_line", ["attempt_id"], unique=False)
    op.create_table(
        "lookup",
        sa.Column("person_id", sa.String(length=26), nullable=False),
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lookup_person_id")),
        sa.PrimaryKeyConstraint("person_id", "mark", name=op.f("pk_lookup")),
    )
