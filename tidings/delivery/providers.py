"""The adapter of each channel, made from settings. Adding a provider adds a file in channels/ and a line here."""

from __future__ import annotations

from tidings.channels.interface import ChannelAdapter
from tidings.channels.lines import LineLookup
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_lookup import TwilioLookup
from tidings.channels.twilio_sms import TwilioSms
from tidings.contacts import LETTERS
from tidings.errors import PlanError, ProviderError
from tidings.incident import Incident
from tidings.model import Channel
from tidings.settings import is_loopback
from tidings.workspace import Workspace


def twilio_sms(ws: Workspace) -> ChannelAdapter:
    settings = ws.settings
    settings.needed("twilio_account_sid", "twilio_auth_token", "twilio_sender", "public_url")
    if is_loopback(settings.public_url) and not is_loopback(settings.twilio_base_url):
        # Every receipt would be lost, and with it what settles a lost answer.
        raise ProviderError(ProviderError.Code.NOT_CONFIGURED, "TIDINGS_PUBLIC_URL: Twilio cannot reach this machine's loopback")
    return TwilioSms(
        base_url=settings.twilio_base_url,
        account_sid=settings.twilio_account_sid,
        auth_token=settings.twilio_auth_token.get_secret_value(),
        sender=settings.twilio_sender,
        public_url=settings.public_url,
        timeout=settings.provider_timeout_seconds,
        threads=settings.send_threads,
        clock=ws.clock,
    )


def sendgrid_email(ws: Workspace) -> ChannelAdapter:
    settings = ws.settings
    settings.needed("sendgrid_api_key", "sendgrid_from")
    return SendGridEmail(
        base_url=settings.sendgrid_base_url,
        api_key=settings.sendgrid_api_key.get_secret_value(),
        sender=settings.sendgrid_from,
        sender_name=ws.incident.organisation.sender_name,
        timeout=settings.provider_timeout_seconds,
        threads=settings.send_threads,
        clock=ws.clock,
    )


def line_lookup(ws: Workspace) -> LineLookup:
    """Who is asked about telephone lines. Raises ProviderError LOOKUP_OFF unless the incident says that they may be."""
    if not ws.incident.lookup.enabled:
        raise ProviderError(ProviderError.Code.LOOKUP_OFF)
    settings = ws.settings
    settings.needed("twilio_account_sid", "twilio_auth_token")
    return TwilioLookup(
        base_url=settings.twilio_base_url,
        account_sid=settings.twilio_account_sid,
        auth_token=settings.twilio_auth_token.get_secret_value(),
        timeout=settings.provider_timeout_seconds,
        threads=settings.send_threads,
    )


MAKERS = {Channel.SMS: twilio_sms, Channel.EMAIL: sendgrid_email}


def without_adapter(incident: Incident) -> list[Channel]:
    """Channels of its plans that nothing here can send by."""
    return [channel for channel in incident.plan.channels if channel not in MAKERS and channel not in LETTERS]


def check_channels(ws: Workspace) -> None:
    """Raises PlanError NO_ADAPTER for the first channel that has none: a plan with it would wait for ever."""
    for channel in without_adapter(ws.incident):
        raise PlanError(PlanError.Code.NO_ADAPTER, channel.value)
