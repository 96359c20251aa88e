"""Run by test_canary.py as a process: makes every stage fail while it holds personal data, in every way an error can be made.

Arguments: a JSON list of marked values, and a list to ingest. Prefect is left as a worker has it (it logs to its server,
at DEBUG, and is told to keep results): nothing here is quieter than the worst that an operator may choose. Prints what
came out of each failure as JSON: {name: what}.
"""

import asyncio
import contextlib
import json
import sys
import time
from functools import partial
from pathlib import Path
from unittest import mock

import prefect
from httpx import HTTPStatusError
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.utilities.callables import parameter_schema
from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError

import flows.erase
import flows.ingest
import flows.integrate
import flows.look_up
import flows.notify
import flows.reconcile
import flows.reread
import flows.reseal
import flows.resolve
import tasks.ingest
import tasks.integrate
import tasks.look_up
import tasks.notify
import tasks.reconcile
import tasks.reread
import tasks.resolve
import tasks.stewardship
from tidings import contacts, delivery, ledger, stewardship
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_lookup import TwilioLookup
from tidings.channels.twilio_sms import TwilioSms
from tidings.cli import run
from tidings.contacts import resolve as resolving
from tidings.errors import ListError, StageFailed
from tidings.ledger.log import Log
from tidings.notices import LetterPress
from tidings.people import ingest as ingesting
from tidings.people.reader import Reader
from tidings.vault import Vault
from tidings.workspace import open_workspace

CONTROL = "Vantrölska"
"""What an unsealed flow leaks, so that the search is known to see what Prefect keeps."""

INGEST = {
    "staged-batches": (ingesting, "staged_batches"),
    "ingest-batches": (Reader, "read_cleaned"),
    "parked-batches": (ingesting, "parked_batches"),
    "finish-list": (Vault, "destroy"),
    "integrate-entries": (Log, "publish"),
}
REREAD = {
    "known-batches": (ingesting, "known_batches"),
    "reread-batch": (Reader, "read_cleaned"),
    "reread-rejects": (ingesting, "lists_with_rejects"),
    "settle-pairs": (ingesting, "settle_pairs"),
}
RESOLVE = {
    "adopt-rules": (contacts, "adopt_rules"),
    "unplanned-batches": (contacts, "unplanned_batches"),
    "resolve-batch": (resolving, "plan"),
}
LOOK_UP = {"look-up-batches": (contacts, "look_up_batches"), "look-up-batch": (TwilioLookup, "look_up")}
NOTIFY = {
    "refuse-unfit": (delivery, "refuse_unapproved"),
    "check-plans": (contacts, "check_rules"),
    "close-enrolment": (delivery, "close_enrolment"),
    "due-batches": (delivery, "due_batches"),
    "make-due": (delivery, "make_due"),
    "letter-batches": (delivery, "letter_batches"),
}
HAND_OVER = {
    "press-letters": (LetterPress, "press"),
    "send-notices by SMS": (TwilioSms, "send"),
    "send-notices by e-mail": (SendGridEmail, "send"),
}
RECONCILE = {"give-up-lost-claims": (delivery, "give_up_lost_claims"), "settle-unknown": (TwilioSms, "find")}
INTEGRATE = {"countersign-checkpoint": (ledger, "countersign")}
RESEAL = {
    "begin-reseal": (Vault, "begin_new_keys"),
    "reseal-batches": (stewardship, "reseal_batches"),
    "reseal-refused": (stewardship, "reseal_refused"),
    "reseal-batch": (Vault, "sealed_anew"),
    "end-reseal": (Vault, "end_new_keys"),
}
ERASE = {
    "erase-due-batches": (stewardship, "erase_due_batches"),
    "erase-due": (Vault, "destroy_all"),
    "end-retention": (stewardship, "end_retention"),
}
"""By task: what fails inside it, as deep as there is something personal at hand."""


class Panic(BaseException):
    """As a Rust library's panic arrives in Python: no Exception."""


class Unpicklable(Exception):
    def __reduce__(self):
        raise TypeError(*self.args)


