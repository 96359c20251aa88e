"""The command line's frame: one app, its exit codes (0 done, 1 refused, 2 wrong use, 3 out of reach), its errors."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path

from cyclopts import App, CycloptsError, Group, Parameter

from tidings.cli.talk import complain, fail, out
from tidings.errors import REFUSED, WRONG_USE, TidingsError

STANDARD_INPUT = "/dev/stdin"
STOPPED, PIPE_CLOSED = 130, 141
"""What a shell says of a program that Ctrl-C, or a reader that had enough, ended."""

# Commands stand in the help in the order in which they are typed.
FIRST = Group("To look around", sort_key=1)
ROAD = Group("The road, in this order", sort_key=2)
LISTS = Group("What lists leave to you", sort_key=3)
SAFETY = Group("Whom to tell how: rules, and what waits for you", sort_key=4)
RECORD = Group("The record", sort_key=5)
KEEPING = Group("Keys, and what they keep", sort_key=6)
SERVERS = Group("What listens", sort_key=7)

PLAIN = Parameter(negative=(), show_default=lambda value: str(value) if value else None)
"""For every option: no `--no-…`, and a default only where it says something."""

app = App(
    name="tidings",
    help="Tells people that their personal data was exposed: safely, in their own language, with a record that can be checked.",
    help_format="plaintext",
    version_flags=["--version"],
    console=out,
    default_parameter=PLAIN,
    suppress_keyboard_interrupt=False,  # `run` says that nothing is lost
)
app["--help"].group = app["--version"].group = Group("Besides", sort_key=8)


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit code. Whatever goes wrong, nothing but our own words is printed."""
    try:
        typed = [STANDARD_INPUT if one == "-" else one for one in arguments]  # cyclopts takes a lone hyphen for an option
        result = app(typed, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        command = " ".join(["tidings", *(error.command_chain or ())])
        complain(" ".join(str(error).split()), f"`{command} --help` says what it takes")
        return WRONG_USE
    except TidingsError as error:
        return fail(error)
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        # `tidings … | head`: there is nobody left to tell, and Python must not complain at its end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        return _stopped() if _by_ctrl_c(error) else _refused_by_system(error)
    except Exception as error:  # noqa: BLE001 - a library's message may show a value; its class and our line do not
        return _stopped() if _by_ctrl_c(error) else _unforeseen(error)
    return result if isinstance(result, int) else 0


def _stopped() -> int:
    sys.stderr.write("tidings: stopped; nothing is lost, run the command again to go on\n")
    return STOPPED


def _by_ctrl_c(error: BaseException | None) -> bool:
    """Ctrl-C ends Prefect's temporary server too, and what Prefect then says of that hides the KeyboardInterrupt."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _refused_by_system(error: OSError) -> int:
    """No right to a file, no such folder, a full disk, a port that is taken: the system's fixed words, and the file."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    place = f" ({error.filename})" if isinstance(error.filename, str) else ""
    words = os.strerror(error.errno).lower() if error.errno else "the system refused"
    complain(f"{words}{place} [system.{name}]", "mend that, then run the command again: nothing was lost")
    return REFUSED


def _unforeseen(error: Exception) -> int:
    complain(f"something went wrong that should not [internal.{type(error).__name__}]")
    for frame in traceback.extract_tb(error.__traceback__):
        if "tidings" in Path(frame.filename).parts:
            sys.stderr.write(f"tidings:   at {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}\n")
    sys.stderr.write("tidings: hint: nothing was lost; run the command again, and report these lines if it stays\n")
    return REFUSED
