"""Nothing is sent at night: how long an attempt has to wait for a decent hour where its number is.

It is asked between the claim and the call, each time, so that nothing that was due in the evening goes out at night, however
long it lay. What has to wait goes back to `planned` until then; nothing is called, so nothing counts as a try.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tidings.contacts import load_hours
from tidings.delivery.claims import Claimed
from tidings.model import Channel
from tidings.workspace import Workspace

BY_NUMBER = frozenset({Channel.SMS, Channel.WHATSAPP, Channel.VOICE})


def seconds_to_decent(ws: Workspace, one: Claimed, now: float) -> float:
    """Seconds until this attempt may be made; 0 where it may be made now, or its channel has no hours."""
    if not ws.settings.quiet_hours or one.channel not in BY_NUMBER:
        return 0.0
    moment = datetime.fromtimestamp(now, UTC)
    wait = load_hours(ws.settings.config).decent_from(one.channel, one.contact.address, one.record.nationality, moment) - moment
    return wait / timedelta(seconds=1)
