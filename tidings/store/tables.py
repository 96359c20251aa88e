"""The tables. Plain columns are ids, states, rules, channels and times only; what says anything of a person is sealed.

`mark` columns are HMACs under a key of the incident (vault `mark`): they find a value again and go when the list is
closed. Times are whole seconds since 1970 in UTC. Migrations make these tables; a test holds the two against each other.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, text
from sqlalchemy import LargeBinary as _LargeBinary


class LargeBinary(_LargeBinary):
    """Bytes go to the driver as they are: both drivers take them, and wrapping each value costs as much as inserting it."""

    def bind_processor(self, dialect: Any) -> None:  # noqa: ARG002 - SQLAlchemy's signature
        return None


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

workspace = Table(
    "workspace",
    metadata,
    Column("incident", String(64), primary_key=True),
    Column("created_at", Integer, nullable=False),
    Column("closed_at", Integer, nullable=True),  # nothing is read, planned or sent any more; the marks are gone
    Column("planned_under", String(32), nullable=False, server_default=""),  # digest of the rules that plans are made under now
)

lists = Table(
    "list",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mark", LargeBinary(32), nullable=False, unique=True),  # of the file's digest: the same file is the same list
    Column("state", String(16), nullable=False),  # registered, staged, done
    Column("key", String(40), nullable=False),  # owner of the key of its header, which its rows are read by
    Column("sealed", LargeBinary, nullable=True),  # the header
    Column("rows", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("staging", String(40), nullable=True),  # owner of the key of its staged rows; destroyed when the list is done
    Column("replaces", Integer, nullable=False, server_default="0"),  # 1: of earlier lists, only who is on it counts
    Column("skipped", Integer, nullable=False, server_default="0"),  # rows that are nobody's: totals, footers, headers again
    Column("skipped_sheets", Integer, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)

batches = Table(
    "batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("list_id", Integer, ForeignKey("list.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", String(16), nullable=False),  # staged, parked (only rows without a reference number are left), done
    Column("rows", Integer, nullable=False),
    Column("persons", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("repeated", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=True),  # about 500 rows as they came; gone when they are persons
    Column("mended", Integer, nullable=False, server_default="0"),  # refused rows that came back mended
    UniqueConstraint("list_id", "number"),
    sqlite_autoincrement=True,
)

persons = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True),  # counts up, so that a batch is a range of numbers
    Column("id", String(26), nullable=False, unique=True),
    Column("mark", LargeBinary(32), nullable=True, unique=True),  # of the reference number
    Column("state", String(16), nullable=False),
    Column("rule", String(64), nullable=True),  # why they are held, or undelivered
    Column("revision", Integer, nullable=False),  # of the sealed record
    Column("planned_revision", Integer, nullable=False),  # of the record that the plan was made from; 0: no plan yet
    Column("sealed", LargeBinary, nullable=False),
    Column("list_id", Integer, nullable=False, server_default="0"),  # the list that brought them
    Column("changed_by", Integer, nullable=False, server_default="0"),  # the last list that changed their record; 0: none
    Column("gone_by", Integer, nullable=False, server_default="0"),  # a list that replaced the others, and left them out; 0: none
    Column("joined_to", String(26), nullable=True),  # whose rows theirs are now, in state joined
    Column("planned_under", String(32), nullable=False, server_default=""),  # digest of the rules that the plan was made under
    Index(None, "state"),
    sqlite_autoincrement=True,
)

rows = Table(
    "row",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("list_id", Integer, ForeignKey("list.id"), nullable=False),
    Column("number", Integer, nullable=False),  # 1-based below the header
    Column("mark", LargeBinary(32), nullable=False, unique=True),  # of the whole row: the same row is read once
    Column("person_id", String(26), ForeignKey("person.id"), nullable=True),  # none: refused
    Column("key", String(40), nullable=False),  # owner of the key that sealed it: the person, or the row itself
    Column("codes", String(256), nullable=False),  # why it was refused
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "person_id"),
    Index(None, "key"),
    sqlite_autoincrement=True,
)

addresses = Table(
    "address",
    metadata,
    Column("person_id", String(26), ForeignKey("person.id"), primary_key=True),
    Column("mark", LargeBinary(32), primary_key=True),  # of a phone number or e-mail address: how many share it
    Index(None, "mark"),
)

traits = Table(
    "trait",
    metadata,
    Column("mark", LargeBinary(16), primary_key=True),  # of what two records of one person have in common: see people/likeness.py
    Column("person_id", String(26), ForeignKey("person.id"), primary_key=True),
    sqlite_with_rowid=False,
)

OPEN_PAIR = "open"
"""The state of a pair that waits for a human."""

pairs = Table(
    "pair",
    metadata,
    Column("first_id", String(26), ForeignKey("person.id"), primary_key=True),
    Column("second_id", String(26), ForeignKey("person.id"), primary_key=True),
    Column("list_id", Integer, ForeignKey("list.id"), nullable=False),  # the list that brought the second
    Column("state", String(16), nullable=False),  # open (both wait for a human), same, different
    Index(None, "second_id"),
)

_ATTORNEYS = "track = 'attorney'"
"""Clients of one attorney are found by the mark of the attorney's address; nobody else's contacts are looked for by it."""

contacts = Table(
    "contact",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", String(26), ForeignKey("person.id"), nullable=False),
    Column("mark", LargeBinary(32), nullable=False),  # of channel and address, so that a new plan keeps old contacts
    Column("track", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(16), nullable=False),  # usable, passed (over, for another), held, refused, gone
    Column("rule", String(64), nullable=False),  # which rule made it so
    Column("wait_hours", Integer, nullable=False),  # before the next contact of the track, if nothing is heard
    Column("sealed", LargeBinary, nullable=False),
    Column("carries", String(8), nullable=False, server_default="teaser"),  # teaser, full
    Column(
        "approved", Integer, nullable=False, server_default="0"
    ),  # the version that officers approved it for; a new plan takes it away
    UniqueConstraint("person_id", "mark"),
    Index("ix_contact_attorney", "mark", sqlite_where=text(_ATTORNEYS), postgresql_where=text(_ATTORNEYS)),
    sqlite_autoincrement=True,
)

decisions = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", String(26), ForeignKey("person.id"), nullable=False),
    Column("contact_mark", LargeBinary(32), nullable=True),  # none: of the whole person
    Column("rule", String(64), nullable=False),  # the hold that was decided on
    Column("choice", String(32), nullable=False),
    Column("basis", LargeBinary(32), nullable=False),  # mark of what the rule looked at: once that changes, it is decided anew
    Column("officer", String(26), nullable=False),
    Column("at", Integer, nullable=False),
    Column("commitment", LargeBinary(32), nullable=False),  # as in the entry; the sealed reason's place
    Column("sealed", LargeBinary, nullable=True),  # why, in the officer's words: under the person's key, gone with it
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

loosenings = Table(
    "loosening",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule", String(64), nullable=False),
    Column("does", String(16), nullable=False),  # what the rule does from now on; the last of a rule counts
    Column("officer", String(26), nullable=False),
    Column("at", Integer, nullable=False),
    Column("commitment", LargeBinary(32), nullable=False),
    Column("key", String(40), nullable=False),  # owner of the key that sealed the reason
    Column("sealed", LargeBinary, nullable=False),  # why, in the officer's words
    sqlite_autoincrement=True,
)

sheets = Table(
    "sheet",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("mark", LargeBinary(32), nullable=False),  # of the facility
    Column("version", Integer, nullable=False),  # of the notice
    Column("state", String(16), nullable=False),  # issued, returned
    Column("issued_at", Integer, nullable=False),
    Column("returned_at", Integer, nullable=True),
    Index(None, "mark"),
)

sheet_lines = Table(
    "sheet_line",
    metadata,
    Column("sheet_id", String(26), ForeignKey("sheet.id"), primary_key=True),
    Column("line", Integer, primary_key=True),  # 1-based, as printed
    Column("attempt_id", String(26), ForeignKey("attempt.id"), nullable=False),
    Column("outcome", String(16), nullable=True),  # none: not entered yet
    Column("at", Integer, nullable=True),  # when it was entered
    Index(None, "attempt_id"),
)

lookups = Table(
    "lookup",
    metadata,
    Column("person_id", String(26), ForeignKey("person.id"), primary_key=True),
    Column("mark", LargeBinary(32), primary_key=True),  # of the number
    Column("asked_at", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),  # what the provider said of the line, under the person's key
)

_SHARED = "message IS NOT NULL"

attempts = Table(
    "attempt",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("person_id", String(26), ForeignKey("person.id"), nullable=False),
    Column("contact_id", Integer, ForeignKey("contact.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(20), nullable=False),
    Column("code", String(64), nullable=False),  # the provider's code for why, or ours
    Column("tries", Integer, nullable=False),
    Column("not_before", Integer, nullable=False),
    Column("claim", String(26), nullable=True),  # the worker's group; one e-mail request stays inside one claim
    Column("sending_at", Integer, nullable=True),
    Column("provider_id", String(128), nullable=False),
    Column("message", String(26), nullable=True),  # the attempt under whose id it travels with others; none: under its own
    UniqueConstraint("version", "person_id", "contact_id"),
    Index("ix_attempt_message", "message", sqlite_where=text(_SHARED), postgresql_where=text(_SHARED)),
    Index(None, "state", "channel"),
    Index(None, "person_id"),
)

approvals = Table(
    "approval",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the manifest; who signed it is in the entries
    Column("version", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the manifest, canonical JSON: digests and counts, nothing personal
)

receipts = Table(
    "receipt",
    metadata,
    Column("key", String(128), primary_key=True),  # what the provider says once, so that a copy changes nothing
    Column("attempt_id", String(26), ForeignKey("attempt.id"), nullable=False),
    Column("event", String(24), nullable=False),
    Column("at", Integer, nullable=False),
)

erasures = Table(
    "erasure",
    metadata,
    Column("person_id", String(26), ForeignKey("person.id"), primary_key=True),
    Column("cause", String(16), nullable=False),  # request, retention
    Column("asked_at", Integer, nullable=False),  # durable before the key is destroyed
    Column("done_at", Integer, nullable=True),  # none: begun, and to be finished
)

openings = Table(
    "opening",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", String(26), nullable=False),  # or a refused row's key
    Column("officer", String(26), nullable=False),
    Column("purpose", String(32), nullable=False),  # for which command
    Column("at", Integer, nullable=False),
    Column("commitment", LargeBinary(32), nullable=False),  # as in the entry; the sealed reason's place
    Column("sealed", LargeBinary, nullable=True),  # why, in the officer's words: under the person's key, gone with it
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

entries = Table(
    "entry",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("idx", Integer, nullable=True, unique=True),  # its place in the ledger, durable before any tile is written
    Column("person_id", String(26), nullable=True),
    Column("kind", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),  # canonical JSON; nothing personal
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
