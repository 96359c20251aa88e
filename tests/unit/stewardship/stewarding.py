"""Ways to look at a workspace: all that must open, and whether it does."""

from sqlalchemy import select

from tidings import delivery, stewardship
from tidings.contacts import contact_field, lookup_field
from tidings.delivery import letter_field, letter_file
from tidings.model import AttemptId
from tidings.people.ingest import row_field
from tidings.store.people import not_erased
from tidings.store.tables import attempts, contacts, lookups, openings, persons, rows
from tidings.vault import Sealed


def everything(ws):
    """[(owner, field, revision, sealed bytes)] of everybody who is not erased: all that must open."""
    found = []
    with ws.store.reading() as connection:
        alive = set(connection.scalars(select(persons.c.id).where(not_erased())))
        found += [(row.id, "record", row.revision, row.sealed) for row in connection.execute(select(persons))]
        for row in connection.execute(select(rows)):
            found.append((row.key, row_field(bytes(row.mark)), 1, row.sealed))
            alive |= {row.key} if row.person_id is None else set()
        for row in connection.execute(select(contacts)).all():
            found += [(row.person_id, contact_field(bytes(row.mark)), 1, row.sealed)]
        for row in connection.execute(select(lookups)).all():
            found += [(row.person_id, lookup_field(bytes(row.mark)), row.asked_at, row.sealed)]
        for row in connection.execute(select(openings)).all():
            found += [(row.person_id, f"opening-{bytes(row.commitment).hex()}", 1, row.sealed)]
        for row in connection.execute(select(attempts)):
            file = letter_file(ws, AttemptId(row.id))
            if file.is_file():
                found.append((row.person_id, letter_field(AttemptId(row.id)), 1, file.read_bytes()))
    return [value for value in found if value[0] in alive]


def open_all(ws):
    """Opens everything of everybody who is not erased; gives how many values that is. Raises if one does not open."""
    values = everything(ws)
    ws.vault.preload(sorted({owner for owner, *_ in values}))
    for owner, field, revision, sealed in values:
        ws.vault.open_sealed(owner, field, revision, Sealed(sealed))
    return len(values)


def reseal(ws):
    """What the flow does, without Prefect."""
    stewardship.begin_reseal(ws)
    while True:
        done = sum(stewardship.reseal_batch(ws, batch)["values"] for batch in stewardship.reseal_batches(ws))
        if not done + stewardship.reseal_refused(ws)["values"]:
            break
    return stewardship.end_reseal(ws)


def everybody(ws):
    with ws.store.reading() as connection:
        return list(connection.scalars(select(persons.c.id).order_by(persons.c.number)))


def letters_of(ws):
    return {person: attempt for person, attempt, _channel in delivery.ready_letters(ws)}
