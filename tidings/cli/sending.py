"""`tidings resolve`, `notify`, `reconcile` and `letters`: from plans to notices, and to what is known of them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from tidings import contacts, delivery
from tidings.channels.interface import UNREACHABLE
from tidings.cli.app import ROAD, app
from tidings.cli.coverage import summary
from tidings.cli.flows import run_flow
from tidings.cli.talk import asked_reason, hour_in_words, progress, put_json, say
from tidings.errors import ProviderError
from tidings.model import AttemptState
from tidings.notices import Composer
from tidings.store.tables import attempts, persons
from tidings.workspace import Workspace, open_workspace


@app.command(group=ROAD, sort_key=3)
def resolve(*, json: bool = False) -> None:
    """Make a plan for everybody who has none, or hold them under a rule.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        with progress("resolve", lambda: _planned(ws)):
            counts = run_flow("resolve")
        covered = "" if json else summary(contacts.coverage(ws, languages=False))
    _tell(counts, json, f"{counts['resolved']:,} resolved: {counts['planned']:,} have a plan, {counts['held']:,} are held")
    if covered:
        say(covered)


@app.command(group=ROAD, sort_key=4)
def notify(*, json: bool = False) -> None:
    """Send what is due, and press the letters. Nobody is told twice, however often this runs.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws, progress("notify", lambda: _attempted(ws)):
        composer = Composer.of(ws.incident, ws.incident_folder)
        delivery.refuse_unlawful(ws, composer.catalogs)  # the flow does too, but only its code comes out
        delivery.refuse_unapproved(ws, composer)
        counts = _placed(ws, "notify")
        quiet = delivery.waiting_for_hours(ws)
    text = f"{counts.get('accepted', 0):,} notices accepted by providers, {counts.get('pressed', 0):,} letters ready"
    if counts.get("waiting"):
        text += f", {counts['waiting']:,} letters wait under font.missing: `make fonts`, then notify again"
    text += _also(
        counts,
        temporary="to be tried again later",
        permanent="refused for good",
        blocked="blocked, for a human to look at",
        unknown="unknown: `tidings reconcile` settles them",
    )
    if quiet["waiting"]:
        first = hour_in_words(quiet["until"])
        text += f", {quiet['waiting']:,} wait for a decent hour where their number is: {first} at the earliest"
    if json:
        put_json({**counts, "quiet": quiet["waiting"], "quiet_until": quiet["until"]})
    else:
        say(text)


@app.command(group=ROAD, sort_key=5)
def reconcile(*, json: bool = False) -> None:
    """Settle what is unknown, and bring what happened into the ledger.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace() as ws:
        counts = _placed(ws, "reconcile")
    text = f"{counts['asked']:,} unknown attempts looked into"
    text += _also(
        counts,
        found="found at the provider",
        resend="to be sent again",
        held="held for a human",
        later="put off: the provider is out of reach",
        lost="newly unknown, since a worker died",
    )
    _tell(counts, json, text)


@app.command(group=ROAD, sort_key=6)
def letters(bundle: Path, /, *, recipient: str, reason: str = "") -> None:
    """Write the letters to post that are ready into one encrypted file, for whoever prints and posts them.

    Letters to hand over are not in it: `tidings run-sheets`.

    Wants an officer's key (TIDINGS_OFFICER_KEY, an operator's) and a reason; the ledger says so for each person.

    It is a ZIP of PDFs, encrypted with age: `age --decrypt -i KEY BUNDLE > letters.zip`. Nothing in it lies here in plain text.

    Parameters
    ----------
    bundle
        The file to write; its name should end in .zip.age.
    recipient
        The printer's age public key: age1…
    reason
        Why they are taken out, in a few words: sealed with each person, and committed to in the ledger. Others on this machine
        can see an argument, so name nobody in it; left out, it is asked for.

    """
    with open_workspace() as ws:
        count = delivery.write_bundle(ws, bundle, recipient, reason or asked_reason())
    say(f"{count:,} letters in {bundle}")


def _placed(ws: Workspace, flow: str) -> dict[str, int]:
    """Runs a flow that calls providers. Only a code comes out of a flow: which provider or setting it was is found again here."""
    try:
        return run_flow(flow)
    except ProviderError as error:
        failed = error
    if failed.code is ProviderError.Code.NOT_CONFIGURED:
        for make in delivery.MAKERS.values():
            make(ws).close()  # says which setting it lacks
    raise ProviderError(failed.code, _codes(ws, failed.code is ProviderError.Code.OUT_OF_REACH) or failed.where)


def _codes(ws: Workspace, unreachable: bool) -> str:
    """Why attempts that are due were not taken: `sms: twilio.20003`."""
    with ws.store.reading() as connection:
        why = (
            attempts.c.code == UNREACHABLE if unreachable else attempts.c.code.not_in(["", UNREACHABLE, *delivery.NOBODY_CALLED])
        )
        wanted = select(attempts.c.channel, attempts.c.code).where(attempts.c.state == AttemptState.PLANNED, why).distinct()
        return ", ".join(f"{channel}: {code}" for channel, code in connection.execute(wanted.order_by(attempts.c.channel)))


def _tell(counts: dict[str, int], json: bool, text: str) -> None:
    if json:
        put_json(counts)
    else:
        say(text)


def _also(counts: dict[str, int], **names: str) -> str:
    return "".join(f", {counts[name]:,} {words}" for name, words in names.items() if counts.get(name))


def _planned(ws: Workspace) -> tuple[int, int]:
    with ws.store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(persons)) or 0
        done = connection.scalar(select(func.count()).where(persons.c.planned_revision == persons.c.revision)) or 0
    return done, total


def _attempted(ws: Workspace) -> tuple[int, int]:
    with ws.store.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(attempts)) or 0
        waiting = select(func.count()).where(attempts.c.state.in_([AttemptState.PLANNED, AttemptState.SENDING]))
        return total - (connection.scalar(waiting) or 0), total
