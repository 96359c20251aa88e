"""Erased: the key is in no byte anywhere, nothing opens, the ledger still verifies, and everybody is still counted."""

import sqlite3

import orjson
import pytest
from sqlalchemy import select, update
from stewarding import everybody, everything, letters_of, open_all

from tidings import contacts, delivery, ledger, stewardship
from tidings.channels.fake import FakeChannel
from tidings.delivery.claims import claim
from tidings.errors import KeyStoreError, WorkspaceError
from tidings.model import AttemptId, Channel, PersonId, PersonState
from tidings.notices import Catalogs, Composer
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.rules import Rule
from tidings.stewardship import erasure as erasing
from tidings.store.tables import addresses, attempts, entries, lookups, openings, persons, rows
from tidings.store.tables import contacts as contacts_table
from tidings.vault import Sealed

OPAQUE = (KeyStoreError.Code.CANNOT_OPEN, str(KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)))


def refusal(action):
    with pytest.raises(KeyStoreError) as refused:
        action()
    return refused.value.code, str(refused.value)


def bytes_of(home):
    return {file.relative_to(home): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def published(ws):
    ledger.integrate(ws)
    return ledger.verify(ws.ledger_folder, ledger.signer(ws).verifier)


@pytest.fixture
def person(ws):
    """Somebody with a letter, so with something in every place."""
    return next(iter(letters_of(ws)))


def test_after_it_nothing_of_them_opens_and_the_refusal_says_nothing(ws, person):
    theirs = [value for value in everything(ws) if value[0] == person]
    assert len(theirs) >= 4
    assert stewardship.erase(ws, [person]) == {"erased": 1}
    for owner, field, revision, sealed in theirs:
        assert refusal(lambda f=field, r=revision, s=sealed: ws.vault.open_sealed(person, f, r, Sealed(s))) == OPAQUE
        assert owner == person
    assert open_all(ws) > 100, "the others"


def test_neither_the_key_nor_what_was_sealed_nor_a_mark_is_in_any_byte(ws, person, tmp_path):
    keys = ws.vault._keys(person)
    wrapped = ws.vault._ring.load([person])[person].data
    with ws.store.reading() as connection:
        shared = set()
        marks = [bytes(connection.scalar(select(persons.c.mark).where(persons.c.id == person)))]
        for table in (addresses, contacts_table, rows, lookups):
            marks += [bytes(mark) for mark in connection.scalars(select(table.c.mark).where(table.c.person_id == person))]
            shared |= {bytes(mark) for mark in connection.scalars(select(table.c.mark).where(table.c.person_id != person))}
    marks = [mark for mark in marks if mark not in shared]  # somebody else's number as well
    sealed = [value[3] for value in everything(ws) if value[0] == person]
    assert len(marks) >= 3
    needles = [*keys[:2], wrapped, *marks, *(one[:64] for one in sealed)]
    before = b"".join(bytes_of(ws.home).values())
    assert all(needle in before for needle in [wrapped, *marks])
    stewardship.erase(ws, [person])
    stewardship.back_up(ws, tmp_path / "backup")
    for home in (ws.home, tmp_path / "backup"):
        for name, data in bytes_of(home).items():
            assert not any(needle[at : at + 16] in data for needle in needles for at in range(0, len(needle) - 15, 16)), name


def test_the_ledger_says_so_and_still_verifies_and_status_adds_up(ws, person):
    before = delivery.status(ws)
    stewardship.erase(ws, [person])
    size = published(ws).size
    after = delivery.status(ws)
    assert after["persons"] == before["persons"] == sum(after["states"].values())
    assert after["states"]["erased"] == 1
    assert sum(after["holds"].values()) == after["states"]["held"] + after["states"]["undelivered"]
    assert after["ledger"] == {"size": size, "waiting": 0}
    with ws.store.reading() as connection:
        last = connection.scalars(select(entries.c.body).where(entries.c.person_id == person)).all()[-1]
    assert orjson.loads(last)["kind"] == "person.erased"
    assert orjson.loads(last)["cause"] == "request"


def test_their_letter_their_rows_and_addresses_are_gone(ws, person):
    letter = delivery.letter_file(ws, letters_of(ws)[person])
    assert letter.is_file()
    stewardship.erase(ws, [person])
    assert not letter.exists()
    with ws.store.reading() as connection:
        for table in (rows, addresses):
            assert connection.execute(select(table).where(table.c.person_id == person)).first() is None
        theirs = connection.execute(select(contacts_table).where(contacts_table.c.person_id == person)).all()
    assert theirs
    assert all(row.sealed == b"" and row.state == "gone" for row in theirs)


def test_twice_is_once(ws, person):
    stewardship.erase(ws, [person])
    assert stewardship.erase(ws, [person]) == {"erased": 0}
    with ws.store.reading() as connection:
        kinds = [orjson.loads(body)["kind"] for body in connection.scalars(select(entries.c.body))]
    assert kinds.count("person.erased") == 1


def test_nobody_is_erased_for_an_id_that_is_nobodys(ws):
    with pytest.raises(WorkspaceError) as refused:
        stewardship.erase(ws, [everybody(ws)[0], PersonId("a" * 26)])
    assert refused.value.code is WorkspaceError.Code.NO_SUCH_PERSON
    assert stewardship.pending_erasures(ws) == []


@pytest.mark.parametrize("where", ["destroy_all", "with_keys", "_attempts_of", "_clear"])
def test_stopped_anywhere_the_next_run_finishes_it(ws, person, monkeypatch, where):
    """And in between nobody works on them, though their key may be there or not."""

    class Stopped(Exception):
        pass

    def stop(*_):
        raise Stopped

    target = type(ws.vault) if where in ("destroy_all", "with_keys") else erasing
    with monkeypatch.context() as patch:
        patch.setattr(target, where, stop)
        with pytest.raises(Stopped):
            stewardship.erase(ws, [person])
    assert stewardship.pending_erasures(ws) == [person]
    states = delivery.status(ws)["states"]
    assert states["erasing"] == 1
    assert sum(states.values()) == len(everybody(ws))
    open_all(ws)
    assert person not in letters_of(ws)
    assert stewardship.finish_erasures(ws, stewardship.pending_erasures(ws)) == {"erased": 1}
    assert delivery.status(ws)["states"]["erased"] == 1
    assert published(ws).size


def test_a_key_that_is_still_there_is_never_said_to_be_destroyed(ws, person, monkeypatch):
    monkeypatch.setattr(type(ws.vault), "destroy_all", lambda *_: None)
    assert refusal(lambda: stewardship.erase(ws, [person]))[0] is KeyStoreError.Code.NOT_DESTROYED
    assert delivery.status(ws)["states"]["erased"] == 0


# Whoever cannot be opened does not stop the others


def lose_key(ws, person):
    """Without a word: what a damaged keys.db, or a backup of the wrong day, does."""
    database = sqlite3.connect(ws.home / "keys.db", isolation_level=None)
    database.execute("DELETE FROM keys WHERE owner = ?", (person,))
    database.close()
    ws.vault._epoch.turn()


def due_texts(ws):
    with ws.store.reading() as connection:
        wanted = select(attempts.c.person_id).where(attempts.c.channel == "sms", attempts.c.state == "planned")
        return list(dict.fromkeys(connection.scalars(wanted)))


def test_a_person_whose_key_is_lost_does_not_block_the_claims_of_their_channel(ws):
    due = due_texts(ws)
    assert len(due) > 5
    lose_key(ws, due[0])
    claimed = claim(ws, Channel.SMS, 1000)
    assert {one.person for one in claimed.made} == set(due[1:])
    claim(ws, Channel.EMAIL, 1000)
    with ws.store.reading() as connection:
        state, rule = connection.execute(select(persons.c.state, persons.c.rule).where(persons.c.id == due[0])).one()
    assert (state, rule) == (PersonState.HELD, Rule.CANNOT_OPEN)
    found = delivery.status(ws)
    assert sum(found["states"].values()) == found["persons"]


def test_an_erased_person_is_not_claimed_and_the_others_are_sent(ws):
    due = due_texts(ws)
    stewardship.erase(ws, due[:1])
    composer = Composer(ws.incident, Catalogs.load())
    counts = delivery.send_some(ws, FakeChannel(Channel.SMS), composer)
    assert counts["claimed"] == len(due) - 1
    assert delivery.status(ws)["states"]["erased"] == 1


def test_a_person_whose_key_is_lost_is_held_by_resolve_and_the_others_are_planned(ws):
    people = everybody(ws)
    lose_key(ws, people[0])
    with ws.store.writing() as connection:
        connection.execute(update(persons).values(planned_revision=0))
    catalogs = Catalogs.load()
    for _ in range(2):
        for batch in contacts.unplanned_batches(ws):
            contacts.resolve_batch(ws, batch, catalogs)
    with ws.store.reading() as connection:
        unplanned = list(connection.scalars(select(persons.c.id).where(persons.c.planned_revision == 0)))
        state, rule = connection.execute(select(persons.c.state, persons.c.rule).where(persons.c.id == people[0])).one()
        held = [orjson.loads(body) for body in connection.scalars(select(entries.c.body).where(entries.c.person_id == people[0]))]
    assert unplanned == [people[0]], "they are looked at again, once their key is back"
    assert (state, rule) == ("held", Rule.CANNOT_OPEN)
    assert [body.get("rule") for body in held].count(Rule.CANNOT_OPEN.value) == 1
    assert openings.name == "opening"


def sent_texts(ws):
    composer = Composer(ws.incident, Catalogs.load())
    delivery.send_some(ws, FakeChannel(Channel.SMS), composer)
    with ws.store.reading() as connection:
        wanted = select(attempts).where(attempts.c.channel == "sms", attempts.c.state == "accepted")
        return connection.execute(wanted).all()


def test_a_receipt_that_comes_for_an_erased_person_changes_nothing(ws):
    one = sent_texts(ws)[0]
    stewardship.erase(ws, [one.person_id])
    receipt = Receipt(AttemptId(one.id), "k", ReceiptEvent.DELIVERED, provider_id=one.provider_id)
    assert delivery.receive(ws, [receipt]) == {"taken": 0, "repeated": 0, "foreign": 1, "changed": 0}
    with ws.store.reading() as connection:
        assert connection.scalar(select(attempts.c.provider_id).where(attempts.c.id == one.id)) == ""
    assert delivery.status(ws)["states"]["erased"] == 1


def test_an_answer_that_comes_after_the_erasure_is_written_without_the_providers_id(ws, monkeypatch):
    fake, due = FakeChannel(Channel.SMS), due_texts(ws)

    def send(messages):
        stewardship.erase(ws, due[:1])  # while the provider is being called
        return FakeChannel.send(fake, messages)

    monkeypatch.setattr(fake, "send", send, raising=False)
    delivery.send_some(ws, fake, Composer(ws.incident, Catalogs.load()))
    with ws.store.reading() as connection:
        theirs = connection.execute(select(attempts).where(attempts.c.person_id == due[0], attempts.c.channel == "sms")).one()
    assert theirs.provider_id == ""
    assert delivery.status(ws)["states"]["erased"] == 1
    published(ws)


# Retention


def test_retention_erases_who_was_reached_long_ago_and_nobody_else(settings):
    from tidings.workspace import open_workspace

    incident = settings.config / "incidents/example/incident.toml"
    incident.write_text(incident.read_text() + "\n[retention]\nafter_delivery_days = 30\n")
    clock = [1_900_000_000.0]
    with open_workspace(settings, clock=lambda: clock[0]) as ws:
        people = everybody(ws)
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            for person in people[:2]:
                connection.execute(update(persons).where(persons.c.id == person).values(state="delivered"))
                recorder.add(entries_kind(), person, attempt="a" * 26, channel="sms", version=1)
            recorder.flush()
        clock[0] += 30 * 86_400 - 1
        assert erase_all_due(ws) == 0, "an hour is the ledger's grain: nobody is erased early"
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            recorder.add(entries_kind(), people[1], attempt="b" * 26, channel="sms", version=1)
            recorder.flush()
        clock[0] += 3601
        assert erase_all_due(ws) == 1, "the second was reached again since"
        assert delivery.status(ws)["states"]["erased"] == 1
        with ws.store.reading() as connection:
            assert connection.scalar(select(persons.c.state).where(persons.c.id == people[0])) == "erased"


def entries_kind():
    from tidings.entry import EntryKind

    return EntryKind.NOTICE_DELIVERED


def erase_all_due(ws):
    return sum(stewardship.erase_due(ws, batch)["erased"] for batch in stewardship.erase_due_batches(ws))


def test_without_retention_nobody_is_ever_erased_by_itself(ws):
    assert stewardship.erase_due_batches(ws) == []
    assert not stewardship.end_due(ws)


def test_whoever_a_human_joined_to_somebody_is_erased_with_them(ws):
    with ws.store.writing() as connection:
        stays, goes = connection.scalars(select(persons.c.id).order_by(persons.c.number).limit(2))
        connection.execute(update(persons).where(persons.c.id == goes).values(state="joined", joined_to=stays))
    assert stewardship.erase(ws, [goes]) == {"erased": 2}
    with ws.store.reading() as connection:
        left = dict(
            connection.execute(select(persons.c.id, persons.c.state).where(persons.c.id.in_([stays, goes]))).tuples().all()
        )
    assert left == {stays: "erased", goes: "erased"}
    assert not ws.vault.with_keys([stays, goes])


def test_what_was_looked_up_of_their_telephone_goes_with_them(ws):
    with ws.store.reading() as connection:
        row = connection.execute(select(lookups)).first()
        others = {bytes(mark) for mark in connection.scalars(select(lookups.c.mark).where(lookups.c.person_id != row.person_id))}
    stewardship.erase(ws, [row.person_id])
    with ws.store.reading() as connection:
        assert connection.execute(select(lookups).where(lookups.c.person_id == row.person_id)).first() is None
    left = b"".join(bytes_of(ws.home).values())
    assert row.sealed[:32] not in left
    assert bytes(row.mark) in others or bytes(row.mark) not in left
    place = contacts.lookup_field(bytes(row.mark)), row.asked_at, Sealed(row.sealed)
    assert refusal(lambda: ws.vault.open_sealed(row.person_id, *place)) == OPAQUE
