"""Officers: who may do what, by keys of their own; and the one function through which a human gets to see a person's data."""

from tidings.officers.acting import SIGNED, Acting, acting, entry_signed
from tidings.officers.errors import OfficerError
from tidings.officers.keys import make_key, open_key
from tidings.officers.opening import PURPOSES, opened, opening_field
from tidings.officers.register import Officer, add_officer, load_officers, officer_id, read_officers

__all__ = [
    "PURPOSES",
    "SIGNED",
    "Acting",
    "Officer",
    "OfficerError",
    "acting",
    "add_officer",
    "entry_signed",
    "load_officers",
    "make_key",
    "officer_id",
    "open_key",
    "opened",
    "opening_field",
    "read_officers",
]
