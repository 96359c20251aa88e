"""The sandbox: receipts come back signed to our own receiver, the outbox shows what a phone would, and nothing leaves."""

from __future__ import annotations

import os
import queue
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.testclient import TestClient

from tidings.channels.interface import Message
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_sms import TwilioSms
from tidings.errors import ConfigError
from tidings.model import AttemptId
from tidings.receipts.app import make_app
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.receipts.sendgrid_email import SendGridReceipts
from tidings.receipts.twilio_sms import TwilioReceipts
from tidings.sandbox.app import make_sandbox, make_state
from tidings.sandbox.outcomes import ADDRESSES, NUMBERS, Fate
from tidings.sandbox.pages import direction
from tidings.sandbox.server import Sandbox, listen, running_sandbox
from tidings.sandbox.settings import Account

Event = ReceiptEvent
NUMBER_OF = {fate: number for number, fate in NUMBERS.items()}
ADDRESS_OF = {fate: address for address, fate in ADDRESSES.items()}
END = AttemptId("the-end")


@dataclass
class Receiver:
    """Our receiver with a sink that a test can wait on, and a sandbox that posts to it."""

    url: str
    sandbox: Sandbox
    got: queue.Queue[Receipt] = field(default_factory=queue.Queue)
    refuse: int = 0
    """How many more calls of the sink fail."""

    def sink(self, receipts) -> None:
        if self.refuse:
            self.refuse -= 1
            raise RuntimeError
        for receipt in receipts:
            self.got.put(receipt)

    def take(self, count: int) -> list[Receipt]:
        return [self.got.get(timeout=10) for _ in range(count)]

    def sms(self) -> TwilioSms:
        box = self.sandbox
        given = {"base_url": box.twilio_url, "account_sid": box.account_sid, "auth_token": box.auth_token}
        return TwilioSms(**given, sender="+13405550199", public_url=self.url, timeout=5)

    def email(self) -> SendGridEmail:
        box = self.sandbox
        return SendGridEmail(base_url=box.sendgrid_url, api_key=box.sendgrid_api_key, sender="o@example.org", clock=time.time)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with listen("127.0.0.1", 0) as sock:
        url = f"http://127.0.0.1:{sock.getsockname()[1]}"
        with running_sandbox(receipts_url=url) as sandbox:
            made = Receiver(url, sandbox)
            providers = {
                "twilio": TwilioReceipts(auth_token=sandbox.auth_token, public_url=url),
                "sendgrid": SendGridReceipts(public_key=sandbox.sendgrid_webhook_key, clock=time.time),
            }
            server = uvicorn.Server(uvicorn.Config(make_app(providers, made.sink), log_level="critical", access_log=False))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
            thread.start()
            yield made
            server.should_exit = True
            thread.join()


SMS_RECEIPTS = {
    Fate.DELIVERED: [Event.SENT, Event.DELIVERED],
    Fate.UNDELIVERED: [Event.SENT, Event.FAILED_PERMANENT],
    Fate.UNDELIVERED_FOR_NOW: [Event.SENT, Event.FAILED_TEMPORARY],
    Fate.BLOCKED: [Event.SENT, Event.BLOCKED],
    Fate.LOST_ANSWER: [Event.SENT, Event.DELIVERED],
    Fate.UNREADABLE: [Event.SENT, Event.DELIVERED],
    Fate.DOUBLED: [Event.SENT, Event.SENT, Event.DELIVERED, Event.DELIVERED],
    Fate.OUT_OF_ORDER: [Event.DELIVERED, Event.SENT],
}
EMAIL_RECEIPTS = {
    Fate.DELIVERED: [Event.ACCEPTED, Event.DELIVERED],
    Fate.OPTED_OUT: [Event.OPTED_OUT],
    Fate.UNDELIVERED: [Event.ACCEPTED, Event.FAILED_PERMANENT],
    Fate.UNDELIVERED_FOR_NOW: [Event.ACCEPTED, Event.FAILED_TEMPORARY],
    Fate.BLOCKED: [Event.ACCEPTED, Event.BLOCKED],
    Fate.LOST_ANSWER: [Event.ACCEPTED, Event.DELIVERED],
    Fate.DOUBLED: [Event.ACCEPTED, Event.DELIVERED] * 2,
    Fate.OUT_OF_ORDER: [Event.DELIVERED, Event.ACCEPTED],
}


@pytest.mark.parametrize("fate", SMS_RECEIPTS)
def test_each_sms_gets_the_receipts_of_its_fate(receiver, fate):
    attempt = AttemptId(f"sms-{fate}")
    receiver.sms().send([Message(attempt, NUMBER_OF[fate], "Text")])
    got = receiver.take(len(SMS_RECEIPTS[fate]))
    assert {receipt.attempt for receipt in got} == {attempt}
    assert [receipt.event for receipt in got] == SMS_RECEIPTS[fate]
    assert len({receipt.key for receipt in got}) == len(set(SMS_RECEIPTS[fate]))


@pytest.mark.parametrize("fate", EMAIL_RECEIPTS)
def test_each_mail_gets_the_receipts_of_its_fate(receiver, fate):
    attempt = AttemptId(f"mail-{fate}")
    receiver.email().send([Message(attempt, ADDRESS_OF[fate], "Text", subject="S")])
    got = receiver.take(len(EMAIL_RECEIPTS[fate]))
    assert {receipt.attempt for receipt in got} == {attempt}
    assert [receipt.event for receipt in got] == EMAIL_RECEIPTS[fate]
    assert len({receipt.key for receipt in got}) == len(set(EMAIL_RECEIPTS[fate]))


