"""Adapters from settings: what would fail silently is refused beforehand."""

from types import SimpleNamespace

import pytest

from tidings.delivery.providers import twilio_sms
from tidings.errors import ProviderError
from tidings.settings import Settings

ACCOUNT = {"twilio_account_sid": "AC" + "0" * 32, "twilio_auth_token": "secret", "twilio_sender": "+15005550006"}


def adapter(**settings):
    return twilio_sms(SimpleNamespace(settings=Settings(**ACCOUNT | settings), clock=lambda: 0.0))


@pytest.mark.parametrize("public_url", ["http://127.0.0.1:8480", "http://localhost", "http://[::1]:8480"])
def test_twilio_is_not_given_an_address_for_receipts_that_it_cannot_reach(public_url):
    with pytest.raises(ProviderError) as refused:
        adapter(public_url=public_url)
    assert refused.value.code is ProviderError.Code.NOT_CONFIGURED
    assert "TIDINGS_PUBLIC_URL" in refused.value.where


@pytest.mark.parametrize(
    "settings",
    [
        {"public_url": "https://receipts.example.org"},
        {"public_url": "http://127.0.0.1:8480", "twilio_base_url": "http://127.0.0.1:8481"},
    ],
)
def test_a_public_address_or_the_sandbox_beside_us_is_fine(settings):
    adapter(**settings).close()
