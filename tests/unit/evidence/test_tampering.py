"""Whatever is changed in a pack, verify.py says so: by the signed list of files, and by what the ledger itself proves."""

import base64
import shutil

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.evidence.folder import _manifest
from tidings.ledger import Checkpoint, Signer, read_vkeys, signers
from tidings.ledger.tiles import decode_bundle, encode_bundle


@pytest.fixture
def mine(pack, tmp_path):
    """A copy to change."""
    shutil.copytree(pack, tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def key(pack, verify):
    """The key as the organisation gave it to the auditor."""
    return verify.read_keys(pack / "keys/ledger.vkey")


def flip(file, at=-1):
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)


def last(folder, pattern):
    return max(file for file in folder.glob(pattern) if file.is_file())


def drop_entry(mine):
    file = last(mine, "ledger/tile/entries/*.p/*")
    file.write_bytes(encode_bundle(decode_bundle(file.read_bytes())[:-1]))


def swap_entries(mine):
    file = mine / "ledger/tile/entries/000"
    one, two, *rest = decode_bundle(file.read_bytes())
    file.write_bytes(encode_bundle([two, one, *rest]))


def replaced(name, before, after):
    def work(mine):
        data = (mine / name).read_bytes()
        assert before in data
        (mine / name).write_bytes(data.replace(before, after, 1))

    return work


CHANGES = {
    "a byte of an entry": lambda mine: flip(mine / "ledger/tile/entries/000", 200),
    "an entry dropped": drop_entry,
    "two entries swapped": swap_entries,
    "a byte of a tile": lambda mine: flip(mine / "ledger/tile/0/000"),
    "the last tile dropped": lambda mine: last(mine, "ledger/tile/0/*.p/*").unlink(),
    "the last entries dropped": lambda mine: last(mine, "ledger/tile/entries/*.p/*").unlink(),
    "a byte of the checkpoint": lambda mine: flip(mine / "ledger/checkpoint", 20),
    "a byte of a kept checkpoint": lambda mine: flip(last(mine, "ledger/checkpoints/*"), 20),
    "a row of the table": replaced("entries.csv", b"person.enrolled", b"person.changed"),
    "an event": replaced("entries.ocsf.jsonl", b'person.enrolled\\"', b'person.changed\\"'),
    "a count": replaced("counts.json", b'"people": ', b'"people": 1'),
    "a number of a list": lambda mine: recount(mine, "states"),
    "what officers approved": lambda mine: flip(last(mine, "notices/approved/*.json"), 30),
    "an approval dropped": lambda mine: last(mine, "notices/approved/*.json").unlink(),
}
"""These the ledger itself shows, though everything else in the pack were signed anew."""

OF_THE_LIST = {
    "a letter of a text": lambda mine: flip(mine / "notices/texts/ar.json", 600),
    "a letter of a page": lambda mine: flip(mine / "index.html", 900),
    "a law": lambda mine: flip(last(mine, "laws/*.toml"), 40),
    "what was known": lambda mine: flip(mine / "known.json", 20),
    "verify.py itself": lambda mine: (mine / "verify.py").write_text("print('Nothing that was checked is wrong.')\n"),
    "an officer's key": lambda mine: flip(mine / "keys/officers.json", 60),
    "a line of the list": lambda mine: flip(mine / "SHA256SUMS", 300),
    "a signature of the list": lambda mine: flip(mine / "SHA256SUMS", -10),
    "a file dropped": lambda mine: (mine / "notices/es.html").unlink(),
    "a file put in": lambda mine: (mine / "notices/letter.txt").write_text("new"),
    "the list dropped": lambda mine: (mine / "SHA256SUMS").unlink(),
}
"""These only the signed list of files shows."""


def recount(mine, name):
    body = orjson.loads((mine / "counts.json").read_bytes())
    counted = body["record"][name]
    exact = next(one for one in counted if isinstance(counted[one], int) and counted[one])
    counted[exact] += 1
    (mine / "counts.json").write_bytes(orjson.dumps(body, option=orjson.OPT_INDENT_2) + b"\n")


def signed_anew(case, mine):
    """As whoever holds the workspace could: the list of files, with the right key."""
    head = Checkpoint.open((case.ws.ledger_folder / "checkpoint").read_bytes(), [one.verifier for one in signers(case.ws)])
    (mine / "SHA256SUMS").write_bytes(_manifest(case.ws, mine, "tidings.evidence/v1", head))


