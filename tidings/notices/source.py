"""A Fluent file as it stands on disk: its messages, the line that each is on, what each takes, and what it hashes to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast

from tidings.errors import NoticeError

HASH_DIGITS = 12
"""Of SHA-256, in hex: enough to see that a sentence changed. What officers sign is hashed whole."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message. `text` is its source without comments, `takes` the names of its values, `line` where its name stands,
    `fingerprint` what a state remembers of the text.
    """

    name: str
    line: int
    text: str
    takes: frozenset[str]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's messages in their order. `junk` are the lines that are not Fluent, `twice` those that repeat a name."""

    path: Path
    content: str
    resource: ast.Resource
    sentences: dict[str, Sentence]
    junk: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()

    @property
    def language(self) -> str:
        return self.path.stem


def read_source(path: Path) -> SourceFile:
    """Reads a file. Raises NoticeError BAD_MESSAGE where it is not UTF-8."""
    try:
        return parse(path, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise NoticeError(NoticeError.Code.BAD_MESSAGE, path.name) from None


def parse(path: Path, content: str) -> SourceFile:
    return replace(_parsed(content), path=path)


@lru_cache(maxsize=256)
def _parsed(content: str) -> SourceFile:
    """The parser goes letter by letter, and thirty languages take it seconds: each content is parsed once a process."""
    resource = FluentParser().parse(content)
    sentences: dict[str, Sentence] = {}
    junk, twice = [], []
    serializer = FluentSerializer()
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            junk.append(_line(content, entry))
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        line = _line(content, entry.id)
        if entry.id.name in sentences:
            twice.append(line)
        entry.comment = None
        text = serializer.serialize_entry(entry)
        fingerprint = hashlib.sha256(text.encode()).hexdigest()[:HASH_DIGITS]
        sentences[entry.id.name] = Sentence(entry.id.name, line, text, frozenset(_takes(entry)), fingerprint)
    return SourceFile(Path(), content, resource, sentences, tuple(junk), tuple(twice))


def _line(content: str, node: ast.SyntaxNode) -> int:
    return content.count("\n", 0, node.span.start if node.span else 0) + 1


def _takes(node: object) -> set[str]:
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return set().union(*map(_takes, node))
    return set().union(*map(_takes, vars(node).values())) if isinstance(node, ast.BaseNode) else set()
