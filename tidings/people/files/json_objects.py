"""Objects out of JSON: one a line (JSON Lines), or an array of them (RFC 8259), in a stream.

json's `raw_decode` reads one value and says where it ended, so both forms, and objects written over several lines, are
one: values with white space, commas and one pair of brackets around them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from tidings.errors import ListError
from tidings.people.files.limits import JSON_DEPTH, ROW
from tidings.people.files.workbook_child import number_text

_BEGINS = re.compile(r'\s*(?:\[\s*[{\]]|\{\s*["}])')
_BETWEEN = re.compile(r"[\s,]*")


class JsonObject(list[tuple[str, Any]]):
    """An object as its pairs: a key that stands twice in it has two values, and neither is lost."""


class JsonFault(Exception):
    """What is wrong at a line: the row's number is known only where rows are counted."""

    def __init__(self, line: int, code: ListError.Code = ListError.Code.BAD_JSON) -> None:
        super().__init__(code, line)
        self.code, self.line = code, line


def is_json(head: str) -> bool:
    """Whether a text begins like a list of objects and not like a CSV file whose first column is called `[name]`."""
    return _BEGINS.match(head) is not None


def objects(blocks: Iterator[str]) -> Iterator[tuple[int, JsonObject]]:
    """Each object with the line on which it begins.

    Numbers stay as they were written (a phone number has no rounding). Raises JsonFault, and what the blocks raise.
    """
    decode = json.JSONDecoder(
        object_pairs_hook=JsonObject, parse_int=str, parse_float=_number, parse_constant=lambda _: None, strict=False
    ).raw_decode
    text, at, line, brackets = "", 0, 1, 0
    while True:
        between = _BETWEEN.match(text, at)
        end = between.end() if between else at
        line += text.count("\n", at, end)
        at = end
        if at == len(text):
            text, at = next(blocks, ""), 0
            if not text:
                if brackets == 1:  # cut off: there may have been more people
                    raise JsonFault(line)
                return
            continue
        mark = text[at]
        if (mark, brackets) in (("[", 0), ("]", 1)):
            brackets += 1
            at += 1
            continue
        if mark != "{" or brackets == 2:
            raise JsonFault(line)
        try:
            value, end = decode(text, at)
        except RecursionError:
            raise JsonFault(line) from None
        except ValueError:
            more = next(blocks, "")
            if not more or len(text) - at > ROW:
                raise JsonFault(line) from None
            text, at = text[at:] + more, 0
            continue
        if end - at > ROW:
            raise JsonFault(line, ListError.Code.TOO_LONG)
        yield line, value
        line += text.count("\n", at, end)
        at = end


def columns_of(found: JsonObject, knows: Callable[[str], bool]) -> dict[str, str]:
    """Its values as cells by column: `{"phones": ["1", "2"]}` is one cell, `1; 2`; null is an empty one.

    In an object inside, a value has a column of its own where that column is known (`attorney`: `phone` is `attorney
    phone`); else it stands with the others in the outer one, `1; 2`. Raises ListError BAD_JSON if it is nested too deeply.
    """
    cells: dict[str, list[str]] = {}
    _spread(cells, "", found, knows, JSON_DEPTH)
    return {name: "; ".join(filter(None, texts)) for name, texts in cells.items()}


def _spread(cells: dict[str, list[str]], name: str, value: Any, knows: Callable[[str], bool], depth: int) -> None:
    if not depth:
        raise ListError(ListError.Code.BAD_JSON)
    if isinstance(value, JsonObject):
        for key, inner in value:
            longer = f"{name} {key}"
            _spread(cells, key if not name else longer if knows(longer) else name, inner, knows, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _spread(cells, name, inner, knows, depth - 1)
        cells.setdefault(name, [])
    else:
        text = ("TRUE" if value else "FALSE") if isinstance(value, bool) else value or ""
        cells.setdefault(name, []).append(text)


def _number(text: str) -> str:
    if "e" in text or "E" in text:
        return number_text(float(text))
    return text.rstrip("0").rstrip(".")
