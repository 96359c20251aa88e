"""Laws: what each asks of a notice, by when, and who else must be told. Summarised by engineers: counsel decides."""

from tidings.laws.deadline import Deadline, deadline
from tidings.laws.elements import Unmet, unmet
from tidings.laws.errors import LawError
from tidings.laws.load import LAWS, load_all, load_profile, profiles
from tidings.laws.profile import Clock, Counts, Element, Method, Other, Profile, Substitute
from tidings.laws.standing import Facts, LawStanding, OtherStanding, Standing, State, standing
from tidings.laws.substitute import Ask, Because, asks

__all__ = [
    "LAWS",
    "Ask",
    "Because",
    "Clock",
    "Counts",
    "Deadline",
    "Element",
    "Facts",
    "LawError",
    "LawStanding",
    "Method",
    "Other",
    "OtherStanding",
    "Profile",
    "Standing",
    "State",
    "Substitute",
    "Unmet",
    "asks",
    "deadline",
    "load_all",
    "load_profile",
    "profiles",
    "standing",
    "unmet",
]
