"""`tidings statement` and `statement verify` as they are typed. Neither prints anything of the person."""

import json

import pyrage
import pytest

from tidings.cli import run


@pytest.fixture
def typed(capsys, monkeypatch, issued, office):
    """`typed(*arguments)` gives (exit code, stdout, stderr), in the workspace of `issued`, as its officer."""
    settings = issued.registry.ws.settings
    for name in ("home", "config", "officer_key", "officer_identity"):
        monkeypatch.setenv(f"TIDINGS_{name.upper()}", str(getattr(settings, name)))
    capsys.readouterr()

    def typed(*arguments):
        code = run([str(one) for one in arguments])
        said = capsys.readouterr()
        record = issued.registry.record(issued.person)
        assert record.name.split()[0] not in said.out + said.err
        return code, said.out, said.err

    return typed


def test_what_an_officer_writes_is_what_a_lawyer_verifies(typed, issued, tmp_path, monkeypatch):
    key = issued.registry.key
    out = tmp_path / "one.pdf.age"
    code, _out, err = typed("statement", issued.person, out, "--recipient", key.to_public(), "--reason", "court")
    assert code == 0, err
    (tmp_path / "one.pdf").write_bytes(pyrage.decrypt(out.read_bytes(), [key]))
    vkey = issued.registry.ws.home / "ledger.vkey"
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "nowhere"))  # from here on, at the lawyer's
    code, said, err = typed("statement", "verify", tmp_path / "one.pdf", "--key", vkey)
    assert (code, said) == (0, "")
    assert "this statement holds" in err
    assert "the pages, drawn again, are the same bytes" in err
    ledger = issued.registry.ws.ledger_folder
    code, said, err = typed("statement", "verify", tmp_path / "one.pdf", "--key", vkey, "--ledger", ledger, "--json")
    assert code == 0, err
    assert {name: json.loads(said)[name] for name in ("incident", "lines", "words", "pages", "ledger")} == {
        "incident": "example",
        "lines": 1,
        "words": True,
        "pages": True,
        "ledger": True,
    }


def test_an_encrypted_one_is_no_statement_until_it_is_decrypted(typed, issued, tmp_path):
    out = tmp_path / "one.pdf.age"
    arguments = ("--recipient", issued.registry.key.to_public(), "--reason", "court", "--json")
    code, said, _err = typed("statement", issued.person, out, *arguments)
    assert (code, json.loads(said)["person"]) == (0, issued.person)
    code, _said, err = typed("statement", "verify", out)
    assert code == 2
    assert "Decrypt an .age file first" in err


def test_one_that_was_changed_ends_with_its_code(typed, issued, tmp_path):
    place = len(issued.pdf) // 2
    (tmp_path / "bad.pdf").write_bytes(issued.pdf[:place] + bytes([issued.pdf[place] ^ 4]) + issued.pdf[place + 1 :])
    code, said, err = typed("statement", "verify", tmp_path / "bad.pdf")
    assert (code, said) == (1, "")
    assert "[statement.changed]" in err
