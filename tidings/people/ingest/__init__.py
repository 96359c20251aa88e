"""From a list to sealed people: rows are staged sealed, batch by batch made persons, and the list is closed.

Each step is one durable thing and may be run again: a list is known by the mark of its bytes, a batch by its number, a row
by the mark of its cells, a person by the mark of their reference number. Keys are durable before what they seal.
"""

from tidings.people.ingest.arrivals import row_field
from tidings.people.ingest.closing import finish_list, is_done, settle_pairs
from tidings.people.ingest.deciding import decide_pair, open_pairs
from tidings.people.ingest.intake import ingest_batch, parked_batches, staged_batches
from tidings.people.ingest.rejects import TokenColumns, count_rejects, rejects_workbook, shown_in_workbook
from tidings.people.ingest.rereading import known_batches, lists_with_rejects, reread_batch, reread_rejects
from tidings.people.ingest.staging import take_list

__all__ = [
    "TokenColumns",
    "count_rejects",
    "decide_pair",
    "finish_list",
    "ingest_batch",
    "is_done",
    "known_batches",
    "lists_with_rejects",
    "open_pairs",
    "parked_batches",
    "rejects_workbook",
    "reread_batch",
    "reread_rejects",
    "row_field",
    "settle_pairs",
    "shown_in_workbook",
    "staged_batches",
    "take_list",
]
