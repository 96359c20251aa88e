"""Lists of any length for benchmarks and kill tests: the sample's rows again and again, each time other people's.

Damage stays as it is in the sample. What tells people apart is new each round: reference number, birth date, a part of the
name, the last digits of telephone numbers, the local part of e-mail addresses.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "config" / "incidents" / "example" / "affected_persons.csv"
_LAST_DIGITS = re.compile(r"(?<=555[-. ]01)\d\d|(?<=55501)\d\d")
_SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu la le li lo lu ma me mi mo mu na ne ni no nu".split()  # noqa: SIM905


def write_list(file: Path, length: int) -> Path:
    """A list of `length` rows; the first 6,252 are the sample."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        for row in islice(_rows(), length + 1):
            writer.writerow(row)
    return file


def _rows() -> Iterator[list[str]]:
    with SAMPLE.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    yield header
    yield from rows
    at = {name: header.index(name) for name in ("a_number", "last_name", "date_of_birth", "phone", "phone_alt", "email")}
    first = {_other_reference(row[at["a_number"]], 0): i for i, row in reversed(list(enumerate(rows)))}
    for turn in count(1):
        for row in rows:
            other = list(row)
            other[at["a_number"]] = _other_reference(row[at["a_number"]], turn)
            other[at["last_name"]] = f"{row[at['last_name']]} {_word(turn)}"
            born_with = first[_other_reference(row[at["a_number"]], 0)] + turn * 1009
            other[at["date_of_birth"]] = rows[born_with % len(rows)][at["date_of_birth"]]
            for name in ("phone", "phone_alt"):
                other[at[name]] = _LAST_DIGITS.sub(partial(_other_digits, turn), row[at[name]])
            other[at["email"]] = row[at["email"]].replace("@", f"{turn}@", 1)
            yield other


def _other_digits(turn: int, match: re.Match[str]) -> str:
    return f"{(int(match.group()) + turn) % 100:02}"


def _other_reference(reference: str, turn: int) -> str:
    """The same person's rows keep one number; nine digits, so that none of it is filled up or cut."""
    digits = re.sub(r"\D", "", reference)[-9:].zfill(9)
    return f"A{(int(digits) + turn * 104_729_003) % 999_999_937 + 1:09}"


def _word(turn: int) -> str:
    word = ""
    while turn:
        turn, part = divmod(turn, len(_SYLLABLES))
        word += _SYLLABLES[part]
    return word.capitalize()