def test_an_untouched_copy_is_right(mine, verify, key):
    assert verify.verify_pack(mine, key).wrong == []


@pytest.mark.parametrize("name", [*CHANGES, *OF_THE_LIST])
def test_every_change_is_found(mine, verify, key, name):
    (CHANGES | OF_THE_LIST)[name](mine)
    assert verify.verify_pack(mine, key).wrong != []
    assert verify.verify_pack(mine).wrong != [] or name == "the key in the pack"


@pytest.mark.parametrize("name", CHANGES)
def test_what_the_ledger_proves_is_found_though_the_list_of_files_was_signed_anew(case, mine, verify, key, name):
    CHANGES[name](mine)
    signed_anew(case, mine)
    wrong = verify.verify_pack(mine, key).wrong
    assert wrong != []
    assert not any("SHA256SUMS was signed" in line for line in wrong)


def test_texts_that_were_changed_and_signed_anew_are_said_not_to_be_as_approved(case, mine, verify, key):
    replaced("notices/texts/ar.json", b'"own": [', b'"own": ["x",')(mine)
    signed_anew(case, mine)
    found = verify.verify_pack(mine, key)
    assert any(line.startswith("NOT AS APPROVED: the texts of ar ") for line in found.notes)


def test_a_whole_pack_of_somebody_elses_key_is_refused_by_the_key_that_the_auditor_has(case, mine, verify, key):
    other = Signer("tidings/example", Ed25519PrivateKey.generate())
    for file in [mine / "ledger/checkpoint", *(mine / "ledger/checkpoints").iterdir()]:
        text = file.read_text(encoding="utf-8").partition("\n\n")[0] + "\n"
        file.write_bytes(other.sign(text))
    (mine / "keys/ledger.vkey").write_text(other.vkey + "\n")
    text = (mine / "SHA256SUMS").read_text(encoding="utf-8").partition("\n\n")[0].splitlines()[:4]
    _rewrite(mine, other, text)
    assert verify.verify_pack(mine).wrong == []  # whoever can replace both can replace everything
    assert any("not signed by a key that is known" in line for line in verify.verify_pack(mine, key).wrong)


def _rewrite(mine, signer, head):
    from tidings.evidence.folder import _digests

    lines = [*head, *(f"{digest}  {name}" for name, digest in _digests(mine).items())]
    (mine / "SHA256SUMS").write_bytes(signer.sign("".join(f"{line}\n" for line in lines)))


def test_a_checkpoint_that_was_saved_must_be_a_beginning(mine, verify, key, case):
    signer = signers(case.ws)[0]
    other = Checkpoint("tidings/example", 7, b"\x07" * 32).signed(signer)
    assert verify.verify_pack(mine, key, older=[other]).wrong == ["older checkpoint 1: is no beginning of this ledger"]
    newest = (mine / "ledger/checkpoint").read_bytes()
    beyond = Checkpoint("tidings/example", 9_999, b"\x07" * 32).signed(signer)
    assert verify.verify_pack(mine, key, older=[newest]).wrong == []
    assert verify.verify_pack(mine, key, older=[beyond]).wrong != []


def test_an_officer_with_another_key_than_the_one_that_signed_is_found(mine, verify, key, case):
    officers = {one["officer"]: base64.b64decode(one["key"]) for one in orjson.loads((mine / "keys/officers.json").read_bytes())}
    assert case.night.officer.id in officers
    stranger = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    swapped = dict.fromkeys(officers, stranger)
    assert any(line.startswith("officer.signed: broken by 3") for line in verify.verify_pack(mine, key, swapped).wrong)
    assert any("3 entries are by officers whose keys are not here" in line for line in verify.verify_pack(mine, key, {}).notes)


def test_a_retired_key_alone_signs_nothing_more(verify, pack):
    record = verify.Record({})
    record.retired = {read_vkeys((pack / "keys/ledger.vkey").read_text())[0].public.hex(): 3}
    found = verify.Findings()
    head = verify.Checkpoint.read((pack / "ledger/checkpoint").read_bytes(), verify.read_keys(pack / "keys/ledger.vkey"), "it")
    verify.check_record(record, [head], found)
    assert any(line.startswith("signer.in_force: broken") for line in found.wrong)
