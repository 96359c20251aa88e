"""Draws docs/demo.svg from what a terminal showed at the end of a real `tidings demo`, but for its own folder and time:

tmux new-session -d -s demo -x 112 -y 100 '.venv/bin/tidings demo; sleep 600'   # and wait until it has ended
tmux capture-pane -e -p -S -200 -t demo | .venv/bin/python docs/picture.py > docs/demo.svg
"""

from __future__ import annotations

import re
import sys

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

LETTER = 12.2  # the width that rich gives each
BEGIN, END = "$ tidings status", "root "
ALT = "The end of tidings demo: where everybody stands, what waits for a human and why, and the ledger's verification."


def main() -> None:
    lines = sys.stdin.read().rstrip().splitlines()
    plain = [Text.from_ansi(line).plain for line in lines]
    begin = next(at for at, line in enumerate(plain) if BEGIN in line)
    end = next(at for at, line in enumerate(plain) if at > begin and line.startswith(END))
    shown = lines[begin : end + 1]
    width = max(len(Text.from_ansi(line).plain.rstrip()) for line in shown)
    with open("/dev/null", "w") as nowhere:  # noqa: PTH123 - what is recorded is also written, and stdout is the picture's
        console = Console(record=True, width=width, file=nowhere, force_terminal=True, highlight=False)
        for line in shown:
            text = Text.from_ansi(line)
            text.rstrip()
            console.print(text, soft_wrap=True)
    # A picture in a README loads nothing from elsewhere: no web fonts. It says what it shows.
    layout = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
        "Fira Code, monospace", "monospace"
    )
    layout = layout.replace(
        'xmlns="http://www.w3.org/2000/svg">', f'xmlns="http://www.w3.org/2000/svg" role="img"><title>{ALT}</title>'
    )
    picture = console.export_svg(title="make demo", code_format=layout, unique_id="demo")
    sys.stdout.write(re.sub(r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"( [^>]*)>((?:&#160;)+)', _indented, picture) + "\n")


def _indented(found: re.Match[str]) -> str:
    """Some programs drop spaces at the beginning of a text: then it begins further to the right."""
    indent = found[5].count(";") * LETTER
    return f'x="{float(found[1]) + indent:g}" {found[2]} textLength="{max(float(found[3]) - indent, 0):g}"{found[4]}>'


main()
