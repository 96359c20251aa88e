"""`tidings statement` and `statement verify`: what one person can show of what happened to them, and whether it holds."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from cyclopts import App

from tidings import statements
from tidings.cli.app import PLAIN, RECORD, STANDARD_INPUT, app
from tidings.cli.ledgers import ledger_at, verifiers_of
from tidings.cli.talk import asked_reason, put_json, say
from tidings.errors import LedgerError
from tidings.ledger import VKEY, Verifier
from tidings.settings import load_settings
from tidings.statements import StatementError, Verdict
from tidings.workspace import open_workspace

MOST_BYTES = 32 << 20

statement_app = App(
    name="statement",
    help="Write what one person can show of what happened to them, sealed and with proofs; check such a statement.",
    help_format="plaintext",
    group=RECORD,
    sort_key=5,
    default_parameter=PLAIN,
)
app.command(statement_app)


@statement_app.default
def statement(person: str, out: Path, /, *, recipient: str, reason: str = "", json: bool = False) -> None:
    """Write one person's statement into an encrypted file: what was exposed, how they were told, and proofs of it.

    Wants an officer's key (TIDINGS_OFFICER_KEY, an operator's or approver's) and a reason; the ledger says so. It is a PDF in
    their language and in English, encrypted with age: `age --decrypt -i KEY OUT > statement.pdf`. Nothing of it lies here in
    plain text. Of somebody who was joined to another person, it is that person's.

    Parameters
    ----------
    person
        Their id in this workspace: 26 letters and digits.
    out
        The file to write; its name should end in .pdf.age.
    recipient
        The age public key (age1…) of whoever gets it: the person's lawyer, or whoever prints it.
    reason
        Why, in a few words: sealed with the person, and committed to in the ledger. Others on this machine can see an
        argument, so name nobody in it; left out, it is asked for.
    json
        Print what was made as JSON, without anything of the person.

    """
    with open_workspace() as ws:
        made = statements.issue(ws, person, out, recipient, reason or asked_reason())
    if json:
        put_json(asdict(made))
        return
    if made.person != person:
        say(f"that person was joined to {made.person}: it is this one's")
    say(f"a statement with {made.entries} entries, {made.lines} of them about how they were told, in {out}")


@statement_app.command
def verify(file: Path, /, *, key: list[str] | None = None, ledger: str = "", json: bool = False) -> None:
    """Check a statement, without a workspace or a network: its seal, its proofs, and that its words are its facts.

    Parameters
    ----------
    file
        The PDF as it was issued. `-` for standard input: `age --decrypt -i KEY FILE | tidings statement verify -`.
    key
        The organisation's verifier key, or a file that holds some. May be given again. By default the workspace's.
    ledger
        The organisation's ledger too, a folder or an http(s) address: nothing of this person may be missing.
    json
        Print the result as JSON, without anything of the person.

    """
    keys = _keys(key)
    pdf = _read(file)
    fonts = load_settings().font_folders
    if ledger:
        with ledger_at(ledger) as where:
            found = statements.verify(pdf, keys, fonts, where)
    else:
        found = statements.verify(pdf, keys, fonts)
    put_json(asdict(found)) if json else _tell(found)


def _keys(given: list[str] | None) -> list[Verifier]:
    beside = load_settings().home / VKEY
    if not given and not beside.is_file():
        raise LedgerError(LedgerError.Code.NO_VKEY)
    return verifiers_of(given or [str(beside)])


def _read(file: Path) -> bytes:
    """Raises StatementError NO_STATEMENT for what cannot be one: a file that is too large, or none."""
    if str(file) != STANDARD_INPUT and not file.is_file():
        raise StatementError(StatementError.Code.NO_STATEMENT, str(file))
    with file.open("rb") as stream:
        pdf = stream.read(MOST_BYTES + 1)
    if len(pdf) > MOST_BYTES:
        raise StatementError(StatementError.Code.NO_STATEMENT, str(file))
    return pdf


def _tell(found: Verdict) -> None:
    say(f"this statement holds: sealed on {found.on} by {found.key}")
    say(f"{found.entries} entries of the person are proven in a ledger of {found.size:,}; {found.lines} are about notices")
    say("name, birth date and kinds of data are what the ledger committed to")
    words = {
        True: "the words are Tidings' own for these facts",
        None: "the words were not compared: this Tidings has other texts",
    }
    say(words[found.words])
    pages = {True: "the pages, drawn again, are the same bytes", None: "the pages could not be drawn the same here: read them"}
    say(pages[found.pages])
    if found.ledger:
        say("the ledger that you gave begins so, and has no more on this person up to then")
