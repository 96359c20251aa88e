"""`tidings keys …`: what keys there are, and how they are changed while everything still opens."""

from __future__ import annotations

from pathlib import Path

from cyclopts import App

from tidings import ledger, stewardship
from tidings.cli.app import KEEPING, PLAIN, app
from tidings.cli.flows import run_flow
from tidings.cli.talk import put, put_json, say
from tidings.settings import load_settings
from tidings.vault import make_provider, next_provider
from tidings.workspace import Workspace, open_workspace

keys_app = App(
    name="keys",
    help="Show what keys there are, and change them while everything still opens.",
    help_format="plaintext",
    group=KEEPING,
    sort_key=1,
    default_parameter=PLAIN,
)
app.command(keys_app)


@keys_app.command(name="list")
def list_(*, json: bool = False) -> None:
    """Show which provider keeps the incident key, how often it and people's keys were changed, and how many there are.

    Parameters
    ----------
    json
        Print it as JSON.

    """
    with open_workspace() as ws:
        ring, count = ws.vault.ring, ws.vault.keys
    found = {
        "provider": ring.provider,
        "revision": ring.revision,
        "generation": ring.generation,
        "resealing": ring.resealing,
        "keys": count,
    }
    if json:
        put_json(found)
        return
    put(f"incident key: revision {ring.revision}, wrapped by {ring.provider}")
    put(f"keys: {count:,}, of generation {ring.generation}")
    if ring.resealing:
        put("people are getting new keys: `tidings keys reseal` goes on with it")


@keys_app.command
def rotate(*, json: bool = False) -> None:
    """Make a new incident key, and wrap everybody's key anew under it. What is sealed stays as it is.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        counts = stewardship.rotate(ws)
        ledger.integrate(ws)
    _tell(counts, json, f"the incident key is new (revision {counts['revision']}); {counts['keys']:,} keys are wrapped anew")


@keys_app.command
def move(*, to: str, passphrase_file: Path | None = None, json: bool = False) -> None:
    """Hand the incident key over to another provider, or to a new key or passphrase of the same one.

    A new incident key is made for it, so whoever has the old provider's key can open older copies of keys.db only.

    Parameters
    ----------
    to
        key-file, passphrase, pkcs11 or aws-kms; set up in the settings.
    passphrase_file
        For passphrase: a file (mode 0600) with the new passphrase, instead of typing it.
    json
        Print the counts as JSON.

    """
    settings = load_settings()
    with open_workspace(settings) as ws:
        before = ws.vault.ring.provider
        make_provider(settings, to).check() if to not in ("key-file", "passphrase") else None
        counts = stewardship.rotate(ws, next_provider(settings, to, before, passphrase_file))
        ledger.integrate(ws)
    _tell(counts, json, f"the incident key is wrapped by {to} now (revision {counts['revision']})")
    say(_afterwards(ws, before, to, new_file=passphrase_file is not None))


def _afterwards(ws: Workspace, before: str, to: str, *, new_file: bool) -> str:
    """What is still to be done by hand."""
    if before == to:
        hint = " and name the new file in TIDINGS_PASSPHRASE_FILE" if new_file else ""
        return f"keep a copy of what is new{hint}; older copies of keys.db need what was before"
    old = {
        "key-file": f"{ws.settings.key_file or ws.home / 'incident.key'} is not needed any more",
        "passphrase": "the passphrase is not needed any more",
        "pkcs11": "the key in the token is not needed any more",
        "aws-kms": "the KMS key is not needed any more",
    }
    return f"{old[before]}, but older copies of keys.db can be opened with it: destroy it when those are gone"


@keys_app.command
def reseal(*, json: bool = False) -> None:
    """Give everybody a new key and seal everything of theirs anew: for when somebody may have read keys that were open.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace():  # says what is wrong before a flow is begun
        pass
    counts = run_flow("reseal")
    text = f"{counts['persons']:,} people have new keys; {counts['values']:,} values were sealed anew"
    if counts.get("unopened"):
        text += f"; {counts['unopened']:,} values could not be opened and stay as they were"
    _tell(counts, json, text)


def _tell(counts: dict[str, int], json: bool, text: str) -> None:
    if json:
        put_json(counts)
    else:
        say(text)
