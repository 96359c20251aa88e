"""Ingest: everybody once, nobody lost, whatever is killed or run again; and nothing plain is left."""

import contextlib
import itertools
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tidings.errors import KeyStoreError, ListError
from tidings.people import ingest
from tidings.record import Record
from tidings.settings import Settings
from tidings.store.tables import batches, entries, lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

ROOT = Path(__file__).parents[3]
SAMPLE = (ROOT / "config/incidents/example/affected_persons.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
HEADER, ROWS = SAMPLE[0], SAMPLE[1:13]  # 12 rows, no line break in a cell; rows 6 and 7 are one person


@pytest.fixture
def ws(tmp_path, monkeypatch):
    monkeypatch.setattr(ingest, "BATCH_ROWS", 5)
    settings = Settings(home=tmp_path / "ws", config=ROOT / "config")
    create_workspace(settings, "example")
    opened = open_workspace(settings)
    yield opened
    opened.close()


@pytest.fixture
def make_list(tmp_path):
    numbers = itertools.count()

    def make(lines, name=None):
        file = tmp_path / (name or f"list-{next(numbers)}.csv")
        file.write_text(HEADER + "".join(lines), encoding="utf-8")
        return file

    return make


def run(ws, file):
    list_id = ingest.register_list(ws, file)
    ingest.stage_list(ws, list_id)
    for batch in ingest.staged_batches(ws, list_id):
        ingest.ingest_batch(ws, batch)
    return ingest.finish_list(ws, list_id)


def count(ws, table, *conditions):
    with ws.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table).where(*conditions))


def records(ws):
    with ws.store.reading() as connection:
        return {
            row.id: Record.from_bytes(ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed)))
            for row in connection.execute(select(persons))
        }


def test_rows_of_one_reference_become_one_person(ws, make_list):
    assert run(ws, make_list(ROWS)) == {"rows": 12, "persons": 11, "refused": 0, "repeated": 0}
    assert len({record.reference for record in records(ws).values()}) == 11
    assert count(ws, rows) == 12


def test_the_same_list_adds_nobody_wherever_it_lies(ws, make_list):
    run(ws, make_list(ROWS))
    before = count(ws, entries)
    assert run(ws, make_list(ROWS)) == {"rows": 12, "persons": 11, "refused": 0, "repeated": 0}  # what it brought the first time
    assert (count(ws, persons), count(ws, lists), count(ws, entries)) == (11, 1, before)


def test_a_longer_list_adds_only_what_is_new(ws, make_list):
    run(ws, make_list(ROWS[:8]))
    assert run(ws, make_list(ROWS)) == {"rows": 12, "persons": 4, "refused": 0, "repeated": 8}
    assert count(ws, persons) == 11


def test_a_corrected_row_changes_its_person_and_asks_for_a_new_plan(ws, make_list):
    run(ws, make_list(ROWS))
    corrected = ROWS[9].replace("meganpowers128@example.org", "megan.powers@example.org")
    assert corrected != ROWS[9]
    assert run(ws, make_list([*ROWS[:9], corrected, *ROWS[10:]]))["repeated"] == 11
    changed = [record for record in records(ws).values() if len(record.emails) == 2]
    assert len(changed) == 1
    assert count(ws, entries, entries.c.kind == "person.changed") == 1
    assert count(ws, persons, persons.c.revision == 2) == 1


def test_a_row_without_a_reference_is_kept_sealed_with_its_code_and_holds_nobody_up(ws, make_list):
    lost = ROWS[0].replace("A042800275", "")
    counts = run(ws, make_list([lost, *ROWS[1:]]))
    assert (counts["refused"], counts["persons"]) == (1, 10)
    with ws.store.reading() as connection:
        kept = connection.execute(select(rows).where(rows.c.person_id.is_(None))).one()
    assert kept.codes == "row.no_reference"
    assert b"VILMA" in ws.vault.open_sealed(kept.key, f"row-{kept.list_id}", kept.number, Sealed(kept.sealed))


