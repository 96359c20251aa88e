"""Stewardship: what becomes of data and keys over an incident's life. New keys, erasure, the close, copies."""

from tidings.stewardship.backup import back_up
from tidings.stewardship.close import close_incident, end_due, end_retention, is_closed
from tidings.stewardship.erasure import begin_erasure, erase, finish_erasures, pending_erasures
from tidings.stewardship.keys import note_rotation, rotate
from tidings.stewardship.reseal import begin_reseal, end_reseal, reseal_batch, reseal_batches, reseal_refused
from tidings.stewardship.restore import restore
from tidings.stewardship.retention import erase_due, erase_due_batches

__all__ = [
    "back_up",
    "begin_erasure",
    "begin_reseal",
    "close_incident",
    "end_due",
    "end_reseal",
    "end_retention",
    "erase",
    "erase_due",
    "erase_due_batches",
    "finish_erasures",
    "is_closed",
    "note_rotation",
    "pending_erasures",
    "reseal_batch",
    "reseal_batches",
    "reseal_refused",
    "restore",
    "rotate",
]
