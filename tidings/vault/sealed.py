"""A sealed value: bytes that show nothing of themselves, in a log, an exception or a debugger."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.model import Personal


@dataclass(frozen=True, slots=True, repr=False)
class Sealed(Personal):
    """What `Vault.seal` gives and `Vault.open_sealed` takes. `data` goes into the store as it is (72 bytes longer than plain)."""

    data: bytes

    def __repr__(self) -> str:
        return f"<Sealed {len(self.data)} bytes>"
