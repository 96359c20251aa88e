"""Backup and restore: two folders that open nothing alone; whole or refused; never behind what was published."""

import shutil
import sqlite3
import threading

import pytest
from sqlalchemy import delete, select
from stewarding import everybody, open_all, reseal

from tidings import delivery, ledger, stewardship
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError, LedgerError, WorkspaceError
from tidings.settings import Settings
from tidings.store.tables import entries
from tidings.workspace import open_workspace

Code = WorkspaceError.Code


@pytest.fixture
def elsewhere(tmp_path):
    """Another machine: neither workspace nor configuration."""
    return Settings(home=tmp_path / "elsewhere/home", config=tmp_path / "elsewhere/config", _env_file=None)


@pytest.fixture
def backup(ws, tmp_path):
    stewardship.back_up(ws, tmp_path / "backup")
    return tmp_path / "backup"


def test_what_is_put_back_elsewhere_opens_and_goes_on(ws, backup, elsewhere):
    (elsewhere.home.parent).mkdir()
    counts = stewardship.restore(elsewhere, backup)
    assert counts["persons"] == len(everybody(ws))
    with open_workspace(elsewhere) as again:
        assert open_all(again) == open_all(ws)
        assert ledger.integrate(again)["integrated"] == 1, "that it was restored"
        assert ledger.verify(again.ledger_folder, ledger.signer(again).verifier).size
        assert again.home.stat().st_mode & 0o777 == 0o700
    assert not (elsewhere.home / ".restoring").exists()


@pytest.mark.parametrize("there", [True, False], ids=["it is there", "it is not"])
def test_a_key_that_is_kept_elsewhere_stays_elsewhere(ws, backup, elsewhere, tmp_path, there):
    stick = tmp_path / "stick"
    stick.mkdir(mode=0o700)
    if there:
        shutil.copyfile(ws.home / "incident.key", stick / "my.key")
        (stick / "my.key").chmod(0o600)
    mine = elsewhere.model_copy(update={"key_file": stick / "my.key"})
    stewardship.restore(mine, backup)
    assert not (mine.home / "incident.key").exists()
    with open_workspace(mine) as again:
        assert open_all(again)


