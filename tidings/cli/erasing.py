"""`tidings erase` and `close`: people's keys destroyed, and the end of an incident's work."""

from __future__ import annotations

from tidings import ledger, stewardship
from tidings.cli.app import KEEPING, app
from tidings.cli.flows import run_flow
from tidings.cli.talk import put_json, say
from tidings.errors import ConfigError
from tidings.model import Counts, PersonId
from tidings.workspace import open_workspace


@app.command(group=KEEPING, sort_key=2)
def erase(person: str | None = None, /, *, due: bool = False, json: bool = False) -> None:
    """Destroy a person's key: nothing of them can be opened again, here or from any copy of what is sealed.

    Without arguments it finishes what a run that was killed has begun. There is no way back.

    Parameters
    ----------
    person
        Their id in this workspace: 26 letters and digits.
    due
        Erase everybody whose time is over by the incident's [retention]; at its end, the incident key too.
    json
        Print the counts as JSON.

    """
    if person is not None and due:
        raise ConfigError(ConfigError.Code.BAD_USE, "PERSON and --due", hint="one or the other")
    if due:
        with open_workspace():
            pass
        counts = Counts(run_flow("erase"))
    else:
        with open_workspace() as ws:
            pending = stewardship.pending_erasures(ws)
            counts = stewardship.finish_erasures(ws, pending)
            if person is not None:
                counts += stewardship.erase(ws, [PersonId(person)])
            ledger.integrate(ws)
    if json:
        put_json(counts)
        return
    say(f"{counts['erased']:,} people erased")
    if counts.get("ended"):
        say("retention is over: the incident key is destroyed, and nothing of this incident can be opened any more")
    elif counts["erased"]:
        say("copies of keys.db from before still open them: destroy those too")


@app.command(group=KEEPING, sort_key=3)
def close(*, anyway: bool = False, json: bool = False) -> None:
    """Close the incident: nobody is read in, planned or told from here on, and nobody can be found by what is known of them.

    The lookup key and every mark go. Retention counts from today. There is no way back.

    Parameters
    ----------
    anyway
        Close even if people still wait for a notice or for news of one.
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        counts = stewardship.close_incident(ws, anyway=anyway)
        ledger.integrate(ws)
    if json:
        put_json(counts)
    else:
        say(f"closed: the lookup key is destroyed; {counts['persons']:,} people are kept until their retention is over")
