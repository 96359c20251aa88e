"""`tidings evidence` and `tidings scope`: what an auditor takes away, and what oversight and the press may know."""

from __future__ import annotations

from pathlib import Path

from tidings import evidence as packs
from tidings.cli.app import RECORD, app
from tidings.cli.talk import put_json, say, steps
from tidings.workspace import open_workspace


@app.command(group=RECORD, sort_key=3)
def evidence(out: Path, /, *, json: bool = False) -> None:
    """Write the auditor's pack: the ledger, what was approved, laws and deadlines, a report, and verify.py, which checks it all.

    Nobody is named in it. Open OUT/index.html; it needs no network. Run again, it takes the place of the pack that it wrote
    before, if nobody changed that, and of nothing else.

    Parameters
    ----------
    out
        The folder to write.
    json
        Print what was written as JSON.

    """
    with open_workspace() as ws, steps("evidence") as step:
        done = packs.write_pack(ws, out, step)
    if json:
        put_json(done)
        return
    say(f"{done['entries']:,} entries of {done['people']:,} people, texts in {done['languages']} languages: {out / 'index.html'}")
    if done["broken"]:
        say(f"warning: {done['broken']:,} entries break a rule of the record: `tidings ledger verify` names them")
    say(f"it checks itself: python3 {out / 'verify.py'}; give auditors ledger.vkey by another way")


@app.command(group=RECORD, sort_key=4)
def scope(out: Path, /, *, json: bool = False) -> None:
    """Write the report of scope for an oversight body and the press: numbers, times, kinds of data, languages, measures; signed.

    Nothing in it is anybody's, and no number is given that few people are behind. It takes the place only of a report that
    it wrote before.

    Parameters
    ----------
    out
        The folder to write.
    json
        Print what is in it as JSON.

    """
    with open_workspace() as ws:
        body = packs.write_scope(ws, out)
    if json:
        put_json(body)
    else:
        say(f"{body['people']:,} people: {out / 'index.html'}, and scope.json beside it")
