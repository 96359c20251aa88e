"""The vocabulary: one word for one thing, as in docs/architecture.md. Imports nothing of Tidings."""

from __future__ import annotations

import base64
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NewType, NoReturn

PersonId = NewType("PersonId", str)
"""A person outside the vault: 26 characters of lower-case base32, 128 random bits. Says nothing about them."""

AttemptId = NewType("AttemptId", str)
"""One try to hand a notice to one contact's provider: as opaque as a PersonId. It travels to providers and back."""

Randomness = Callable[[int], bytes]
"""`os.urandom`, or a test's own."""


def opaque_id(random: Randomness) -> str:
    """128 random bits in 26 characters that are safe in a URL, a file name and a database."""
    return base64.b32encode(random(16)).decode().rstrip("=").lower()


class Personal:
    """Base of every value that holds personal data: shows nothing of itself, and cannot be pickled.

    Prefect pickles what a failing flow raises, and multiprocessing what it passes: neither may carry a person.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds personal data and is not pickled")


class Channel(StrEnum):
    """How a notice travels."""

    SMS = "sms"
    WHATSAPP = "whatsapp"
    VOICE = "voice"  # a call that is read aloud, or played from a recording
    EMAIL = "email"
    LETTER = "letter"  # by post
    HAND = "hand"  # a sealed letter, handed over by a person


class Owner(StrEnum):
    """Whose a contact is. UNKNOWN is never treated as OWN."""

    OWN = "own"
    RELATIVE = "relative"
    GUARDIAN = "guardian"
    ATTORNEY = "attorney"
    FACILITY = "facility"
    UNKNOWN = "unknown"


class Flag(StrEnum):
    """What a list says of a person that decides how they may be told."""

    DETAINED = "detained"
    REMOVED = "removed"
    CUSTODY_UNKNOWN = "custody_unknown"  # the list has custody, and this cell is empty or cannot be understood
    REPRESENTED = "represented"
    DO_NOT_PHONE = "do_not_phone"
    UNSAFE = "unsafe"  # a note says that contact, or one way of it, is dangerous
    ATTORNEY_ONLY = "attorney_only"
    CANNOT_READ = "cannot_read"


class Kind(StrEnum):
    """A kind of data that was exposed. Each has a sentence in every catalog, `kind-<value>`."""

    NAME = "name"
    BIRTH_DATE = "birth-date"
    REFERENCE = "reference"
    BIRTH_COUNTRY = "birth-country"
    NATIONALITY = "nationality"
    SEX = "sex"
    LANGUAGE = "language"
    CUSTODY = "custody"
    FACILITY = "facility"
    CASE = "case"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ATTORNEY = "attorney"
    NOTES = "notes"
    OTHER = "other"


class PersonState(StrEnum):
    """Where a person stands. Everybody is in exactly one."""

    ENROLLED = "enrolled"  # sealed; no plan yet
    HELD = "held"  # waits for a human's decision, under a rule
    PLANNED = "planned"  # has a plan; a notice is due
    SENDING = "sending"  # an attempt is on its way to a provider
    UNKNOWN = "unknown"  # a provider was called and nobody knows yet whether the notice went out
    SENT = "sent"  # a provider accepted a notice
    LETTER_READY = "letter_ready"  # a sealed letter waits to be posted or handed over
    DELIVERED = "delivered"  # the provider says that it arrived
    SETTLED = "settled"  # a human decided: they were told in another way, or are not to be told
    JOINED = "joined"  # a human said that they are another person of this incident, who is told instead
    UNDELIVERED = "undelivered"  # every contact of the plan was tried in vain: a human is needed
    ERASING = "erasing"  # their key is being destroyed; nobody works on them any more
    ERASED = "erased"  # their key is destroyed: nothing of them can be opened, here or in any copy


class AttemptState(StrEnum):
    """One attempt's state. `sending` is durable before the provider is called."""

    PLANNED = "planned"
    SENDING = "sending"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED_TEMPORARY = "failed_temporary"
    FAILED_PERMANENT = "failed_permanent"
    BLOCKED = "blocked"  # a carrier or provider refuses: a human looks
    UNKNOWN = "unknown"  # called, but no answer: it may have arrived; never resent blindly


class HandOver(StrEnum):
    """What came of one letter on a run sheet, as whoever carried it ticked it."""

    HANDED = "handed"
    REFUSED = "refused"  # the person did not want it
    ABSENT = "absent"  # not met this time: it goes onto the next sheet
    MOVED = "moved"  # to another place of custody
    RELEASED = "released"
    REMOVED = "removed"  # from the country

    @property
    def code(self) -> str:
        """Of the attempt, once this was entered."""
        return f"hand.{self.value}"


HAND_OUT = "hand.out"
"""The code of a letter that is on a run sheet from which nobody has heard yet: it may be in the person's hands by now."""

CUSTODY_CODES = frozenset(one.code for one in (HandOver.MOVED, HandOver.RELEASED, HandOver.REMOVED))
"""Where the list said that somebody is held, they are not: they wait until the list says where they are."""


class Carries(StrEnum):
    """How much a contact may be told. A letter or a mail carries either; a text, a call and a WhatsApp message only a teaser."""

    TEASER = "teaser"  # reveals nothing; says where to ask, and the code to ask with
    FULL = "full"


class Role(StrEnum):
    """What an officer may do. One officer may have several."""

    OPERATOR = "operator"  # runs the work, and opens what the work needs
    APPROVER = "approver"  # decides on people and on notices
    AUDITOR = "auditor"  # looks at what was done


class Track(StrEnum):
    """The contacts of one audience, tried one after the other. A person's tracks go side by side."""

    PERSON = "person"
    ATTORNEY = "attorney"


class Counts(dict[str, int]):
    """What may leave the airlock: numbers under names of ours. Adding two adds name by name."""

    def __add__(self, other: dict[str, int]) -> Counts:
        return Counts({name: self.get(name, 0) + other.get(name, 0) for name in [*self, *(set(other) - set(self))]})
