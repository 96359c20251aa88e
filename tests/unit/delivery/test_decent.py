"""Nothing goes out at night, and everything goes out in the morning, once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tidings.delivery.providers import MAKERS
from tidings.errors import ProviderError
from tidings.model import Channel
from tidings.settings import Settings

NIGHT = datetime(2026, 11, 17, 4, 30, tzinfo=UTC).timestamp()  # half past eleven in New York, half past eight in Los Angeles
MORNING_EAST = datetime(2026, 11, 17, 14, 0, tzinfo=UTC).timestamp()
MORNING_WEST = datetime(2026, 11, 17, 17, 0, tzinfo=UTC).timestamp()
EAST, WEST = "212-555-0147", "213-555-0147"


@pytest.fixture
def asleep(desk):
    """It is night everywhere in the country, and hours are kept."""
    desk.clock.seconds = NIGHT
    desk.ws = replace(desk.ws, settings=desk.ws.settings.model_copy(update={"quiet_hours": True}))
    desk.enrol({"phone": EAST}, {"phone": WEST}, {"email": "night@example.org"})
    desk.make_due()
    return desk


def test_at_night_no_telephone_is_called_and_each_waits_for_its_own_morning(asleep, sms, email):
    counts = asleep.send(sms)
    assert (counts["claimed"], counts["quiet"], counts.get("accepted", 0)) == (2, 2, 0)
    assert sms.taken == []
    assert [(row.state, row.code, row.tries, row.not_before) for row in asleep.attempts(Channel.SMS)] == [
        ("planned", "hours.quiet", 0, MORNING_EAST),
        ("planned", "hours.quiet", 0, MORNING_WEST),
    ]
    assert asleep.send(email)["accepted"] == 1  # a mailbox wakes nobody
    assert asleep.entries() == ["notice.sent"]


def test_they_are_not_claimed_again_before_their_morning_and_go_out_once(asleep, sms):
    asleep.send(sms)
    assert asleep.send(sms)["claimed"] == 0
    asleep.clock.seconds = MORNING_EAST
    assert asleep.send(sms)["accepted"] == 1
    asleep.clock.seconds = MORNING_WEST
    assert asleep.send(sms)["accepted"] == 1
    assert asleep.send(sms)["claimed"] == 0
    assert [message.to for message in sms.taken] == ["+12125550147", "+12135550147"]


def test_what_was_due_in_the_evening_does_not_go_out_at_night(asleep, sms):
    asleep.send(sms)
    asleep.clock.seconds = MORNING_WEST + 12 * 3600  # nobody ran anything all day
    assert asleep.send(sms)["quiet"] == 2
    assert sms.taken == []


def test_hours_may_be_off_where_the_provider_is_this_machine_only(tmp_path):
    settings = Settings(
        twilio_account_sid="AC1",
        twilio_auth_token="x",
        twilio_sender="+15005550006",
        public_url="https://example.org",
        quiet_hours=False,
        _env_file=None,
    )

    class Here:
        def __init__(self, **changed):
            self.settings = settings.model_copy(update=changed)

    with pytest.raises(ProviderError) as refused:
        MAKERS[Channel.SMS](Here())
    assert refused.value.code is ProviderError.Code.NOT_CONFIGURED
    MAKERS[Channel.SMS](Here(twilio_base_url="http://127.0.0.1:9")).close()
    MAKERS[Channel.SMS](Here(quiet_hours=True)).close()
