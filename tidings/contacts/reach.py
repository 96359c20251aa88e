"""What will happen to one person, as coverage counts it: a pure function of where they stand and of their contacts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tidings.contacts.standing import Step
from tidings.model import AttemptState, Carries, Channel, PersonState, Track
from tidings.rules import Rule


class Reach(StrEnum):
    """Everybody is in exactly one."""

    FULL = "full"  # told by the full notice, by e-mail or post
    TEASER = "teaser"  # told by a teaser: the notice is where it says
    HAND = "hand"  # a sealed letter is handed over
    ATTORNEY = "attorney"  # told through their attorney, and in no other way
    HELD = "held"  # waits for a human, under a rule
    NO_CONTACT = "no_contact"  # the list has nothing to reach them by
    IN_VAIN = "in_vain"  # every contact was tried
    NEVER = "never"  # an officer decided that they are not to be told
    OTHERWISE = "otherwise"  # an officer recorded that they were told in another way
    UNPLANNED = "unplanned"  # no plan yet
    GONE = "gone"  # erased, or the same person as another


class Outcome(StrEnum):
    """Reaches, taken together."""

    TOLD = "told"
    HELD = "held"
    NOBODY = "nobody"  # nobody reaches them: what laws call unreachable
    SETTLED = "settled"
    UNPLANNED = "unplanned"
    GONE = "gone"


OUTCOME = {
    Reach.FULL: Outcome.TOLD,
    Reach.TEASER: Outcome.TOLD,
    Reach.HAND: Outcome.TOLD,
    Reach.ATTORNEY: Outcome.TOLD,
    Reach.HELD: Outcome.HELD,
    Reach.NO_CONTACT: Outcome.NOBODY,
    Reach.IN_VAIN: Outcome.NOBODY,
    Reach.NEVER: Outcome.NOBODY,
    Reach.OTHERWISE: Outcome.SETTLED,
    Reach.UNPLANNED: Outcome.UNPLANNED,
    Reach.GONE: Outcome.GONE,
}

_WENT = frozenset({AttemptState.SENDING, AttemptState.ACCEPTED, AttemptState.DELIVERED, AttemptState.UNKNOWN})
_DEAD = frozenset({AttemptState.FAILED_PERMANENT, AttemptState.BLOCKED})
_GONE = frozenset({PersonState.JOINED, PersonState.ERASED, PersonState.ERASING})


def _went(step: Step) -> bool:
    """A notice went this way, or may have."""
    return step.attempt in _WENT and not step.void


def _open(step: Step) -> bool:
    """A notice went this way, or can still go."""
    return _went(step) or (step.usable and step.attempt not in _DEAD)


def in_order(found: Sequence[Step], track: Track) -> list[Step]:
    """The open contacts of a track; the one that a notice went to comes first, since the others are not needed then."""
    mine = [one for one in found if one.track is track and _open(one)]
    return sorted(mine, key=lambda one: (not _went(one), one.turn))


def reach(state: PersonState, rule: str | None, own: Sequence[Step]) -> Reach:
    """`own` are the person's own open contacts, in order. The first one counts: the others are for when it fails."""
    if state in _GONE:
        return Reach.GONE
    if state is PersonState.SETTLED:
        return Reach.NEVER if rule == Rule.NEVER else Reach.OTHERWISE
    if state is PersonState.ENROLLED:
        return Reach.UNPLANNED
    if state is PersonState.UNDELIVERED:
        return Reach.IN_VAIN
    if state is PersonState.HELD:
        return Reach.NO_CONTACT if rule == Rule.NO_CONTACT else Reach.HELD
    if not own:
        return Reach.ATTORNEY
    if own[0].channel is Channel.HAND:
        return Reach.HAND
    return Reach.FULL if own[0].carries is Carries.FULL else Reach.TEASER
