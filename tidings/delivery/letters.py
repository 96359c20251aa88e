"""Letters: pressed as PDF, sealed with their person's key, and durable before the store says that they are ready.

Nobody outside is called, so a letter needs no `sending`: after a crash it is simply pressed again, under the same name.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, select

from tidings.contacts import LETTERS
from tidings.delivery.claims import JOINED, UNOPENED, Claimed, is_due, kept, load, write
from tidings.delivery.states import Change
from tidings.entry import EntryKind
from tidings.errors import NoticeError
from tidings.model import AttemptId, AttemptState, Channel, Counts, PersonId
from tidings.notices import Composer, LetterPress
from tidings.rules import Rule
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import attempts, persons
from tidings.vault import Sealed, notice_code, sync_folder
from tidings.workspace import Workspace

TOGETHER = 32
"""Letters that are made durable together: as many files are open at once."""
PRESSED = Change(AttemptState.ACCEPTED, "", EntryKind.LETTER_COMPOSED, tried=True)


def letter_batches(ws: Workspace) -> list[int]:
    """Batches of people in which a letter is to be pressed."""
    with ws.store.reading() as connection:
        due = select(attempts.c.person_id).select_from(JOINED).where(is_due(ws, LETTERS))
        return person_batches(connection, persons.c.id.in_(due))


def press_batch(ws: Workspace, batch: int, composer: Composer, press: LetterPress) -> Counts:
    """Presses the due letters of a batch. Returns {pressed, waiting}: those that wait lack a font."""
    counts = Counts(pressed=0, waiting=0)
    with _alone(ws, batch):
        # Within `steady` until the files are there: people may get new keys, and what they have is sealed anew then.
        with ws.vault.steady():
            with ws.store.reading() as connection:
                due = _due(ws, connection, batch)
                claimed = load(ws, connection, due)
            changes = dict.fromkeys(due, UNOPENED) | _press_all(ws, claimed, composer, press)
            sync_folder(ws.letters_folder)
        with ws.store.writing() as connection:
            still_due = _due(ws, connection, batch)  # not those whose record or plan changed meanwhile
            known = kept(connection, changes)
            ready = {attempt: changes[attempt] for attempt in still_due if attempt in changes}
            write(ws, connection, [(known[attempt], change) for attempt, change in ready.items()])
    for change in ready.values():
        if change is not UNOPENED:
            counts["pressed" if change.state is AttemptState.ACCEPTED else "waiting"] += 1
    return counts


def _press_all(ws: Workspace, claimed: Sequence[Claimed], composer: Composer, press: LetterPress) -> dict[AttemptId, Change]:
    """Returns once each file is durable. The disk is waited for while the next letters are pressed."""
    serves = cache(lambda language: composer.catalogs.serves(language, ws.incident) or "")
    changes: dict[AttemptId, Change] = {}
    writing: Future[None] | None = None
    with ThreadPoolExecutor(1) as disk:
        for start in range(0, len(claimed), TOGETHER):
            files: list[tuple[Path, bytes]] = []
            for one in claimed[start : start + TOGETHER]:
                made = _press(ws, one, composer, serves(one.record.language), press)
                if isinstance(made, bytes):
                    sealed = ws.vault.seal(one.person, letter_field(one.attempt), 1, made).data
                    files.append((letter_file(ws, one.attempt), sealed))
                changes[one.attempt] = PRESSED if isinstance(made, bytes) else made
            if writing is not None:
                writing.result()
            writing = disk.submit(_keep, files)
        if writing is not None:
            writing.result()
    return changes


def _due(ws: Workspace, connection: Connection, batch: int) -> list[AttemptId]:
    due = select(attempts.c.id).select_from(JOINED).where(is_due(ws, LETTERS), in_batch(batch)).order_by(persons.c.number)
    return [AttemptId(attempt) for attempt in connection.scalars(due)]


@contextmanager
def _alone(ws: Workspace, batch: int) -> Iterator[None]:
    """Waits while another process presses this batch: it must not write a letter again that is ready by now.

    The lock ends with its holder, however that ends.
    """
    handle = os.open(ws.letters_folder / f".{batch}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def open_letter(ws: Workspace, person: PersonId, attempt: AttemptId) -> bytes:
    """The PDF of a letter that was pressed."""
    sealed = Sealed(letter_file(ws, attempt).read_bytes())
    return ws.vault.open_sealed(person, letter_field(attempt), 1, sealed)


def ready_letters(ws: Workspace) -> Iterator[tuple[PersonId, AttemptId, Channel]]:
    """Every letter that waits to be posted or handed over, in the order of the persons' numbers. One of an earlier version of
    the notice waits no more: the new one takes its place.
    """
    with ws.store.reading() as connection:
        rows = connection.execute(
            select(attempts.c.id, attempts.c.person_id, attempts.c.channel)
            .select_from(JOINED)
            .where(
                attempts.c.version == ws.incident.version,
                attempts.c.channel.in_(LETTERS),
                attempts.c.state == AttemptState.ACCEPTED,
                not_erased(),
            )
            .order_by(persons.c.number)
        ).all()
    for row in rows:
        yield PersonId(row.person_id), AttemptId(row.id), Channel(row.channel)


def _press(ws: Workspace, one: Claimed, composer: Composer, language: str, press: LetterPress) -> bytes | Change:
    """The PDF, or what becomes of a letter that cannot be pressed."""
    today = ws.utc().date()
    try:
        notice = composer.telling(one.told_before).letter(
            one.record, one.carries, language, notice_code(ws.vault, one.person), today
        )
        return press.press(notice, hand=one.channel is Channel.HAND)
    except NoticeError as error:
        if error.code is NoticeError.Code.NO_FONT:
            return Change(AttemptState.PLANNED, Rule.FONT_MISSING.value)
        return Change(AttemptState.BLOCKED, error.code.value, EntryKind.NOTICE_FAILED, tried=True)


def _keep(files: Sequence[tuple[Path, bytes]]) -> None:
    """Returns once they are durable, but for the folder: that is synced once a batch, before any of its letters is said to be
    ready. All are written before any is waited for: then many take the disk less long.
    """
    with ExitStack() as open_files:
        written = []
        for file, data in files:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            stream = open_files.enter_context(os.fdopen(handle, "wb"))
            stream.write(data)
            stream.flush()
            written.append(stream)
        for stream in written:
            os.fsync(stream.fileno())


def letter_file(ws: Workspace, attempt: AttemptId) -> Path:
    return ws.letters_folder / f"{attempt}.sealed"


def letter_field(attempt: AttemptId) -> str:
    return f"letter-{attempt}"
