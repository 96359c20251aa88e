"""The states of a list and of its batches, and how many rows a batch has."""

from __future__ import annotations

BATCH_ROWS = 500

REGISTERED = "registered"
"""A list whose rows are being staged."""
STAGED = "staged"
"""A list, or a batch of it, whose rows lie sealed and are no persons yet."""
PARKED = "parked"
"""A batch of which only rows without a reference number are left: they come when everybody with a number is known."""
DONE = "done"
