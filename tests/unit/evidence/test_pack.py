"""The pack: whole, the same each time, in no other folder's place; and verify.py finds nothing wrong with it."""

import ast
import json
import shutil
import subprocess
import sys

import pytest

from tests.unit.evidence.conftest import load_verify
from tidings import evidence
from tidings.errors import ConfigError
from tidings.evidence import pack as making
from tidings.ledger import RecordRule


def contents(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_verify_finds_every_rule_kept_and_everybody_explained_or_counted_as_open(pack, verify):
    found = verify.verify_pack(pack)
    assert found.wrong == []
    kept = {line.partition(":")[0] for line in found.holds}
    assert kept >= {rule.value for rule in RecordRule} - {"stop.respected"}
    assert any("letter by letter" in line for line in found.holds)
    assert any(line.startswith("all 1 lists of what would go out") for line in found.holds)
    assert any(line.startswith("OPEN: ") for line in found.notes)  # letters that nobody pressed


def test_it_is_read_with_nothing_but_python_and_cryptography(pack):
    tree = ast.parse((pack / "verify.py").read_text(encoding="utf-8"))
    names = {alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names} | {
        node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert names - sys.stdlib_module_names == {"cryptography"}


def test_it_runs_from_the_folder_that_it_lies_in(pack, tmp_path):
    key = (pack / "keys/ledger.vkey").read_text().strip()
    done = subprocess.run(
        [sys.executable, "-I", pack / "verify.py", "--key", key], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Nothing that was checked is wrong.\n")
    assert "What no reader of this pack can tell:" in done.stdout
    assert "compare it with one" not in done.stdout
    body = subprocess.run(
        [sys.executable, "-I", pack / "verify.py", "--json"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert json.loads(body.stdout)["wrong"] == []


def test_made_twice_in_an_hour_it_is_the_same_to_the_byte(case, pack):
    before = contents(pack)
    evidence.write_pack(case.ws, pack)
    assert contents(pack) == before
    assert [one.name for one in case.folder.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("stranger", ["another file", "a changed file", "another folder"])
def test_it_takes_no_other_folders_place(case, pack, tmp_path, stranger):
    out = tmp_path / "out"
    if stranger == "another folder":
        out.mkdir()
        (out / "notes.txt").write_text("mine")
    else:
        shutil.copytree(pack, out)
        (out / ("notes.txt" if stranger == "another file" else "counts.json")).write_text("mine")
    before = contents(out)
    with pytest.raises(ConfigError) as error:
        evidence.write_pack(case.ws, out)
    assert error.value.code is ConfigError.Code.BAD_USE
    assert contents(out) == before


def test_a_run_that_is_stopped_leaves_the_former_pack_and_the_next_one_is_whole(case, pack, monkeypatch):
    before = contents(pack)

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "write_notices", stopped)
    with pytest.raises(KeyboardInterrupt):
        evidence.write_pack(case.ws, pack)
    assert contents(pack) == before
    monkeypatch.undo()
    evidence.write_pack(case.ws, pack)
    assert contents(pack) == before


def test_a_kill_between_the_two_renames_is_mended(case, pack):
    before = contents(pack)
    pack.rename(pack.with_name(f".{pack.name}.tidings-former"))
    evidence.write_pack(case.ws, pack)
    assert contents(pack) == before
    assert [one.name for one in case.folder.iterdir() if one.name.startswith(".")] == []


def test_nobody_else_may_read_it(pack):
    assert {path.stat().st_mode & 0o077 for path in [pack, *pack.rglob("*")]} == {0}


def test_what_it_prints_is_pressed_from_its_numbers(pack):
    counts = json.loads((pack / "counts.json").read_bytes())
    page = (pack / "index.html").read_text(encoding="utf-8")
    assert f"<dd>{counts['people']:,}</dd>" in page
    for name, count in counts["record"]["reasons"].items():
        assert name in page
        assert str(count).replace("<", "&lt;") in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_verify_of_a_pack_is_the_file_in_the_source(pack):
    assert (pack / "verify.py").read_bytes() == evidence.VERIFY.read_bytes()
    assert load_verify(pack / "verify.py").RULES.keys() == {rule.value for rule in RecordRule}
