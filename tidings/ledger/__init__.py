"""The ledger: an append-only record that an outsider can check without learning who anybody is (C2SP tlog-tiles).

Files and hashes; `integrate` alone knows the database, and gives each entry its place there before `Log.publish`.
"""

from tidings.commitment import commit, opens
from tidings.entry import EntryKind, entry, may_be_recorded
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.copy import copy_ledger
from tidings.ledger.integrator import integrate, published_size
from tidings.ledger.log import Log
from tidings.ledger.note import Signer, Verifier, open_note
from tidings.ledger.proof import prove, verify_proof
from tidings.ledger.signers import VKEY, add_signer, destroy_former, origin, read_vkeys, signer, signers
from tidings.ledger.verify import Verified, verify

__all__ = [
    "VKEY",
    "Checkpoint",
    "EntryKind",
    "Log",
    "Signer",
    "Verified",
    "Verifier",
    "add_signer",
    "commit",
    "copy_ledger",
    "destroy_former",
    "entry",
    "integrate",
    "may_be_recorded",
    "open_note",
    "opens",
    "origin",
    "prove",
    "published_size",
    "read_vkeys",
    "signer",
    "signers",
    "verify",
    "verify_proof",
]
