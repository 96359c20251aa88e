"""Answers written as `[[column]]` blocks: to look at, or behind an incident's columns.toml, which keeps its every byte."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tidings.people.columns import Rule, parse_columns
from tidings.people.proposal import Choice, Proposal, Proposed, Sure

Answer = tuple[str, Choice]
"""A header, as columns.toml would have it, and what its column is."""


def as_blocks(answers: Iterable[Answer], today: date) -> str:
    """One block for each choice, with all its headers, in the order in which they came; "" for no answers."""
    grouped: dict[Choice, list[str]] = {}
    for header, choice in answers:
        headers = grouped.setdefault(choice, [])
        if header not in headers:
            headers.append(header)
    blocks = [f"# Added {today.isoformat()}, from a list's headers"] if grouped else []
    for choice, headers in grouped.items():
        lines = ["[[column]]" + ("" if choice.field or choice.kind else " # says nothing about a person")]
        lines += [f'field = "{choice.field}"'] if choice.field else []
        lines += [f'kind = "{choice.kind}"'] if choice.kind else []
        # A JSON string is a TOML basic string: headers are cleaned, so there is no control character left in them.
        lines.append(f"headers = [{', '.join(json.dumps(header, ensure_ascii=False) for header in headers)}]")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def proposed_answers(proposal: Proposal) -> list[Answer]:
    """What is proposed, and not asked about, for headers that columns.toml does not have yet."""
    return [(column.name, column.choice) for column in proposal.columns if is_open(column) and column.sure is not Sure.ASKS]


def sure_rules(proposal: Proposal) -> list[Rule]:
    """The rules of which there is no doubt, as if they had been written."""
    sure = [column for column in proposal.columns if is_open(column) and column.sure is Sure.SURE]
    return [Rule(headers=(column.name,), field=column.field, kind=column.kind) for column in sure]


def is_open(column: Proposed) -> bool:
    """Whether a rule could be written for it, and there is none."""
    return bool(column.name) and not column.ruled


def as_draft(proposal: Proposal, today: date) -> str:
    """A proposal as TOML to look at: what is asked about stands in it as comments, to be decided."""
    lines = [as_blocks(proposed_answers(proposal), today)]
    for column in proposal.columns:
        if is_open(column) and column.sure is Sure.ASKS:
            block = as_blocks([(column.name, column.choice)], today).partition("\n\n")[2]
            options = ", ".join(str(choice.field) for choice in column.alternatives if choice.field)
            question = f"# ASKS: {column.why}" + (f". Perhaps {options}" if options else "")
            lines.append("\n".join([question, *(f"# {line}" for line in block.splitlines())]) + "\n")
    return "\n".join(line for line in lines if line)


def append_blocks(folder: Path, blocks: str) -> Path:
    """Writes blocks behind the folder's columns.toml, whole or not at all: what comes out is read before it replaces anything.

    Raises ConfigError BAD_FILE if it would not be a file of reading rules; then nothing has changed.
    """
    file = folder / "columns.toml"
    before = file.read_bytes()
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    joint = b"" if before.endswith(b"\n") or not before else line_end
    after = before + joint + line_end + blocks.encode().replace(b"\n", line_end)
    parse_columns(after, str(file))
    write_whole(file, after, file.stat().st_mode & 0o777)
    return file


def write_whole(file: Path, body: bytes, mode: int = 0o644) -> None:
    """Never half: a file beside it, on disk, then renamed into place."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(mode)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
