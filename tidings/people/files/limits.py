"""How much of anything is read before a list is refused: whoever made the file may have meant harm."""

CELL = 128 << 10
"""Characters of one cell (the csv module's own default)."""
ROW = 4 << 20
"""Bytes of one row, its line breaks counted, and of one JSON object."""
COLUMNS = 4096
HEAD = 100
"""Rows among which the header is looked for: titles, an address and a disclaimer fit above it."""
BLOCK = 256 << 10
"""Bytes read at a time."""
SAMPLE = 64 << 10
"""Bytes looked at to tell the format, the encoding and the delimiter."""

JSON_FIRST = 1000
"""Objects of a stream whose keys make the header; a file is looked through to its end."""
JSON_DEPTH = 16
"""Objects in objects: a person's record has three or four."""

AGE_PASSPHRASE = 64 << 20
"""Bytes of an `.age` file under a passphrase: pyrage opens these only as a whole."""
PIPE = 4
"""Blocks of an opened `.age` file that wait for the reader."""

WORKBOOK = 64 << 20
"""Bytes of a workbook as it lies on the disk."""
UNPACKED = 1 << 30
"""Bytes that a workbook's parts may declare to be when unpacked."""
RATIO = 200
"""Unpacked to packed bytes. Sheets of people reach 5 to 30; a bomb reaches 1,000. Not asked below 16 MiB unpacked."""
ENTRIES = 10_000
"""Parts of a workbook."""
WORKBOOK_MEMORY = 2 << 30
"""Bytes of address space that the process which reads a workbook may have: a sheet is held whole. Two cells at the far
corners of an empty sheet would ask for terabytes."""
WORKBOOK_SECONDS = 120
"""Seconds of processor time that it may take."""
