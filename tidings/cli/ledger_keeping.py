"""`tidings ledger countersign`, `ledger rotate` and `ledger retire`: who else signs, and with which keys we do."""

from __future__ import annotations

from tidings import ledger
from tidings.cli.ledgers import ledger_app
from tidings.cli.talk import complain, put_json, say
from tidings.workspace import open_workspace


@ledger_app.command
def countersign(*, json: bool = False) -> None:
    """Ask the witnesses to cosign the newest checkpoint, and the authority to stamp its time; what is there is not asked again.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        ledger.integrate(ws)
        counts, failed = ledger.countersign(ws)
    if json:
        put_json({**counts, "failed": len(failed)})
    else:
        say(f"{counts['size']:,} entries: {counts['cosigned']} new cosignatures, {counts['stamped']} new time stamps")
    for error in failed[1:]:
        complain(str(error), error.hint)
    if failed:
        raise failed[0]


@ledger_app.command
def rotate(*, json: bool = False) -> None:
    """Make a new signing key for the ledger. Old and new both sign from here on, until `tidings ledger retire`.

    Parameters
    ----------
    json
        Print the new verifier key as JSON.

    """
    with open_workspace() as ws:
        ledger.integrate(ws)
        new = ledger.add_signer(ws)
        ledger.integrate(ws)
    if json:
        put_json({"vkey": new.vkey})
        return
    say(f"a new key signs beside the old one: {new.vkey}")
    say("give it to auditors and witnesses, and take a backup; when all have it: `tidings ledger retire`")


@ledger_app.command
def retire(*, json: bool = False) -> None:
    """Destroy every signing key of the ledger but the newest. Whoever knows only an old one cannot check what comes.

    Parameters
    ----------
    json
        Print how many as JSON.

    """
    with open_workspace() as ws:
        ledger.integrate(ws)  # the newest has signed something that the former signed too
        retired = ledger.destroy_former(ws)
        ledger.integrate(ws)
    if json:
        put_json({"retired": retired})
    else:
        say(f"{retired} keys are destroyed; older copies of keys.db still hold them")
