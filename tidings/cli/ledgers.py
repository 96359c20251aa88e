"""`tidings ledger verify` and `ledger prove`: the record, checked, and one person's part of it."""

from __future__ import annotations

from pathlib import Path

import orjson
from cyclopts import App

from tidings import ledger
from tidings.cli.app import PLAIN, RECORD, app
from tidings.cli.talk import put, put_json, say, steps
from tidings.errors import LedgerError, WorkspaceError
from tidings.ledger import VKEY, published_size, signer
from tidings.model import PersonId
from tidings.settings import load_settings
from tidings.store.entries import of_person
from tidings.store.people import is_person
from tidings.workspace import open_workspace

ledger_app = App(
    name="ledger",
    help="Check the record, and prove one person's part of it.",
    help_format="plaintext",
    group=RECORD,
    sort_key=2,
    default_parameter=PLAIN,
)
app.command(ledger_app)


@ledger_app.command
def verify(folder: Path | None = None, /, *, key: str | None = None, json: bool = False) -> None:
    """Recompute a whole ledger, this workspace's or anybody's, and check every checkpoint in it.

    Parameters
    ----------
    folder
        A tlog-tiles folder: what holds `checkpoint`. By default the workspace's.
    key
        The verifier key, or a file that holds it. By default ledger.vkey beside the folder.
    json
        Print the result as JSON.

    """
    folder = folder or load_settings().home / "ledger"
    verifier = ledger.Verifier.from_vkey(_vkey(folder, key))
    with steps("verify") as progress:
        found = ledger.verify(folder, verifier, progress=progress)
    if json:
        body = {"origin": found.origin, "size": found.size, "root": found.root.hex(), "checkpoints": found.checkpoints_checked}
        put_json(body)
        return
    say(f"{found.origin}: all {found.size:,} entries and {found.checkpoints_checked:,} checkpoints fit")
    say(f"root {found.root.hex()}")


@ledger_app.command
def prove(person: str, /, *, json: bool = False) -> None:
    """Print every entry about one person, each with a proof that the ledger holds it (C2SP tlog-proof).

    Parameters
    ----------
    person
        Their id in this workspace: 26 letters and digits.
    json
        Print one JSON object with all entries and proofs.

    """
    with open_workspace() as ws:
        with ws.store.reading() as connection:
            if not is_person(connection, PersonId(person)):
                raise WorkspaceError(WorkspaceError.Code.NO_SUCH_PERSON)
            places = list(of_person(connection, PersonId(person)))
        size = published_size(ws)
        if any(place is None or place >= size for place, _body in places):
            raise LedgerError(LedgerError.Code.NOT_INTEGRATED)
        proven = [(place, body, ledger.prove(ws.ledger_folder, place)) for place, body in places if place is not None]
        vkey = signer(ws).vkey
    if json:
        entries = [{"index": place, "entry": orjson.loads(body), "proof": proof} for place, body, proof in proven]
        put_json({"person": person, "vkey": vkey, "entries": entries})
        return
    for _place, body, proof in proven:
        put(body.decode())
        put(proof.removesuffix("\n"))  # `put` ends the line


def _vkey(folder: Path, key: str | None) -> str:
    """The key as given, as the file that was named holds it, or as it lies beside the folder."""
    file = Path(key) if key else folder.resolve().parent / VKEY
    try:
        if file.is_file():
            return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise LedgerError(LedgerError.Code.BAD_VKEY, str(file)) from None
    if key:
        return key
    if not (folder / "checkpoint").exists():
        raise LedgerError(LedgerError.Code.NONE, str(folder))
    raise LedgerError(LedgerError.Code.NO_VKEY, str(file))
