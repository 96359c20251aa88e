"""Delivery: what is due goes out once, and what became of it is known."""

from tidings.delivery.approving import (
    APPROVES,
    Approved,
    Manifest,
    approval,
    approve,
    changes,
    manifest,
    needed,
    refuse_unapproved,
)
from tidings.delivery.bundle import write_bundle
from tidings.delivery.claims import anything_due, anything_unknown
from tidings.delivery.clocks import clocks
from tidings.delivery.due import close_enrolment, due_batches, make_due
from tidings.delivery.errors import ApprovalError
from tidings.delivery.handover import (
    RunSheets,
    SheetError,
    enter_lines,
    open_lines,
    open_sheets,
    sheet_code,
    write_run_sheets,
)
from tidings.delivery.lawful import law_findings, refuse_unlawful
from tidings.delivery.letters import letter_batches, letter_field, letter_file, open_letter, press_batch, ready_letters
from tidings.delivery.providers import MAKERS, check_channels, line_lookup, without_adapter
from tidings.delivery.receive import receive
from tidings.delivery.reconcile import give_up_lost_claims, settle_some
from tidings.delivery.send import send_some
from tidings.delivery.states import NOBODY_CALLED
from tidings.delivery.status import status, waiting_for_hours

__all__ = [
    "APPROVES",
    "MAKERS",
    "NOBODY_CALLED",
    "ApprovalError",
    "Approved",
    "Manifest",
    "RunSheets",
    "SheetError",
    "anything_due",
    "anything_unknown",
    "approval",
    "approve",
    "changes",
    "check_channels",
    "clocks",
    "close_enrolment",
    "due_batches",
    "enter_lines",
    "give_up_lost_claims",
    "law_findings",
    "letter_batches",
    "letter_field",
    "letter_file",
    "line_lookup",
    "make_due",
    "manifest",
    "needed",
    "open_letter",
    "open_lines",
    "open_sheets",
    "press_batch",
    "ready_letters",
    "receive",
    "refuse_unapproved",
    "refuse_unlawful",
    "send_some",
    "settle_some",
    "sheet_code",
    "status",
    "waiting_for_hours",
    "without_adapter",
    "write_bundle",
    "write_run_sheets",
]
