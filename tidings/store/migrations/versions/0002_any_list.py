"""Rows without a reference number, likely pairs, lists that replace or correct earlier ones, mended rejects."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "trait",
        sa.Column("mark", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person_id", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_trait_person_id_person")),
        sa.PrimaryKeyConstraint("mark", "person_id", name=op.f("pk_trait")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pair",
        sa.Column("first_id", sa.String(length=26), nullable=False),
        sa.Column("second_id", sa.String(length=26), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["person.id"], name=op.f("fk_pair_first_id_person")),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"], name=op.f("fk_pair_second_id_person")),
        sa.ForeignKeyConstraint(["list_id"], ["list.id"], name=op.f("fk_pair_list_id_list")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_pair")),
    )
    op.create_index(op.f("ix_pair_second_id"), "pair", ["second_id"], unique=False)
    with op.batch_alter_table("list") as table:
        table.add_column(sa.Column("staging", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("replaces", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("batch") as table:
        table.add_column(sa.Column("mended", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("list_id", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("changed_by", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("gone_by", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("joined_to", sa.String(length=26), nullable=True))
    with op.batch_alter_table("row") as table:
        table.create_index(op.f("ix_row_key"), ["key"], unique=False)