def errors(marked):
    text = ", ".join(marked)
    noted = ValueError(text, *marked)
    noted.add_note(text)
    return {
        "noted": noted,
        "key": KeyError(marked[0]),
        "file": FileNotFoundError(2, text, f"/nowhere/{marked[0]}"),
        "unicode": UnicodeEncodeError("ascii", text, 0, 1, text),
        "statement": IntegrityError(f"INSERT {text}", {"name": text}, ValueError(text)),
        "validation": validation(text),
        "group": ExceptionGroup(text, [ValueError(text), KeyError(text)]),
        "unpicklable": Unpicklable(text),
        "coded": ListError(ListError.Code.TOO_LONG, text, hint=text),
        "class": type("Strange", (RuntimeError,), {"__str__": lambda self: text, "__repr__": lambda self: text})(text),
        "panic": Panic(text),
        "exit": SystemExit(text),
        "cancelled": asyncio.CancelledError(text),
        "interrupt": KeyboardInterrupt(),
    }


def validation(text):
    try:
        TypeAdapter(int).validate_python(text)
    except ValueError as error:
        return error


def failing(error, marked, *arguments, **options):
    """In place of a function of ours: `arguments` are what it was given, records and contacts among them."""
    in_a_local = {value: value for value in marked}
    try:
        in_a_local[f"nobody: {marked[1]}"]
    except KeyError:
        raise error  # noqa: B904 - the worst case: another error hangs on it, and a message on that


def what_came_out(start):
    """The outcome as it may be shown. Its text is printed as it is: the canary searches that too."""
    try:
        return f"done: {start()}"
    except StageFailed as failed:
        hanging = [failed.__cause__, failed.__context__] != [None, None]
        return f"{failed.code}{' with another error on it' if hanging else ''}"
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what came out
        return f"not sealed: {type(error).__name__}: {error}"


def poison(found, flow, places, marked, kinds):
    """Runs the flow once for each place, with the errors in turn, and then once more as it should run."""
    for (name, (owner, attribute)), kind in zip(places.items(), kinds, strict=False):
        with mock.patch.object(owner, attribute, partial(failing, errors(marked)[kind], marked)):
            found[f"task {name}"] = what_came_out(flow)


def poison_together(found, name, flow, places, marked, kinds):
    """As `poison`, for what one run does side by side."""
    with contextlib.ExitStack() as stack:
        for (owner, attribute), kind in zip(places.values(), kinds, strict=False):
            stack.enter_context(mock.patch.object(owner, attribute, partial(failing, errors(marked)[kind], marked)))
        found[name] = what_came_out(flow)


def all_ways(found, flow, owner, attribute, marked):
    for kind, error in errors(marked).items():
        with mock.patch.object(owner, attribute, partial(failing, error, marked)):
            found[f"error {kind}"] = what_came_out(flow)


def flows_themselves(found, list_id, marked):
    """Not a task fails but the flow's own body."""
    bodies = {
        "ingest": (partial(flows.ingest.ingest, list_id), flows.ingest, "staged_batches"),
        "resolve": (flows.resolve.resolve, flows.resolve, "unplanned_batches"),
        "notify": (flows.notify.notify, flows.notify, "due_batches"),
        "reconcile": (flows.reconcile.reconcile, flows.reconcile, "give_up_lost_claims"),
        "integrate": (flows.integrate.integrate, flows.integrate, "integrate_entries"),
    }
    for (name, (flow, owner, attribute)), kind in zip(bodies.items(), errors(marked), strict=False):
        with mock.patch.object(owner, attribute, partial(failing, errors(marked)[kind], marked)):
            found[f"flow {name}"] = what_came_out(flow)


def bad_parameters(found, marked):
    name = marked[0]
    calls = {
        "a name for an id": lambda: flows.ingest.ingest(name),
        "by keyword": lambda: flows.ingest.ingest(list_id=name),
        "one too many": lambda: flows.ingest.ingest(1, name),
        "an unknown keyword": lambda: flows.ingest.ingest(1, **{name: name}),
        "a list": lambda: flows.ingest.ingest([name]),
        "where there are none": lambda: flows.notify.notify(name),
        "an unknown keyword where there are none": lambda: flows.resolve.resolve(name=name),
    }
    for title, call in calls.items():
        found[f"parameter {title}"] = what_came_out(call)