def test_every_enrolment_is_in_the_record(ws, make_list):
    run(ws, make_list(ROWS))
    assert count(ws, entries, entries.c.kind == "person.enrolled") == 11


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it."""


STEPS = ["new_keys", "seal", "destroy"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", [1, 2, 3, 7, 20])
def test_killed_anywhere_and_run_again_gives_the_same_people(ws, make_list, monkeypatch, step, nth):
    """The vault is called at every point where something becomes durable: dying there and in between covers them."""
    calls = itertools.count(1)
    real = getattr(type(ws.vault), step)

    def dying(self, *args, **kwargs):
        if next(calls) == nth:
            raise Killed
        return real(self, *args, **kwargs)

    file = make_list(ROWS)
    with monkeypatch.context() as patched:
        patched.setattr(type(ws.vault), step, dying)
        with contextlib.suppress(Killed):
            run(ws, file)
    assert run(ws, file)["persons"] == 11
    assert len({record.reference for record in records(ws).values()}) == 11
    assert count(ws, rows) == 12
    assert count(ws, entries, entries.c.kind == "person.enrolled") == 11
    assert count(ws, entries, entries.c.kind == "list.ingested") == 1


def test_a_batch_that_is_done_is_not_done_again(ws, make_list):
    list_id = ingest.register_list(ws, make_list(ROWS))
    ingest.stage_list(ws, list_id)
    for batch in ingest.staged_batches(ws, list_id) * 2:
        ingest.ingest_batch(ws, batch)
    assert count(ws, persons) == 11


def test_what_was_staged_is_gone_with_its_key_when_the_list_is_done(ws, make_list):
    list_id = ingest.register_list(ws, make_list(ROWS))
    ingest.stage_list(ws, list_id)
    with ws.store.reading() as connection:
        key = connection.scalar(select(lists.c.key))
        staged = connection.execute(select(batches).order_by(batches.c.number)).first()
    assert ws.vault.has_key(key)
    for batch in ingest.staged_batches(ws, list_id):
        ingest.ingest_batch(ws, batch)
    ingest.finish_list(ws, list_id)
    assert not ws.vault.has_key(key)
    assert count(ws, batches, batches.c.sealed.is_not(None)) == 0
    with pytest.raises(KeyStoreError):
        ws.vault.open_sealed(key, "staged", staged.number, Sealed(staged.sealed))


def test_a_list_that_is_replaced_between_registering_and_staging_is_refused(ws, make_list):
    file = make_list(ROWS)
    list_id = ingest.register_list(ws, file)
    file.write_text(HEADER + "".join(ROWS[:3]), encoding="utf-8")
    with pytest.raises(ListError) as refused:
        ingest.stage_list(ws, list_id)
    assert refused.value.code is ListError.Code.CHANGED


def test_a_list_that_moved_while_it_was_half_read_goes_on_from_its_new_place(ws, make_list, tmp_path):
    file = make_list(ROWS)
    list_id = ingest.register_list(ws, file)
    shutil.move(file, tmp_path / "moved.csv")
    assert ingest.register_list(ws, tmp_path / "moved.csv") == list_id
    assert run(ws, tmp_path / "moved.csv")["persons"] == 11


def test_no_name_number_or_path_lies_in_any_file_of_the_workspace(ws, make_list):
    file = make_list(ROWS, name="zzyzx-list.csv")
    list_id = ingest.register_list(ws, file)
    ingest.stage_list(ws, list_id)
    looked_at = 0
    for _round in range(2):
        for found in ws.home.rglob("*"):
            if found.is_file():
                looked_at += 1
                data = found.read_bytes()
                for value in (b"zzyzx", b"RUEDA", b"VILMA", b"8175550186", b"michelehaley", "Hernández".encode()):
                    assert value not in data, found.name
        run(ws, file)
    assert looked_at > 4


def test_a_later_list_is_told_from_a_file_without_a_header_before_anything_is_kept(ws, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("x,y,z\n1,2,3\n")
    with pytest.raises(ListError) as refused:
        ingest.register_list(ws, file)
    assert refused.value.code is ListError.Code.NO_HEADER
    assert refused.value.where == str(file)
    assert count(ws, lists) == 0
