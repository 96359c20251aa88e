"""One command at a real terminal, where an officer types: what it showed stays in memory, for it may be about people."""

import os
import pty
import subprocess
import sys

COMMAND_SECONDS = 120


def at_a_terminal(place, *arguments, typed=(), **environment):
    """Runs a command of this place with `typed` typed in beforehand, line by line; gives its exit code, and what was shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tidings", *map(str, arguments)],
        cwd=place.folder,
        env={**place.environment, "TERM": "dumb", "COLUMNS": "100", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    os.write(ours, "".join(f"{line}\n" for line in typed).encode())
    shown = b"".join(_until_closed(ours))
    os.close(ours)
    return process.wait(COMMAND_SECONDS), shown.decode()


def _until_closed(terminal):
    while True:
        try:
            data = os.read(terminal, 65_536)
        except OSError:  # Linux's word for a terminal that nobody holds open any more
            return
        if not data:
            return
        yield data
