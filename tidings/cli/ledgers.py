"""`tidings ledger verify` and `ledger prove`: the record, checked, and one person's part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from cyclopts import App

from tidings import ledger
from tidings.cli.app import PLAIN, RECORD, app
from tidings.cli.audits import tell
from tidings.cli.talk import put, put_json, steps
from tidings.errors import ConfigError, LedgerError, WorkspaceError
from tidings.ledger import VKEY, published_size, signer
from tidings.model import PersonId
from tidings.officers import Officer, load_officers, read_officers
from tidings.settings import Settings, load_settings
from tidings.store.entries import of_person
from tidings.store.people import is_person
from tidings.workspace import incident_folder, open_workspace

ledger_app = App(
    name="ledger",
    help="Check the record, read it, and prove one person's part of it.",
    help_format="plaintext",
    group=RECORD,
    sort_key=2,
    default_parameter=PLAIN,
)
app.command(ledger_app)


@ledger_app.command
def verify(
    folder: str | None = None,
    /,
    *,
    key: list[str] | None = None,
    older: list[Path] | None = None,
    witness: list[str] | None = None,
    authority: Path | None = None,
    officers: Path | None = None,
    deadline: str = "",
    json: bool = False,
) -> None:
    """Recompute a whole ledger, this workspace's or anybody's; check every checkpoint, and the rules of the record.

    Parameters
    ----------
    folder
        A tlog-tiles folder, or its http(s) address: what holds `checkpoint`. By default the workspace's.
    key
        A verifier key, or a file that holds some, one a line. May be given again. By default ledger.vkey beside the folder.
    older
        A checkpoint that you saved before, or a folder of them: the ledger must still begin so. May be given again.
    witness
        A witness's verifier key, or a file that holds some: it must have cosigned. May be given again.
    authority
        The time stamp authority's root certificates (PEM): there must be a time stamp.
    officers
        The incident's officers.toml: what officers signed is checked by the keys in it. By default the workspace's incident's.
    deadline
        Until when everybody was to be told, in UTC: 2026-12-23 or 2026-12-23T17:00.
    json
        Print the result as JSON.

    """
    settings, own = load_settings(), folder is None
    place = folder or str(settings.home / "ledger")
    until, verifiers = _deadline(deadline), _verifiers(place, key)
    with ledger_at(place) as where, steps("verify") as progress:
        found = ledger.audit(
            where,
            verifiers,
            _older(older or []),
            _witnesses(witness or [], settings, own=own),
            _certificates(authority, settings, own=own),
            officers=_officers(officers, settings, verifiers if own else ()),
            wanted=not own or bool(witness or authority),
            deadline=until,
            progress=progress,
        )
    put_json(ledger.audit_as_data(found)) if json else tell(found)
    if found.record is not None and found.record.broken:
        first = found.record.breaches[0]
        raise LedgerError(LedgerError.Code.RECORD_BROKEN, f"{first.rule}, entry {first.index}")


@ledger_app.command
def prove(person: str, /, *, json: bool = False) -> None:
    """Print every entry about one person, each with a proof that the ledger holds it (C2SP tlog-proof).

    Parameters
    ----------
    person
        Their id in this workspace: 26 letters and digits.
    json
        Print one JSON object with all entries and proofs.

    """
    with open_workspace() as ws:
        with ws.store.reading() as connection:
            if not is_person(connection, PersonId(person)):
                raise WorkspaceError(WorkspaceError.Code.NO_SUCH_PERSON)
            places = list(of_person(connection, PersonId(person)))
        size = published_size(ws)
        if any(place is None or place >= size for place, _body in places):
            raise LedgerError(LedgerError.Code.NOT_INTEGRATED)
        proven = [(place, body, ledger.prove(ws.ledger_folder, place)) for place, body in places if place is not None]
        vkey = signer(ws).vkey
    if json:
        entries = [{"index": place, "entry": orjson.loads(body), "proof": proof} for place, body, proof in proven]
        put_json({"person": person, "vkey": vkey, "entries": entries})
        return
    for _place, body, proof in proven:
        put(body.decode())
        put(proof.removesuffix("\n"))  # `put` ends the line


@contextmanager
def ledger_at(place: str) -> Iterator[Path | ledger.Read]:
    """A folder, or what reads files from an address."""
    if place.startswith(("http://", "https://")):
        with ledger.WebLedger(place) as web:
            yield web.read
    else:
        yield Path(place)


def _verifiers(place: str, keys: Sequence[str] | None) -> list[ledger.Verifier]:
    """The keys as given, as the files that were named hold them, or as they lie beside the folder."""
    if keys:
        return verifiers_of(keys)
    if place.startswith(("http://", "https://")):
        raise LedgerError(LedgerError.Code.NO_VKEY, place)
    folder = Path(place)
    file = folder.resolve().parent / VKEY
    if file.is_file():
        return ledger.read_vkeys(_text(str(file)))
    if not (folder / "checkpoint").exists():
        raise LedgerError(LedgerError.Code.NONE, str(folder))
    raise LedgerError(LedgerError.Code.NO_VKEY, str(file))


def verifiers_of(keys: Sequence[str]) -> list[ledger.Verifier]:
    """Verifier keys as they were typed, or as the files that were named hold them. LedgerError BAD_VKEY."""
    return [one for key in keys for one in ledger.read_vkeys(_text(key))]


def _text(given: str) -> str:
    """A key as it was typed, or what the file holds that was named instead."""
    try:
        return Path(given).read_text(encoding="utf-8") if Path(given).is_file() else given
    except (OSError, UnicodeDecodeError):
        raise LedgerError(LedgerError.Code.BAD_VKEY, given) from None


def _witnesses(given: Sequence[str], settings: Settings, *, own: bool) -> list[ledger.Witness]:
    if not given:
        return [one.witness for one in ledger.witness_addresses(settings)] if own else []
    lines = [line.strip() for one in given for line in _text(one).splitlines()]
    return [ledger.Witness.from_vkey(line) for line in lines if line]


def _officers(file: Path | None, settings: Settings, own: Sequence[ledger.Verifier]) -> dict[str, bytes]:
    """Officers' public keys by their ids: of this file, or of the incident that these keys of ours belong to."""
    known: Mapping[str, Officer] = {}
    if file is not None:
        known = read_officers(file)
    elif own and (incident := ledger.incident_of_key(own[0])):
        known = load_officers(incident_folder(settings, incident))
    return {officer.id: officer.key for officer in known.values()}


def _certificates(file: Path | None, settings: Settings, *, own: bool) -> Any:
    if file is None:
        return ledger.timestamp_certificates(settings) if own else []
    return ledger.timestamp_certificates(settings.model_copy(update={"timestamp_certificates": file}))


def _older(given: Sequence[Path]) -> list[bytes]:
    """Checkpoints that somebody saved. LedgerError NONE for a path that is not there."""
    found = []
    for path in given:
        files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
        if not files or not files[0].is_file():
            raise LedgerError(LedgerError.Code.NONE, str(path))
        found += [file.read_bytes() for file in files]
    return found


def _deadline(text: str) -> datetime | None:
    """In UTC, unless it says another offset. A day alone ends with it."""
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigError(ConfigError.Code.BAD_USE, "--deadline", hint="for example 2026-12-23 or 2026-12-23T17:00") from None
    if len(text) == len("2026-12-23"):
        at = at.replace(hour=23, minute=59, second=59)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
