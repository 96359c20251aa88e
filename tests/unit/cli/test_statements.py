"""`tidings statement verify` where there is no workspace, and what is said of a wrong use."""

import pytest


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)


def test_without_a_key_and_without_a_workspace_it_asks_for_one(tidings, tmp_path):
    (tmp_path / "one.pdf").write_bytes(b"%PDF-1.7")
    code, _out, err = tidings("statement", "verify", "one.pdf")
    assert (code, "[ledger.no_vkey]" in err) == (2, True)


KEY = "tidings/example+04dd9f57+AclJnHPBcD1anlopuTVztBExRm0ZygtI6W/5q9BxMsuc"


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7\nanything", b"\0" * 4096])
def test_what_is_no_statement_is_a_wrong_use_and_never_a_fault(tidings, tmp_path, content):
    if content is not None:
        (tmp_path / "one.pdf").write_bytes(content)
    code, out, err = tidings("statement", "verify", "one.pdf", "--key", KEY)
    assert (code, out) == (2, "")
    assert "[statement.none]" in err


def test_a_statement_wants_a_person_a_file_and_whom_it_is_for(tidings):
    assert tidings("statement")[0] == 2
    code, _out, err = tidings("statement", "a" * 26, "one.pdf.age")
    assert code == 2
    assert "recipient" in err


def test_without_a_workspace_there_is_nobody_to_state_anything_of(tidings):
    code, _out, err = tidings("statement", "a" * 26, "one.pdf.age", "--recipient", "age1x", "--reason", "why")
    assert code in (1, 2)
    assert "[workspace.none]" in err
