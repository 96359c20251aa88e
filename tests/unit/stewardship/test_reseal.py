"""New keys: everything opens before, during and after; codes and commitments stay; the old keys open nothing."""

import pytest
from sqlalchemy import select
from stewarding import everybody, everything, open_all, reseal

from tidings import contacts, delivery, ledger, stewardship
from tidings.errors import KeyStoreError
from tidings.store.tables import entries, lookups, persons
from tidings.vault import Sealed, cobblestone, notice_code
from tidings.workspace import open_workspace


def test_every_value_is_sealed_anew_and_opens_and_the_former_keys_open_none(ws, settings):
    people = everybody(ws)
    former = {person: ws.vault._keys(person).sealing for person in people}
    codes = {person: notice_code(ws.vault, person) for person in people}
    secrets = {person: ws.vault.derive(person, "commitment-record-1") for person in people}
    before = {value[:3]: value[3] for value in everything(ws)}
    assert reseal(ws) == {"persons": len(people)}
    after = {value[:3]: value[3] for value in everything(ws)}
    assert before.keys() == after.keys()
    with open_workspace(settings) as again:
        assert open_all(again) == len(after)
        assert {person: notice_code(again.vault, person) for person in people} == codes
        assert {person: again.vault.derive(person, "commitment-record-1") for person in people} == secrets
    for (owner, field, revision), sealed in after.items():
        if owner in former:
            assert sealed != before[owner, field, revision]
            with pytest.raises(KeyStoreError):
                cobblestone.open_sealed(former[owner], ws.vault._place(owner, field, revision), sealed)
    data = (ws.home / "keys.db").read_bytes()
    assert not any(key[:16] in data for key in former.values())
    assert not ws.vault.with_former_keys()


def test_half_way_everything_opens_here_and_in_another_process(ws, settings):
    stewardship.begin_reseal(ws)
    with open_workspace(settings) as other:
        count = open_all(other)
        ws.vault.renew_keys(everybody(ws)[:60])
        assert open_all(ws) == open_all(other) == count
        for batch in stewardship.reseal_batches(ws):
            stewardship.reseal_batch(ws, batch)
        assert open_all(ws) == open_all(other) == count
        stewardship.end_reseal(ws)
        assert open_all(ws) == open_all(other) == count


def test_what_another_process_seals_with_keys_that_it_remembers_is_not_lost(ws, settings):
    person = everybody(ws)[0]
    with open_workspace(settings) as other:
        other.vault.preload([person])
        stewardship.begin_reseal(ws)
        ws.vault.renew_keys([person])
        sealed = other.vault.seal(person, "record", 99, b"new")
        ws.vault.end_new_keys()
    assert ws.vault.open_sealed(person, "record", 99, sealed) == b"new"


def test_new_keys_wait_for_whoever_is_between_sealing_and_storing(ws, settings):
    import threading

    person, order = everybody(ws)[0], []
    stewardship.begin_reseal(ws)

    def renew():
        with open_workspace(settings) as other:
            other.vault.renew_keys([person])
            order.append("renewed")

    with ws.vault.steady():
        thread = threading.Thread(target=renew)
        thread.start()
        thread.join(0.3)
        order.append("stored")
    thread.join()
    assert order == ["stored", "renewed"]


def test_who_comes_during_it_has_a_key_of_the_new_generation(ws):
    generation = stewardship.begin_reseal(ws)["generation"]
    ws.vault.new_keys(["newcomer"])
    assert ws.vault._ring.load(["newcomer"])["newcomer"].generation == generation
    sealed = ws.vault.seal("newcomer", "record", 1, b"x")
    reseal(ws)
    assert ws.vault.open_sealed("newcomer", "record", 1, sealed) == b"x"


def test_it_can_be_rotated_half_way_and_ended(ws, settings):
    stewardship.begin_reseal(ws)
    ws.vault.renew_keys(everybody(ws)[:60])
    stewardship.rotate(ws)
    with open_workspace(settings) as other:
        count = open_all(other)
    reseal(ws)
    with open_workspace(settings) as other:
        assert open_all(other) == count


def test_a_key_of_the_former_generation_does_not_pass_for_one_of_the_newest(ws, settings):
    import sqlite3

    person = everybody(ws)[0]
    old = ws.vault._ring.load([person])[person].data
    reseal(ws)
    database = sqlite3.connect(ws.home / "keys.db", isolation_level=None)
    database.execute("UPDATE keys SET wrapped = ? WHERE owner = ?", (old, person))
    database.close()
    with open_workspace(settings) as again, again.store.reading() as connection:
        row = connection.execute(select(persons).where(persons.c.id == person)).one()
        with pytest.raises(KeyStoreError) as refused:
            again.vault.open_sealed(person, "record", row.revision, Sealed(row.sealed))
    assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN


def test_the_ledger_says_it_once_for_each_generation(ws):
    for _ in range(2):
        reseal(ws)
        stewardship.end_reseal(ws)
    with ws.store.reading() as connection:
        kinds = list(connection.scalars(select(entries.c.kind)))
    assert kinds.count("key.renewed") == 2
    ledger.integrate(ws)
    assert delivery.status(ws)["ledger"]["waiting"] == 0


def test_a_damaged_key_does_not_stop_the_others(ws):
    import sqlite3

    person = everybody(ws)[0]
    database = sqlite3.connect(ws.home / "keys.db", isolation_level=None)
    database.execute("UPDATE keys SET wrapped = zeroblob(136) WHERE owner = ?", (person,))
    database.close()
    ws.vault._epoch.turn()
    reseal(ws)
    assert not ws.vault.with_former_keys()
    assert ws.vault.openable(everybody(ws)) == set(everybody(ws)[1:])


def test_refused_rows_get_new_keys_too(ws):
    from tidings.store.tables import rows

    with ws.store.reading() as connection:
        refused = dict(connection.execute(select(rows.c.key, rows.c.sealed).where(rows.c.person_id.is_(None))).tuples().all())
    assert len(refused) == 2
    former = {owner: ws.vault._keys(owner).sealing for owner in refused}
    reseal(ws)
    with ws.store.reading() as connection:
        again = dict(connection.execute(select(rows.c.key, rows.c.sealed).where(rows.c.person_id.is_(None))).tuples().all())
    assert all(again[owner] != refused[owner] for owner in refused)
    assert all(ws.vault._keys(owner).sealing != former[owner] for owner in refused)
    open_all(ws)


def test_the_erased_are_passed_over_and_stay_erased(ws):
    person = everybody(ws)[0]
    stewardship.erase(ws, [person])
    reseal(ws)
    assert not ws.vault.has_key(person)
    open_all(ws)


def test_what_was_looked_up_of_telephones_is_sealed_anew_and_still_known(ws, settings):
    with ws.store.reading() as connection:
        before = {(row.person_id, row.mark): row.sealed for row in connection.execute(select(lookups))}
        known = contacts.line_types(ws, connection, everybody(ws))
    assert len(known) == len(before) > 5
    reseal(ws)
    with open_workspace(settings) as again, again.store.reading() as connection:
        after = {(row.person_id, row.mark): row.sealed for row in connection.execute(select(lookups))}
        assert contacts.line_types(again, connection, everybody(again)) == known
    assert all(after[key] != before[key] for key in before)
