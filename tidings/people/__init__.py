"""Stage one: a list of affected people is read, row by row, into records. Nothing here stores, sends or logs anything."""

from tidings.people.columns import Columns, load_columns
from tidings.people.dry_run import write_dry_run
from tidings.people.reader import Reader
from tidings.people.table import Table, read_rows

__all__ = ["Columns", "Reader", "Table", "load_columns", "read_rows", "write_dry_run"]