def bad_deployment_run(found, marked):
    """As somebody with access to Prefect's server starts a deployment; an unknown parameter Prefect keeps, whatever we say."""
    flow = flows.ingest.ingest
    with get_client(sync_client=True) as client:
        made = client.create_deployment(
            client.create_flow(flow),
            "canary",
            enforce_parameter_schema=True,
            parameter_openapi_schema=parameter_schema(flow).model_dump_for_openapi(),  # as `prefect deploy` makes it
        )
        try:
            client.create_flow_run_from_deployment(made, parameters={"list_id": marked[0]})
        except HTTPStatusError as refused:
            found["deployment run with a name for an id"] = refused.response.status_code


def control():
    """An unsealed flow that fails as ours do: Prefect keeps what it said."""

    @prefect.flow
    def leaky(name: str) -> None:
        raise ValueError(name)

    with contextlib.suppress(ValueError):
        leaky(CONTROL)


def at_the_end(found, marked, kinds):
    """The incident is closed, and its retention over at once: everybody is erased, and then the incident key."""
    incident = Path("config/incidents/example/incident.toml")
    before = incident.read_text(encoding="utf-8")
    incident.write_text(before + "\n[retention]\nafter_close_days = 0\n", encoding="utf-8")
    try:
        run(["close", "--anyway"])
        poison(found, flows.erase.erase, ERASE, marked, kinds)
        found["done erase"] = what_came_out(flows.erase.erase)
    finally:
        incident.write_text(before, encoding="utf-8")


def main(marked, file):
    found = {}
    kinds = ["noted", "statement", "validation", "unicode", "class", "file", "group"]
    run(["init", "example"])
    ws = open_workspace()
    list_id = ingesting.take_list(ws, file)
    ws.close()
    ingest = partial(flows.ingest.ingest, list_id)
    poison(found, ingest, INGEST, marked, kinds)
    found["done ingest"] = what_came_out(ingest)
    poison(found, flows.reread.reread, REREAD, marked, kinds)
    found["done reread"] = what_came_out(flows.reread.reread)
    all_ways(found, flows.resolve.resolve, resolving, "plan", marked)
    poison(found, flows.resolve.resolve, RESOLVE, marked, kinds)
    found["done resolve"] = what_came_out(flows.resolve.resolve)
    poison(found, flows.look_up.look_up, LOOK_UP, marked, kinds)
    found["done look-up"] = what_came_out(flows.look_up.look_up)
    poison(found, flows.notify.notify, NOTIFY, marked, kinds)
    poison_together(found, "task press-letters, send-notices", flows.notify.notify, HAND_OVER, marked, kinds)
    # The lease of what was being sent when its adapter failed is one second. The provider is asked after two leases, which
    # are counted in whole seconds: up to one more on either side.
    lost = time.monotonic() + 4
    bad_parameters(found, marked)
    bad_deployment_run(found, marked)
    flows_themselves(found, list_id, marked)
    control()
    while time.monotonic() < lost:
        time.sleep(0.05)
    poison(found, flows.reconcile.reconcile, RECONCILE, marked, kinds)
    found["done reconcile"] = what_came_out(flows.reconcile.reconcile)
    poison(found, flows.integrate.integrate, INTEGRATE, marked, kinds)
    found["done integrate"] = what_came_out(flows.integrate.integrate)
    found["done notify"] = what_came_out(flows.notify.notify)
    poison(found, flows.reseal.reseal, RESEAL, marked, kinds)
    found["done reseal"] = what_came_out(flows.reseal.reseal)
    at_the_end(found, marked, kinds)
    modules = (
        tasks.ingest,
        tasks.integrate,
        tasks.look_up,
        tasks.notify,
        tasks.reconcile,
        tasks.reread,
        tasks.resolve,
        tasks.stewardship,
    )
    known = {thing.name for module in modules for thing in vars(module).values() if isinstance(thing, prefect.Task)}
    poisoned = {
        name.partition(" ")[0]
        for name in (INGEST | REREAD | RESOLVE | LOOK_UP | NOTIFY | HAND_OVER | RECONCILE | INTEGRATE | RESEAL | ERASE)
    }
    found["tasks that were not made to fail"] = sorted(known - poisoned)
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    # The end of each flow waits up to a second for its heartbeat to notice.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
