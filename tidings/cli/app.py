"""The command line's frame: one app, its exit codes (0 done, 1 refused, 2 wrong use, 3 out of reach), its errors."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from cyclopts import App, CycloptsError

from tidings.cli.talk import fail
from tidings.errors import REFUSED, WRONG_USE, TidingsError

app = App(
    name="tidings",
    help="Tells people that their personal data was exposed: safely, in their own language, with a record that can be checked.",
    help_format="plaintext",
    version_flags=["--version"],
)


def run(arguments: list[str]) -> int:
    """Runs one command and returns its exit code."""
    try:
        result = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        sys.stderr.write(f"tidings: error: {' '.join(str(error).split())}\ntidings: hint: `tidings --help` lists the commands\n")
        return WRONG_USE
    except TidingsError as error:
        return fail(error)
    except KeyboardInterrupt:
        sys.stderr.write("tidings: stopped; nothing is lost, run the command again to go on\n")
        return 130
    except Exception as error:  # noqa: BLE001 - a library's message may show a value; its class and our line do not
        sys.stderr.write(f"tidings: error: something went wrong that should not [internal.{type(error).__name__}]\n")
        for frame in traceback.extract_tb(error.__traceback__):
            if "tidings" in Path(frame.filename).parts:
                sys.stderr.write(f"tidings:   at {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}\n")
        sys.stderr.write("tidings: hint: nothing was lost; run the command again, and report these lines if it stays\n")
        return REFUSED
    return result if isinstance(result, int) else 0
