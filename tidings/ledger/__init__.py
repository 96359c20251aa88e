"""The ledger: an append-only record that an outsider can check without learning who anybody is (C2SP tlog-tiles).

Files and hashes; `integrate` alone knows the database, and gives each entry its place there before `Log.publish`.
"""

from tidings.commitment import commit, opens
from tidings.entry import EntryKind, entry, may_be_recorded
from tidings.ledger.attested import Cosigned, Stamped
from tidings.ledger.audit import Audited, audit
from tidings.ledger.audit_data import audit_as_data, record_as_data
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.copy import copy_ledger
from tidings.ledger.cosignature import Witness
from tidings.ledger.countersign import countersign, timestamp_certificates, witness_addresses
from tidings.ledger.findings import Record, RecordRule
from tidings.ledger.integrator import integrate, published_size
from tidings.ledger.log import Log
from tidings.ledger.note import Signer, Verifier, open_note
from tidings.ledger.proof import prove, verify_proof
from tidings.ledger.rules_of_record import Reading
from tidings.ledger.show import HOUR, Wanted, chosen, published
from tidings.ledger.signers import VKEY, add_signer, destroy_former, incident_of_key, origin, read_vkeys, signer, signers
from tidings.ledger.tiles import Read, in_folder
from tidings.ledger.timestamp import read_certificates
from tidings.ledger.verify import Verified, verify
from tidings.ledger.web import WebLedger

__all__ = [
    "HOUR",
    "VKEY",
    "Audited",
    "Checkpoint",
    "Cosigned",
    "EntryKind",
    "Log",
    "Read",
    "Reading",
    "Record",
    "RecordRule",
    "Signer",
    "Stamped",
    "Verified",
    "Verifier",
    "Wanted",
    "WebLedger",
    "Witness",
    "add_signer",
    "audit",
    "audit_as_data",
    "chosen",
    "commit",
    "copy_ledger",
    "countersign",
    "destroy_former",
    "entry",
    "in_folder",
    "incident_of_key",
    "integrate",
    "may_be_recorded",
    "open_note",
    "opens",
    "origin",
    "prove",
    "published",
    "published_size",
    "read_certificates",
    "read_vkeys",
    "record_as_data",
    "signer",
    "signers",
    "timestamp_certificates",
    "verify",
    "verify_proof",
    "witness_addresses",
]
