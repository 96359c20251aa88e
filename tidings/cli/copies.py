"""`tidings backup` and `restore`: what is sealed in one folder, the keys in another."""

from __future__ import annotations

from pathlib import Path

from tidings import ledger, stewardship
from tidings.cli.app import KEEPING, app
from tidings.cli.talk import put_json, say, say_if_elsewhere
from tidings.settings import load_settings
from tidings.workspace import open_workspace


@app.command(group=KEEPING, sort_key=4)
def backup(folder: Path, /, *, json: bool = False) -> None:
    """Copy the workspace while it works: FOLDER/sealed holds data, ledger and settings, FOLDER/keys the keys. Keep them apart.

    Parameters
    ----------
    folder
        A new folder.
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        counts = stewardship.back_up(ws, folder)
    if json:
        put_json(counts)
        return
    say(f"{counts['persons']:,} people and {counts['letters']:,} letters in {folder / 'sealed'}, their keys in {folder / 'keys'}")
    say("keep the two apart: together they open everything. Destroy the keys' copy when somebody is erased")


@app.command(group=KEEPING, sort_key=5)
def restore(folder: Path, /, *, keys: Path | None = None, published: list[Path] | None = None, json: bool = False) -> None:
    """Put a backup back into TIDINGS_HOME, after checking that both folders are whole and everybody opens.

    It refuses to go behind a checkpoint of the ledger that was published: people who were told since would be told again.

    Parameters
    ----------
    folder
        The backup: the folder that holds `sealed`.
    keys
        The keys' folder, if it is kept elsewhere. By default FOLDER/keys.
    published
        A checkpoint, or a folder of a published ledger, that the backup must not be older than. May be given again.
    json
        Print the counts as JSON.

    """
    settings = load_settings()
    counts = stewardship.restore(settings, folder, keys, published or ())
    say_if_elsewhere(settings.home)
    with open_workspace(settings) as ws:
        ledger.integrate(ws)
    if json:
        put_json(counts)
        return
    say(f"{counts['persons']:,} people are back in {settings.home}; all of them open")
    if counts["erased"]:
        say(f"{counts['erased']:,} keys of people who were erased since were in the copy: they are destroyed again")
    say("now run `tidings ledger verify` and `tidings reconcile`")
