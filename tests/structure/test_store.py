"""The tables: made by the migrations, plain only where that says nothing of anybody."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Integer, LargeBinary, String

from tidings.store import Store
from tidings.store.tables import metadata

PLAIN_TEXT = {
    "workspace.incident",
    "workspace.planned_under",
    "list.state",
    "list.key",
    "list.staging",
    "batch.state",
    "person.id",
    "person.state",
    "person.rule",
    "person.joined_to",
    "person.planned_under",
    "row.person_id",
    "row.key",
    "row.codes",
    "address.person_id",
    "trait.person_id",
    "pair.first_id",
    "pair.second_id",
    "pair.state",
    "contact.person_id",
    "contact.track",
    "contact.channel",
    "contact.state",
    "contact.rule",
    "contact.carries",
    "decision.person_id",
    "decision.rule",
    "decision.choice",
    "decision.officer",
    "loosening.rule",
    "loosening.does",
    "loosening.officer",
    "loosening.key",
    "sheet.id",
    "sheet.state",
    "sheet_line.sheet_id",
    "sheet_line.attempt_id",
    "sheet_line.outcome",
    "lookup.person_id",
    "attempt.id",
    "attempt.person_id",
    "attempt.channel",
    "attempt.state",
    "attempt.code",
    "attempt.claim",
    "attempt.provider_id",
    "attempt.message",
    "approval.digest",
    "receipt.key",
    "receipt.attempt_id",
    "receipt.event",
    "erasure.person_id",
    "erasure.cause",
    "opening.person_id",
    "opening.officer",
    "opening.purpose",
    "entry.person_id",
    "entry.kind",
}
"""Ids, states, rules, channels and codes. Whoever adds a column here says that nobody can be known by it."""

BYTES = {"mark", "contact_mark", "basis", "commitment", "sealed", "body"}


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path):
    store = Store.at(tmp_path / "people.db")
    store.migrate()
    store.migrate()  # twice is once
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_no_column_holds_plain_text_but_ids_states_and_codes():
    for table in metadata.tables.values():
        for column in table.columns:
            name = f"{table.name}.{column.name}"
            if isinstance(column.type, String):
                assert name in PLAIN_TEXT, name
            elif isinstance(column.type, LargeBinary):
                assert column.name in BYTES, name
            else:
                assert isinstance(column.type, Integer), name


def test_the_database_is_for_its_owner_only(tmp_path):
    Store.at(tmp_path / "people.db").migrate()
    assert (tmp_path / "people.db").stat().st_mode & 0o777 == 0o600
