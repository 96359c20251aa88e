"""Others bear witness to what was published: witnesses cosign the newest checkpoint, an authority stamps its time.

Nothing waits for them. What they gave lies in the ledger itself, so a run that was killed, or that found one of them away,
asks only for what is missing: `checkpoint` and `checkpoints/<size>` get signature lines, `timestamps/<size>.tsr` the time.
"""

from __future__ import annotations

from pathlib import Path

import httpx

from tidings.errors import LedgerError
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.cosignature import Witness, cosignatures
from tidings.ledger.disk import locked, replace
from tidings.ledger.log import HEAD, KEPT
from tidings.ledger.note import Verifier, signature_line
from tidings.ledger.signers import signers
from tidings.ledger.tiles import Tiles, read_file
from tidings.ledger.timestamp import Certificates, read_certificates, request_for, stamp_path, stamped_at, unchecked_time
from tidings.ledger.web import AGENT
from tidings.ledger.witness import WitnessAddress, ask_witness, limited
from tidings.settings import Settings
from tidings.workspace import Workspace

TIMEOUT_SECONDS = 10.0
_LOOKED_BACK = 64
"""Checkpoints in which a witness's last cosignature is looked for; if it is in none the witness says what it saw last."""


def countersign(ws: Workspace, transport: httpx.BaseTransport | None = None) -> tuple[dict[str, int], list[LedgerError]]:
    """Asks everybody whom the settings name for what the newest checkpoint does not have yet.

    Returns {size, cosigned, stamped}: how many cosignatures and time stamps it got now; and what went wrong, one error for each
    who is away or refuses. Raises LedgerError only where the ledger itself is wrong; ConfigError for a bad setting.
    """
    addresses = witness_addresses(ws.settings)
    certificates = timestamp_certificates(ws.settings)
    counts, failed = {"size": 0, "cosigned": 0, "stamped": 0}, []
    note = read_file(ws.ledger_folder, HEAD)
    if note is None:
        return counts, []
    verifiers = [one.verifier for one in signers(ws)]
    counts["size"] = Checkpoint.open(note, verifiers, HEAD).size
    with httpx.Client(timeout=TIMEOUT_SECONDS, headers={"User-Agent": AGENT}, transport=transport) as client:
        for address in addresses:
            try:
                counts["cosigned"] += _cosign(ws.ledger_folder, client, address, verifiers)
            except LedgerError as error:
                failed.append(error)
        if ws.settings.timestamp_url:
            try:
                counts["stamped"] += _stamp(ws.ledger_folder, client, ws.settings.timestamp_url, certificates, verifiers)
            except LedgerError as error:
                failed.append(error)
    return counts, failed


def witness_addresses(settings: Settings) -> list[WitnessAddress]:
    """LedgerError BAD_VKEY, saying which setting, if one cannot be understood."""
    try:
        return [WitnessAddress.parse(one) for one in settings.witnesses]
    except LedgerError as error:
        raise LedgerError(error.code, "TIDINGS_WITNESSES") from None


def timestamp_certificates(settings: Settings) -> Certificates:
    """The authority's, from the file that the settings name; none if they name none."""
    file = settings.timestamp_certificates
    if file is None:
        return []
    try:
        return read_certificates(file.read_bytes(), str(file))
    except OSError:
        raise LedgerError(LedgerError.Code.BAD_CERTIFICATE, str(file)) from None


def _cosign(folder: Path, client: httpx.Client, at: WitnessAddress, verifiers: list[Verifier]) -> int:
    note = read_file(folder, HEAD) or b""
    head = Checkpoint.open(note, verifiers, HEAD)
    kept = read_file(folder, f"{KEPT}/{head.size}") or b""
    there = [found for one in (kept, note) if one for _at, found in cosignatures(one, at.witness)]
    if there:
        line = signature_line(at.witness.name, there[0])
    else:
        old = _last_cosigned(folder, at.witness, head.size)
        line = ask_witness(client, at, note, head.size, old, Tiles(folder, head.size).node)
    _add_line(folder, head, at.witness, line, verifiers)
    return 0 if there else 1


def _add_line(folder: Path, head: Checkpoint, witness: Witness, line: str, verifiers: list[Verifier]) -> None:
    """Puts a witness's line under this checkpoint wherever it stands: one only, since some readers refuse two of one key."""
    with locked(folder):
        for name in (f"{KEPT}/{head.size}", HEAD):
            note = read_file(folder, name)
            if note is None or Checkpoint.open(note, verifiers, name) != head:
                continue  # a newer one was published meanwhile
            if not cosignatures(note, witness, name):
                replace(folder, name, note + line.encode())


def _last_cosigned(folder: Path, witness: Witness, before: int) -> int:
    """The size of the newest kept checkpoint that bears this witness's cosignature; 0 if none of the last ones does."""
    kept = folder / KEPT
    sizes = sorted((int(entry.name) for entry in kept.iterdir()), reverse=True) if kept.is_dir() else []
    for size in [one for one in sizes if one < before][:_LOOKED_BACK]:
        if cosignatures(read_file(folder, f"{KEPT}/{size}") or b"", witness):
            return size
    return 0


def _stamp(folder: Path, client: httpx.Client, url: str, certificates: Certificates, verifiers: list[Verifier]) -> int:
    note = read_file(folder, HEAD) or b""
    head = Checkpoint.open(note, verifiers, HEAD)
    name = stamp_path(head.size)
    if read_file(folder, name) is not None:
        return 0
    asked = request_for(head.text)
    try:
        headers = {"Content-Type": "application/timestamp-query"}
        with client.stream("POST", url, content=asked.as_bytes(), headers=headers) as answer:
            body = limited(answer, "time stamp")
            if answer.status_code != httpx.codes.OK:
                raise LedgerError(LedgerError.Code.OUT_OF_REACH, f"time stamp, status {answer.status_code}")
    except (httpx.HTTPError, httpx.InvalidURL):
        raise LedgerError(LedgerError.Code.OUT_OF_REACH, "time stamp") from None
    if certificates:
        stamped_at(body, head.text, certificates, asked, "time stamp")
    else:
        unchecked_time(body, asked, "time stamp")
    with locked(folder):
        replace(folder, name, body)
    return 1
