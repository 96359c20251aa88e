"""Ingest: everybody once, nobody lost, whatever is killed or run again; and nothing plain is left."""

import contextlib
import io
import itertools
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tidings.errors import KeyStoreError, ListError
from tidings.people import ListSource, ingest
from tidings.people.ingest import states
from tidings.record import Record
from tidings.settings import Settings
from tidings.store.tables import batches, entries, lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

ROOT = Path(__file__).parents[3]
SAMPLE = (ROOT / "config/incidents/example/affected_persons.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
HEADER, ROWS = SAMPLE[0], SAMPLE[1:13]  # 12 rows, no line break in a cell; rows 6 and 7 are one person


ALWAYS = {"rows", "persons", "refused", "repeated"}


@pytest.fixture
def ws(tmp_path, monkeypatch):
    monkeypatch.setattr(states, "BATCH_ROWS", 5)
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
    return finish(ws, ingest.take_list(ws, file))


def finish(ws, list_id):
    for waiting in (ingest.staged_batches, ingest.parked_batches):
        for batch in waiting(ws, list_id):
            ingest.ingest_batch(ws, batch)
    counts = ingest.finish_list(ws, list_id)
    return {name: number for name, number in counts.items() if number or name in ALWAYS}


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
    assert ingest.is_done(ws, ingest.take_list(ws, make_list(ROWS)))
    assert run(ws, make_list(ROWS)) == {"rows": 12, "persons": 11, "refused": 0, "repeated": 0}  # what it brought the first time
    assert (count(ws, persons), count(ws, lists), count(ws, entries)) == (11, 1, before)


def test_a_longer_list_adds_only_what_is_new(ws, make_list):
    run(ws, make_list(ROWS[:8]))
    assert run(ws, make_list(ROWS)) == {"rows": 12, "persons": 4, "refused": 0, "repeated": 8, "unchanged": 7}
    assert count(ws, persons) == 11


def test_a_corrected_row_changes_its_person_and_asks_for_a_new_plan(ws, make_list):
    run(ws, make_list(ROWS))
    corrected = ROWS[9].replace("meganpowers128@example.org", "megan.powers@example.org")
    assert corrected != ROWS[9]
    counts = run(ws, make_list([*ROWS[:9], corrected, *ROWS[10:]]))
    assert counts == {"rows": 12, "persons": 0, "refused": 0, "repeated": 11, "changed": 1, "unchanged": 10}
    addresses = {record.emails for record in records(ws).values()}
    assert ("megan.powers@example.org",) in addresses  # and not the wrong one beside it
    assert count(ws, entries, entries.c.kind == "person.changed") == 1
    assert count(ws, persons, persons.c.revision == 2) == 1


def test_a_row_without_anybody_is_kept_sealed_with_its_code_and_holds_nobody_up(ws, make_list):
    lost = "1,,,,,06/14/1984,VE,VE,F,es,Detained,Somewhere,CAT,,,,,,,note of nobody\n"
    counts = run(ws, make_list([lost, *ROWS[1:]]))
    assert (counts["refused"], counts["persons"]) == (1, 10)
    with ws.store.reading() as connection:
        kept = connection.execute(select(rows).where(rows.c.person_id.is_(None))).one()
    assert kept.codes == "row.no_reference"
    assert b"note of nobody" in ws.vault.open_sealed(kept.key, f"row-{kept.mark.hex()}", 1, Sealed(kept.sealed))


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
    list_id = ingest.take_list(ws, make_list(ROWS))
    for batch in ingest.staged_batches(ws, list_id) * 2:
        ingest.ingest_batch(ws, batch)
    assert count(ws, persons) == 11


def test_what_was_staged_is_gone_with_its_key_when_the_list_is_done(ws, make_list):
    list_id = ingest.take_list(ws, make_list(ROWS))
    with ws.store.reading() as connection:
        key = connection.scalar(select(lists.c.staging))
        staged = connection.execute(select(batches).order_by(batches.c.number)).first()
    assert ws.vault.has_key(key)
    finish(ws, list_id)
    assert not ws.vault.has_key(key)
    assert count(ws, batches, batches.c.sealed.is_not(None)) == 0
    with pytest.raises(KeyStoreError):
        ws.vault.open_sealed(key, "staged", staged.number, Sealed(staged.sealed))


def test_a_list_that_changes_while_it_is_staged_is_refused(ws, make_list):
    file = make_list(ROWS)

    def somebody_saves_it(rows_so_far):
        if rows_so_far == 5:
            file.write_text(HEADER + "".join(ROWS[:3]), encoding="utf-8")

    with pytest.raises(ListError) as refused:
        ingest.take_list(ws, file, progress=somebody_saves_it)
    assert refused.value.code is ListError.Code.CHANGED
    assert count(ws, lists, lists.c.state == states.REGISTERED) == 1
    assert run(ws, make_list(ROWS))["persons"] == 11  # the whole one, elsewhere


def test_a_list_that_moved_while_it_was_half_staged_goes_on_from_its_new_place(ws, make_list, tmp_path):
    file = make_list(ROWS)

    def power_cut(rows_so_far):
        if rows_so_far == 10:
            raise Killed

    with pytest.raises(Killed):
        ingest.take_list(ws, file, progress=power_cut)
    shutil.move(file, tmp_path / "moved.csv")
    assert run(ws, tmp_path / "moved.csv")["persons"] == 11
    assert count(ws, lists) == 1


class Unseekable(io.BytesIO):
    """As a pipe is."""

    def seekable(self):
        return False


def stream(lines):
    return ListSource(Unseekable((HEADER + "".join(lines)).encode()))


def test_a_list_on_standard_input_is_the_same_list_as_in_a_file(ws, make_list):
    assert run(ws, stream(ROWS))["persons"] == 11
    run(ws, stream(ROWS))
    run(ws, make_list(ROWS))
    assert (count(ws, lists), count(ws, persons), count(ws, batches)) == (1, 11, 3)


def test_a_killed_stream_leaves_nothing_behind_once_another_list_is_taken(ws):
    def power_cut(rows_so_far):
        if rows_so_far == 10:
            raise Killed

    with pytest.raises(Killed):
        ingest.take_list(ws, stream(ROWS), progress=power_cut)
    assert count(ws, batches) == 2  # the row of batch 2 is there: only the next run knows that nobody goes on with it
    with ws.store.reading() as connection:
        keys = list(connection.execute(select(lists.c.key, lists.c.staging)).one())
    assert run(ws, stream(ROWS))["persons"] == 11
    assert count(ws, lists) == 1
    assert not any(map(ws.vault.has_key, keys))


def test_no_name_number_or_path_lies_in_any_file_of_the_workspace(ws, make_list):
    file = make_list(ROWS, name="zzyzx-list.csv")
    ingest.take_list(ws, file)
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


def test_a_file_without_a_header_is_told_before_anything_is_kept(ws, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("x,y,z\n1,2,3\n")
    with pytest.raises(ListError) as refused:
        ingest.take_list(ws, file)
    assert refused.value.code is ListError.Code.NO_HEADER
    assert refused.value.where == str(file)
    assert count(ws, lists) == 0