@pytest.mark.parametrize("fate", [Fate.NO_RECEIPT, Fate.LOST_FOREVER, Fate.RESET, Fate.BROKEN, Fate.REFUSED])
def test_what_is_never_heard_of_brings_nothing(receiver, fate):
    receiver.sms().send([Message(AttemptId(f"silent-{fate}"), NUMBER_OF[fate], "Text")])
    receiver.sms().send([Message(END, "+12025550123", "Text")])
    assert [receipt.attempt for receipt in receiver.take(2)] == [END, END]


def test_a_receiver_that_cannot_keep_a_receipt_gets_it_again(receiver):
    receiver.refuse = 2
    receiver.sms().send([Message(AttemptId("again"), "+12025550124", "Text")])
    assert [receipt.event for receipt in receiver.take(2)] == [Event.SENT, Event.DELIVERED]
    assert receiver.refuse == 0


def test_the_process_ends_with_the_block():
    with running_sandbox() as sandbox:
        assert httpx.get(f"{sandbox.twilio_url}/healthz", trust_env=False).text == "ok"
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{sandbox.twilio_url}/healthz", trust_env=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "notice.example.org", ""])
def test_it_listens_on_loopback_only(host):
    with pytest.raises(ConfigError):
        listen(host, 0)


# The pages, without a server


@pytest.fixture
def account() -> Account:
    return Account.invented(os.urandom)


@pytest.fixture
def client(account) -> Iterator[TestClient]:
    with TestClient(make_sandbox(make_state(account, random=os.urandom, clock=lambda: 1_800_000_000.0))) as client:
        yield client


def send_sms(client: TestClient, account: Account, to: str, body: str, **more: str):
    form = {"To": to, "From": "+13405550199", "Body": body, **more}
    url = f"/2010-04-01/Accounts/{account.account_sid}/Messages.json"
    return client.post(url, data=form, auth=(account.account_sid, account.auth_token))


def test_the_outbox_shows_a_text_as_the_phone_would(client, account):
    send_sms(client, account, "+12025550100", "You have a new notice <b>", ContentRetention="discard")
    send_sms(client, account, "+12025550101", "\u0644\u062f\u064a\u0643 \u0625\u0634\u0639\u0627\u0631 K7Q2")
    page = client.get("/outbox")
    assert "You have a new notice &lt;b&gt;" in page.text
    assert 'dir="rtl">\u0644\u062f\u064a\u0643' in page.text
    assert "<script" not in page.text
    assert "http://" not in page.text.replace("http://testserver", "")
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_outbox_has_pages_and_channels(client, account):
    for n in range(51):
        send_sms(client, account, f"+1202555{n:04d}", f"Text {n}.")
    first, second = client.get("/outbox").text, client.get("/outbox?page=2").text
    assert "Text 50." in first
    assert "Text 0." not in first
    assert "Text 0." in second
    assert "No messages yet" in client.get("/outbox?channel=email").text
    assert client.get("/outbox?page=999999999999").status_code == 200


def test_the_counts_are_there_for_programs(client, account):
    for _ in range(2):
        send_sms(
            client, account, "+12025550100", "Text", StatusCallback="https://notice.example.org/receipts/twilio?attempt=a1#rc=3"
        )
    counts = client.get("/outbox.json").json()
    assert counts["messages"] == 2
    assert counts["by_channel"] == {"sms": 2}
    assert counts["recipients"] == {"+12025550100": 2}
    # Nothing is called outside of this machine.
    assert counts["receipts"] == {"pending": 0, "sent": 0, "given_up": 0, "elsewhere": 4}
    assert [one["attempt"] for one in client.get("/outbox/deliveries.json").json()] == ["a1", "a1"]


def test_without_the_right_credentials_nothing_is_taken(client, account):
    url = f"/2010-04-01/Accounts/{account.account_sid}/Messages.json"
    form = {"To": "+12025550100", "From": "+13405550199", "Body": "Text"}
    assert client.post(url, data=form).status_code == 401
    assert client.post(url, data=form, auth=(account.account_sid, "wrong")).status_code == 401
    assert client.post("/v3/mail/send", json={}, headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/outbox.json").json()["messages"] == 0


def test_what_the_real_api_refuses_the_sandbox_refuses(client, account):
    assert send_sms(client, account, "0044 nonsense", "Text").json()["code"] == 21211
    assert send_sms(client, account, "+12025550100", "").json()["code"] == 21602
    assert send_sms(client, account, "+12025550100", "x" * 1601).json()["code"] == 21617
    assert send_sms(client, account, "+12025550100", "Text", From="").json()["code"] == 21603


def test_reserved_numbers_and_addresses_cover_every_fate_and_are_documented():
    assert set(NUMBERS.values()) == set(ADDRESSES.values()) == set(Fate)
    manual = (Path(__file__).parents[2] / "docs" / "providers.md").read_text(encoding="utf-8")
    assert [number for number, fate in NUMBERS.items() if f"| {number} | `{fate}` |" not in manual] == []


@pytest.mark.parametrize(
    ("text", "expected"), [("123 שלום", "rtl"), ("Hola", "ltr"), ("", "ltr"), ("你好", "ltr"), ("سلام", "rtl")]
)
def test_a_texts_direction_is_that_of_its_first_letter(text, expected):
    assert direction(text) == expected


def test_secrets_of_an_account_do_not_show(account):
    for secret in (account.auth_token, account.sendgrid_key, account.webhook_key):
        assert secret not in repr(account)


def test_the_port_is_bound_before_the_process_runs():
    with listen("127.0.0.1", 0) as sock, socket.create_connection(sock.getsockname(), timeout=1):
        pass
