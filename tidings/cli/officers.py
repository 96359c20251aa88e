"""`tidings officers …`: who works on the incident, by keys of their own."""

from __future__ import annotations

from pathlib import Path

from cyclopts import App

from tidings import ledger, officers
from tidings.cli.app import KEEPING, PLAIN, app
from tidings.cli.talk import put, put_json, say
from tidings.entry import EntryKind
from tidings.errors import ConfigError
from tidings.model import Role
from tidings.officers.keys import ASKED
from tidings.settings import load_settings
from tidings.vault import Asking
from tidings.workspace import open_workspace

officers_app = App(
    name="officers",
    help="Say who works on the incident, by keys of their own.",
    help_format="plaintext",
    group=KEEPING,
    sort_key=6,
    default_parameter=PLAIN,
)
app.command(officers_app)


@officers_app.command
def add(name: str, /, *, role: list[Role], key: Path, recipient: str = "") -> None:
    """Make an officer: a key file of their own, and their lines in the incident's officers.toml.

    The key file opens with a passphrase, which is asked for, or with an age identity of theirs.

    Parameters
    ----------
    name
        What the post is called, and not who holds it: a-z, 0-9 and hyphens, for example night-desk.
    role
        operator, approver or auditor. May be given again.
    key
        The key file to write: theirs, so on their own stick or in their own home.
    recipient
        The officer's age public key (age1…), instead of a passphrase.

    """
    settings = load_settings()
    if not role:
        raise ConfigError(ConfigError.Code.BAD_USE, "--role")
    ask = Asking(f"new {ASKED}", settings.officer_passphrase, settings.officer_passphrase_file, again=True)
    with open_workspace(settings) as ws:
        known = officers.load_officers(ws.incident_folder)
        if any(one.name == name for one in known.values()):
            raise officers.OfficerError(officers.OfficerError.Code.EXISTS)
        public = officers.make_key(key, recipient=recipient, passphrase=ask, random=ws.random)
        officer = officers.Officer(name, frozenset(role), public)
        try:
            officers.add_officer(ws.incident_folder, officer)
        except BaseException:
            key.unlink()  # a key that nobody listed is of no use
            raise
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.OFFICER_ADDED, officer=officer.id, roles=sorted(officer.roles))
            recorder.flush()
        ledger.integrate(ws)
    say(f"{name} is {', '.join(sorted(officer.roles))}, with the id {officer.id}")
    say(f"their key: {key}; they name it in TIDINGS_OFFICER_KEY")


@officers_app.command(name="list")
def list_(*, json: bool = False) -> None:
    """Show who works on the incident: name, id, roles.

    Parameters
    ----------
    json
        Print it as JSON.

    """
    with open_workspace() as ws:
        known = officers.load_officers(ws.incident_folder)
    if json:
        put_json([{"name": one.name, "id": one.id, "roles": sorted(one.roles), "key": one.key.hex()} for one in known.values()])
        return
    for one in known.values():
        put(f"{one.id}  {one.name}: {', '.join(sorted(one.roles))}")
    if not known:
        say("nobody yet: `tidings officers add`")
