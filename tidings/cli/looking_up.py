"""`tidings look-up`: what kind of line a telephone is, asked before a plan uses it. Only where the incident says so."""

from __future__ import annotations

from tidings import contacts, delivery
from tidings.cli.app import ROAD, app
from tidings.cli.flows import run_flow
from tidings.cli.talk import progress, put_json, say
from tidings.errors import ErrorCode, ProviderError
from tidings.workspace import open_workspace

_WHERE: dict[ErrorCode, str] = {
    ProviderError.Code.REFUSED_US: "look-up: docs/operations.md, provider.refused_us",
    ProviderError.Code.OUT_OF_REACH: "look-up",
}


@app.command(group=ROAD, sort_key=3.5)
def look_up(*, json: bool = False) -> None:
    """Ask Twilio what kind of lines the telephones are that plans are about to use; whoever it matters for is planned anew.

    It tells Twilio these numbers before any notice does. So it is off, unless the incident switches it on ([lookup]).

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        delivery.line_lookup(ws).close()  # only a code comes out of a flow: here it says which setting it lacks
        try:
            with progress("look-up", lambda: contacts.looked_up(ws)):
                counts = run_flow("look_up")
        except ProviderError as error:
            raise ProviderError(error.code, _WHERE.get(error.code, error.where)) from None
    if json:
        put_json(counts)
        return
    text = f"{counts['asked']:,} numbers asked about, {counts['answered']:,} answered"
    if counts["known"]:
        text += f", {counts['known']:,} known already from somebody else"
    if counts["later"]:
        text += f", {counts['later']:,} left for a later run"
    text += f"; {counts['anew']:,} people planned anew: {counts['planned']:,} have a plan, {counts['held']:,} are held"
    say(text)
