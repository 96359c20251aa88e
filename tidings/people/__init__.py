"""Stage one: a list of affected people is read, row by row, into records. Nothing here stores, sends or logs anything."""

from tidings.people.columns import Columns, load_columns
from tidings.people.dry_run import write_dry_run
from tidings.people.header_row import knows_header
from tidings.people.proposal import Proposal, Proposed, propose
from tidings.people.reader import Reader
from tidings.people.sample import take_sample
from tidings.people.source import ListSource
from tidings.people.unmapped import check_columns

__all__ = [
    "Columns",
    "ListSource",
    "Proposal",
    "Proposed",
    "Reader",
    "check_columns",
    "knows_header",
    "load_columns",
    "propose",
    "take_sample",
    "write_dry_run",
]
