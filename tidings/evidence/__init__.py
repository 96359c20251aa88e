"""Evidence: the auditor's pack and the report of scope. Whoever is shown them learns nobody's name, and needs no trust in us."""

from tidings.evidence.folder import MANIFEST
from tidings.evidence.numbers import NOTE
from tidings.evidence.pack import VERIFY, write_pack
from tidings.evidence.scope import write_scope

__all__ = ["MANIFEST", "NOTE", "VERIFY", "write_pack", "write_scope"]
