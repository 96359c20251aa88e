"""One key takes over from another: both sign for a while, whoever knows either can check, and a retired one never signs again."""

import shutil
from pathlib import Path

import orjson
import pytest

from tidings import ledger, stewardship
from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger.tiles import Tiles
from tidings.settings import Settings
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def ws(tmp_path):
    settings = Settings(home=tmp_path / "ws", config=CONFIG, _env_file=None)
    create_workspace(settings, "example")
    opened = open_workspace(settings)
    ledger.integrate(opened)
    yield opened
    opened.close()


def record(ws, count):
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.ENROLMENT_CLOSED, persons=count)
        recorder.flush()
    ledger.integrate(ws)


def facts(ws):
    size = ledger.published_size(ws)
    said = [orjson.loads(Tiles(ws.ledger_folder, size).entry(index)) for index in range(size)]
    return [(one["kind"], one["signer"]) for one in said if "signer" in one]


def audited(ws, *verifiers):
    return ledger.audit(ws.ledger_folder, verifiers or ledger.read_vkeys((ws.home / ledger.VKEY).read_text()))


def retire(ws):
    ledger.integrate(ws)
    ledger.destroy_former(ws)
    ledger.integrate(ws)


def test_while_both_sign_whoever_knows_either_can_check(ws):
    old = ledger.signer(ws)
    new = ledger.add_signer(ws)
    ledger.integrate(ws)
    newest = (ws.ledger_folder / "checkpoint").read_bytes()
    for one in (old, new):
        assert ledger.Checkpoint.open(newest, one.verifier).size == 3
    assert ledger.verify(ws.ledger_folder, old.verifier).size == 3
    assert facts(ws) == [("signer.added", old.verifier.public.hex()), ("signer.added", new.verifier.public.hex())]
    assert (ws.home / ledger.VKEY).read_text() == f"{new.vkey}\n{old.vkey}\n"
    assert audited(ws).verified.newest.signers == (new.verifier, old.verifier)


def test_after_the_old_one_is_retired_the_new_one_signs_alone_and_older_checkpoints_still_fit(ws):
    old = ledger.signer(ws)
    new = ledger.add_signer(ws)
    retire(ws)
    assert facts(ws)[-1] == ("signer.retired", old.verifier.public.hex())
    found = audited(ws)
    assert found.verified.newest.signers == (new.verifier,)
    assert not found.record.broken
    with pytest.raises(LedgerError) as caught:
        ledger.verify(ws.ledger_folder, old.verifier)
    assert caught.value.code is LedgerError.Code.BAD_SIGNATURE
    assert not ws.vault.has_named_key("ledger")
    record(ws, 7)
    third = ledger.add_signer(ws)
    assert len({one.vkey for one in (old, new, third)}) == 3, "a number is never given twice"


def test_what_a_retired_key_signs_beyond_its_end_breaks_the_record(ws):
    """Whoever stole it can still make a checkpoint that fits."""
    old = ledger.signer(ws)
    ledger.add_signer(ws)
    retire(ws)
    newest = ledger.signer(ws)
    head = ledger.Checkpoint.open((ws.ledger_folder / "checkpoint").read_bytes(), newest.verifier)
    for name in ("checkpoint", f"checkpoints/{head.size}"):
        (ws.ledger_folder / name).write_bytes(head.signed(old))
    broken = audited(ws).record.broken
    assert broken[ledger.RecordRule.SIGNER] >= 1


def test_changing_the_incident_key_leaves_the_ledgers_key_alone(ws):
    before = ledger.signer(ws).vkey
    ledger.add_signer(ws)
    both = [one.vkey for one in ledger.signers(ws)]
    stewardship.rotate(ws)
    assert [one.vkey for one in ledger.signers(ws)] == both
    assert before in both


def test_killed_after_the_key_was_made_the_next_run_says_so(ws):
    ledger.add_signer(ws)  # and then the process dies
    assert facts(ws) == []
    ledger.integrate(ws)
    assert [kind for kind, _key in facts(ws)] == ["signer.added"] * 2
    ledger.integrate(ws)
    assert len(facts(ws)) == 2


def test_killed_after_the_old_key_was_destroyed_the_next_run_says_so(ws):
    ledger.add_signer(ws)
    ledger.integrate(ws)
    ledger.destroy_former(ws)  # and then the process dies
    ledger.integrate(ws)
    assert facts(ws)[-1][0] == "signer.retired"
    assert not audited(ws).record.broken


def test_an_older_copy_of_the_keys_does_not_bring_a_retired_key_back(ws, tmp_path):
    new = ledger.add_signer(ws)
    ledger.integrate(ws)
    shutil.copy(ws.home / "keys.db", tmp_path / "keys.db")
    retire(ws)
    shutil.copy(tmp_path / "keys.db", ws.home / "keys.db")
    (ws.home / "keys.lock").unlink()
    again = open_workspace(ws.settings)
    record(again, 9)
    assert audited(again).verified.newest.signers == (new.verifier,)
    again.close()


def test_with_two_keys_nothing_is_signed_behind_what_was_published(ws):
    ledger.add_signer(ws)
    record(ws, 1)
    folder = ws.ledger_folder
    smallest = min((file for file in (folder / "checkpoints").iterdir()), key=lambda file: int(file.name))
    shutil.copy(smallest, folder / "checkpoint")
    with pytest.raises(LedgerError) as caught:
        ledger.integrate(ws)
    assert caught.value.code is LedgerError.Code.INCONSISTENT


def test_the_only_key_is_not_retired(ws):
    with pytest.raises(LedgerError) as caught:
        ledger.destroy_former(ws)
    assert caught.value.code is LedgerError.Code.ONE_KEY


def test_a_lost_file_of_verifier_keys_is_written_again_whole(ws):
    old = ledger.signer(ws)
    new = ledger.add_signer(ws)
    retire(ws)
    (ws.home / ledger.VKEY).unlink()
    ledger.integrate(ws)
    assert (ws.home / ledger.VKEY).read_text().split() == [new.vkey, old.vkey]
