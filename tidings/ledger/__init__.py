"""The ledger: an append-only record that an outsider can check without learning who anybody is (C2SP tlog-tiles).

Pure files and hashes. Whoever owns the database gives each entry its index there first, and then calls `Log.publish`.
"""

from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.commitment import commit, opens
from tidings.ledger.entry import EntryKind, entry, may_be_recorded
from tidings.ledger.log import Log
from tidings.ledger.note import Signer, Verifier, open_note
from tidings.ledger.proof import prove, verify_proof
from tidings.ledger.verify import Verified, verify

__all__ = [
    "Checkpoint",
    "EntryKind",
    "Log",
    "Signer",
    "Verified",
    "Verifier",
    "commit",
    "entry",
    "may_be_recorded",
    "open_note",
    "opens",
    "prove",
    "verify",
    "verify_proof",
]
