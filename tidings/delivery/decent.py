"""Nothing is sent at night: how long an attempt has to wait for a decent hour where its number is, and until when it may go.

It is asked when an attempt is claimed, and again at the last moment before the call. What has to wait goes back to `planned`
in the claim's own transaction: it is never `sending`, so no crash and no lease can send it late. What may go bears the end of
its hour, which its adapter keeps to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tidings.contacts import Contact, Hours, load_hours
from tidings.model import Channel
from tidings.record import Record
from tidings.workspace import Workspace

LATER_SECONDS = 86_400.0
"""Where everything is a holiday for two months, it is looked at again tomorrow."""
_BY_NUMBER = frozenset({Channel.SMS, Channel.WHATSAPP, Channel.VOICE})


@dataclass(frozen=True, slots=True)
class Turn:
    """`wait` in seconds, 0 where it may go now; `until`, in seconds since 1970, is when it may not any more, if ever."""

    wait: float = 0.0
    until: float | None = None


def hours_kept(ws: Workspace) -> Hours | None:
    """None where a rehearsal has switched them off. Raises ConfigError: ask before anything is claimed."""
    return load_hours(ws.settings.config) if ws.settings.quiet_hours else None


def turn(hours: Hours | None, channel: Channel, contact: Contact, record: Record, now: float) -> Turn:
    """When an attempt at this contact may be made. `now` is in seconds since 1970."""
    if hours is None or channel not in _BY_NUMBER or channel not in hours.windows:
        return Turn()
    moment = datetime.fromtimestamp(now, UTC)
    found = hours.next_decent(channel, contact.address, record.nationality, moment)
    if found is None:
        return Turn(wait=LATER_SECONDS)
    return Turn(max(0.0, (found.opens - moment).total_seconds()), found.closes.timestamp())
