"""Which kinds of data were exposed, over everybody: those that ten people or more had."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from tidings.contacts.suppression import LIMIT
from tidings.model import Kind
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import persons
from tidings.workspace import Workspace, record_if_open


def kinds_exposed(ws: Workspace) -> list[Kind]:
    """Opens everybody's record, a batch at a time. Whoever is erased counts no more."""
    found: Counter[Kind] = Counter()
    with ws.store.reading() as connection:
        batches = person_batches(connection)
    for batch in batches:
        with ws.vault.steady(), ws.store.reading() as connection:
            wanted = select(persons.c.id, persons.c.revision, persons.c.sealed).where(in_batch(batch), not_erased())
            people = connection.execute(wanted).all()
            ws.vault.preload([row.id for row in people])
            for row in people:
                record = record_if_open(ws, row)
                found.update(record.kinds if record else ())
    return [kind for kind in Kind if found[kind] >= LIMIT]
