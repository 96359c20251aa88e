"""Where a person stands, and which contact is due: pure functions of their contacts and of what became of the attempts.

A person has tracks side by side (their own contacts; their attorney's). A track tries one contact after the other and
ends with the first that a notice went to. Nothing here needs a sealed value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.model import CUSTODY_CODES, HAND_OUT, AttemptState, Carries, Channel, PersonState, Track
from tidings.rules import Rule

LETTERS = frozenset({Channel.LETTER, Channel.HAND})


@dataclass(frozen=True, slots=True)
class Step:
    """One contact of a track, and the attempt on it in this version of the notice, if there is one."""

    contact: int
    track: Track
    position: int
    channel: Channel
    usable: bool
    attempt: AttemptState | None = None
    code: str = ""
    worked: bool = False
    """Whether a notice of an earlier version arrived there."""
    carries: Carries = Carries.TEASER

    @property
    def turn(self) -> tuple[bool, int]:
        """What worked before comes first, then the plan's order."""
        return not self.worked, self.position

    @property
    def never_left(self) -> bool:
        """A letter to hand over that nobody was given yet: what is in a drawer was not told."""
        return self.channel is Channel.HAND and self.attempt is AttemptState.ACCEPTED and self.code != HAND_OUT

    @property
    def void(self) -> bool:
        """A letter that never reached anybody, for a place where the person is not held any more: as if it had never been."""
        came_back = self.channel is Channel.HAND and self.attempt is AttemptState.BLOCKED and self.code in CUSTODY_CODES
        return not self.usable and (self.never_left or came_back)


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's state; the rule, where one explains it; the contacts on which an attempt is to be made now."""

    state: PersonState
    rule: str | None
    due: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _TrackStanding:
    state: PersonState
    rule: str | None = None
    due: int | None = None


_BLOCKED_UNDER = {Rule.CANNOT_OPEN.value: Rule.CANNOT_OPEN, **dict.fromkeys(CUSTODY_CODES, Rule.CUSTODY_CHANGED)}
"""By the attempt's code; else it is a provider that blocks."""

# What still asks for work comes before what is done, and what is done before what was given up.
_ORDER = (
    PersonState.UNKNOWN,
    PersonState.SENDING,
    PersonState.PLANNED,
    PersonState.LETTER_READY,
    PersonState.SENT,
    PersonState.DELIVERED,
    PersonState.HELD,
    PersonState.UNDELIVERED,
)


SETTLED = (Rule.TOLD, Rule.NEVER)


def unsent(hold: str | None, usable: bool) -> tuple[PersonState, str | None]:
    """Where somebody stands to whom nothing was ever sent: the state, and the rule that explains it."""
    if hold in SETTLED:
        return PersonState.SETTLED, hold
    return (PersonState.PLANNED, None) if usable else (PersonState.HELD, hold or Rule.NO_CONTACT.value)


def standing(steps: Sequence[Step], hold: str | None) -> Standing:
    """`hold` is the rule of the plan, used when no contact is usable and nothing was ever sent."""
    tracks = [found for track in Track if (found := _track(sorted(_of(steps, track), key=lambda step: step.turn)))]
    if not tracks:
        return Standing(*unsent(hold, usable=False))
    foremost = min(tracks, key=lambda track: _ORDER.index(track.state))
    if hold in SETTLED and foremost.state in (PersonState.HELD, PersonState.UNDELIVERED):
        return Standing(PersonState.SETTLED, hold)
    due = tuple(track.due for track in tracks if track.due is not None)
    return Standing(foremost.state, foremost.rule, due)


_NOT_MADE = (None, AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)


def _of(steps: Iterable[Step], track: Track) -> list[Step]:
    """What counts of a track: contacts that may be used, and those that were, whatever a later plan says of them.

    An attempt that waits on a contact that a later plan does not use (others gave the number too) is never made: it counts
    as if it had not been planned, or its person would seem to be tried in vain.
    """
    return [step for step in steps if step.track is track and (step.usable or step.attempt not in _NOT_MADE) and not step.void]


def _track(steps: list[Step]) -> _TrackStanding | None:
    if not steps:
        return None
    if any(step.attempt is AttemptState.DELIVERED for step in steps):
        # Even where another came back: moved to another place, told there, and moved back to the first.
        return _TrackStanding(PersonState.DELIVERED)
    # A later plan may have put contacts in front of one that was used already: what happened counts, wherever it stands.
    # Only a letter in a drawer waits behind it: whoever was told in another place meanwhile is not told again.
    for step in sorted(steps, key=lambda step: step.never_left):
        if step.attempt is AttemptState.UNKNOWN:
            given_up = step.code == Rule.UNKNOWN
            return _TrackStanding(PersonState.HELD if given_up else PersonState.UNKNOWN, Rule.UNKNOWN if given_up else None)
        if step.attempt is AttemptState.ACCEPTED:
            return _TrackStanding(PersonState.LETTER_READY if step.channel in LETTERS else PersonState.SENT)
        if step.attempt is AttemptState.SENDING:
            return _TrackStanding(PersonState.SENDING)
        if step.attempt is AttemptState.BLOCKED:
            return _TrackStanding(PersonState.HELD, _BLOCKED_UNDER.get(step.code, Rule.BLOCKED))
    for step in steps:
        if step.attempt in (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY) and step.usable:
            waits_for_font = step.code == Rule.FONT_MISSING
            return _TrackStanding(
                PersonState.HELD if waits_for_font else PersonState.PLANNED, Rule.FONT_MISSING if waits_for_font else None
            )
    for step in steps:
        if step.attempt is None:
            return _TrackStanding(PersonState.PLANNED, due=step.contact)
    return _TrackStanding(PersonState.UNDELIVERED, Rule.EXHAUSTED)