def test_keys_are_in_the_one_folder_and_what_is_sealed_in_the_other(backup):
    assert {file.name for file in (backup / "keys").iterdir()} == {"keys.db", "incident.key", "backup.json"}
    assert {file.name for file in (backup / "sealed").iterdir()} == {
        "people.db",
        "ledger",
        "ledger.vkey",
        "letters",
        "config",
        "backup.json",
    }
    assert len(list((backup / "sealed/letters").iterdir())) > 3
    assert not list(backup.rglob("*.csv")), "a list is the breach all over again"
    for path in (backup, *backup.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("damage", ["flip", "cut", "lose", "add"])
@pytest.mark.parametrize("name", ["sealed/people.db", "keys/keys.db", "sealed/ledger/checkpoint", "keys/incident.key"])
def test_a_backup_that_is_not_whole_is_refused(backup, elsewhere, name, damage):
    file = backup / name
    data = file.read_bytes()
    if damage == "flip":
        file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif damage == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "lose":
        file.unlink()
    else:
        (file.parent / "more").write_bytes(b"x")
    with pytest.raises(WorkspaceError) as refused:
        stewardship.restore(elsewhere, backup)
    assert refused.value.code is Code.BAD_BACKUP
    assert not (elsewhere.home / "people.db").exists()


def test_an_unfinished_backup_is_no_backup_and_is_made_anew(ws, backup, elsewhere):
    (backup / "sealed/backup.json").unlink()
    with pytest.raises(WorkspaceError) as refused:
        stewardship.restore(elsewhere, backup)
    assert refused.value.code is Code.BAD_BACKUP
    stewardship.back_up(ws, backup)
    assert stewardship.restore(elsewhere, backup)["persons"]


def test_a_finished_backup_is_not_overwritten(ws, backup, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thing").write_text("mine")
    for folder in (backup, tmp_path / "mine"):
        with pytest.raises(WorkspaceError) as refused:
            stewardship.back_up(ws, folder)
        assert refused.value.code is Code.EXISTS


def test_the_keys_of_another_day_are_refused_where_somebody_would_not_open(ws, backup, elsewhere, tmp_path):
    reseal_needed = everybody(ws)[0]
    stewardship.begin_reseal(ws)
    for batch in stewardship.reseal_batches(ws):
        stewardship.reseal_batch(ws, batch)
    stewardship.end_reseal(ws)
    stewardship.back_up(ws, tmp_path / "newer")
    with pytest.raises(KeyStoreError) as refused:
        stewardship.restore(elsewhere, tmp_path / "newer", backup / "keys")
    assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN
    assert reseal_needed
    assert not (elsewhere.home / "people.db").exists()


def test_a_copy_of_the_keys_from_before_brings_nobody_back_who_was_erased(ws, backup, elsewhere, tmp_path):
    person = everybody(ws)[0]
    stewardship.erase(ws, [person])
    stewardship.back_up(ws, tmp_path / "newer")
    counts = stewardship.restore(elsewhere, tmp_path / "newer", backup / "keys")
    assert counts["erased"] == 1
    with open_workspace(elsewhere) as again:
        assert not again.vault.has_key(person)
        assert delivery.status(again)["states"]["erased"] == 1


def more_entries(ws):
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.ENROLMENT_CLOSED, persons=1)
        recorder.flush()
    ledger.integrate(ws)


def test_a_copy_that_is_made_while_keys_change_and_people_are_erased_is_whole(ws, settings, elsewhere, tmp_path):
    faults, stop, people = [], threading.Event(), iter(everybody(ws))

    def change():
        try:
            with open_workspace(settings) as other:
                while not stop.is_set():
                    stewardship.rotate(other)
                    reseal(other)
                    stewardship.erase(other, [next(people)])
        except BaseException as fault:  # noqa: BLE001 - a thread's failure must reach the test
            faults.append(fault)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for number in range(4):
            stewardship.back_up(ws, tmp_path / f"copy-{number}")
            home = elsewhere.model_copy(update={"home": tmp_path / f"home-{number}"})
            counts = stewardship.restore(home, tmp_path / f"copy-{number}")
            with open_workspace(home) as again:
                assert open_all(again)
                found = delivery.status(again)
                gone = found["states"]["erased"] + found["states"]["erasing"]
                assert counts["persons"] == found["persons"] - gone
    finally:
        stop.set()
        thread.join()
    assert not faults, faults
    assert ws.vault.ring.revision > 1, "nothing happened meanwhile: this proves nothing"


def test_it_refuses_to_go_behind_a_checkpoint_that_was_published(ws, backup, elsewhere, tmp_path):
    more_entries(ws)
    shutil.copytree(ws.ledger_folder, tmp_path / "public")
    for published in (tmp_path / "public", tmp_path / "public/checkpoint"):
        with pytest.raises(LedgerError) as refused:
            stewardship.restore(elsewhere, backup, published=[published])
        assert refused.value.code is LedgerError.Code.BEHIND
    assert not (elsewhere.home / "people.db").exists()
    stewardship.back_up(ws, tmp_path / "newer")
    assert stewardship.restore(elsewhere, tmp_path / "newer", published=[tmp_path / "public"])["persons"]


def test_the_ledger_that_still_lies_in_the_workspace_counts_as_published(ws, backup, settings):
    more_entries(ws)
    ws.close()
    for name in ("people.db", "keys.db", "incident.key"):
        (settings.home / name).unlink()
    with pytest.raises(LedgerError) as refused:
        stewardship.restore(settings, backup)
    assert refused.value.code is LedgerError.Code.BEHIND
    assert (settings.home / "ledger/checkpoint").exists()


def test_a_database_older_than_its_own_ledger_is_refused(backup, elsewhere):
    from tidings.stewardship.manifest import write_manifest

    with sqlite3.connect(backup / "sealed/people.db") as database:
        database.execute("DELETE FROM entry WHERE idx > 3")
    write_manifest(backup / "sealed", "example", "forged")
    with pytest.raises(LedgerError) as refused:
        stewardship.restore(elsewhere, backup)
    assert refused.value.code is LedgerError.Code.BEHIND
    assert delete(entries) is not None


def test_nothing_of_a_workspace_is_overwritten(ws, backup, settings):
    with pytest.raises(WorkspaceError) as refused:
        stewardship.restore(settings, backup)
    assert refused.value.code is Code.EXISTS
    ws.close()
    (settings.home / "people.db").unlink()
    with pytest.raises(WorkspaceError):
        stewardship.restore(settings, backup)
    assert (settings.home / "keys.db").exists(), "keys that may be newer than the backup's"


def test_a_restore_that_was_stopped_is_run_again(backup, elsewhere, monkeypatch):
    from pathlib import Path

    moved = []
    rename = Path.rename

    def stop(path, to):
        if len(moved) == 2:
            raise InterruptedError
        moved.append(to)
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stop)
        with pytest.raises(InterruptedError):
            stewardship.restore(elsewhere, backup)
    assert not (elsewhere.home / "people.db").exists()
    assert stewardship.restore(elsewhere, backup)["persons"]
    with open_workspace(elsewhere) as again:
        assert open_all(again)
    with open_workspace(elsewhere) as again, again.store.reading() as connection:
        assert connection.scalar(select(entries.c.kind).order_by(entries.c.sequence.desc())) == "workspace.restored"


def rolled_over(ws):
    ledger.add_signer(ws)
    ledger.integrate(ws)
    ledger.destroy_former(ws)
    ledger.integrate(ws)


def test_a_ledger_whose_key_was_changed_is_put_back_with_all_its_checkpoints(ws, elsewhere, tmp_path):
    rolled_over(ws)
    stewardship.back_up(ws, tmp_path / "backup")
    elsewhere.home.parent.mkdir()
    stewardship.restore(elsewhere, tmp_path / "backup", published=[ws.ledger_folder])
    with open_workspace(elsewhere) as again:
        ledger.integrate(again)
        keys = ledger.read_vkeys((again.home / ledger.VKEY).read_text())
        assert len(keys) == 2
        found = ledger.audit(again.ledger_folder, keys)
        assert found.verified.newest.signers == (ledger.signer(again).verifier,)
        assert ledger.RecordRule.SIGNER in found.record.checked
        assert not found.record.broken[ledger.RecordRule.SIGNER]


def test_a_backup_of_before_the_keys_change_is_refused_by_what_the_new_key_signed(ws, backup, elsewhere):
    rolled_over(ws)
    elsewhere.home.parent.mkdir()
    with pytest.raises(LedgerError) as caught:
        stewardship.restore(elsewhere, backup, published=[ws.ledger_folder / "checkpoint"])
    assert caught.value.code in (LedgerError.Code.BEHIND, LedgerError.Code.BAD_SIGNATURE)
