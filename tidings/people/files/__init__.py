"""Any file as a stream of rows: CSV, workbooks, JSON, plain or `.age`, from a path or a stream (docs/lists.md).

A format is a file here: `separated`, `workbook`, `json_rows`, `age`. What is common to them: `encodings` makes text of
bytes, `headers` finds the row that names the columns, `rows` leaves out what is nobody's, `limits` says how much is read.
"""

from tidings.people.files.age import Identity, Passphrase, read_identities
from tidings.people.files.opening import open_list
from tidings.people.files.table import Row, Table

__all__ = ["Identity", "Passphrase", "Row", "Table", "open_list", "read_identities"]
