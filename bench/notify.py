"""Notify in people a second, beside the providers' SDKs in a bare loop against the same sandbox in the same run.

Both sides make the same calls with the same number of threads. Ours claims, opens, composes, writes what came of each
attempt with its ledger entry, and keeps where each person stands: everything but Prefect.
"""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sendgrid import SendGridAPIClient
from sqlalchemy import select
from twilio.rest import Client

from bench.figures import Figure
from bench.ingest import SAMPLE, seconds, take, workspace
from bench.resolve import plan
from tidings import delivery
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_http import TwilioHttp
from tidings.channels.twilio_sms import TwilioSms
from tidings.model import Channel
from tidings.notices import Catalogs, Composer
from tidings.sandbox.server import Sandbox, running_sandbox
from tidings.store.tables import attempts
from tidings.workspace import Workspace

THREADS = 8
TEXT = "An office has news for you. Call +1 800 555 0100 or type notice.example.org. Your code: K7Q2-M9XD"


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, running_sandbox() as box:
        ws = workspace(Path(folder) / "ws")
        take(ws, SAMPLE)
        plan(ws)
        for batch in delivery.due_batches(ws):
            delivery.make_due(ws, batch)
        texts, mails = planned(ws, Channel.SMS), planned(ws, Channel.EMAIL)
        composer = Composer(ws.incident, Catalogs.load())
        sms = TwilioSms(
            base_url=box.twilio_url,
            account_sid=box.account_sid,
            auth_token=box.auth_token,
            sender="+15005550006",
            public_url="http://127.0.0.1:9",
            threads=THREADS,
        )
        email = SendGridEmail(
            base_url=box.sendgrid_url, api_key=box.sendgrid_api_key, sender="a@example.org", clock=ws.clock, threads=THREADS
        )
        bare_texts = seconds(lambda: bare_sms(box, texts))
        our_texts = seconds(lambda: send_all(ws, sms, composer))
        bare_mails = seconds(lambda: bare_email(box, mails))
        our_mails = seconds(lambda: send_all(ws, email, composer))
        return [
            Figure("notify by SMS", texts / our_texts, "people/s", texts / bare_texts, f"Twilio's SDK, {THREADS} threads"),
            Figure("notify by e-mail", mails / our_mails, "people/s", mails / bare_mails, "SendGrid's SDK, 1,000 a request"),
        ]


def planned(ws: Workspace, channel: Channel) -> int:
    with ws.store.reading() as connection:
        return len(connection.execute(select(attempts.c.id).where(attempts.c.channel == channel)).all())


def send_all(ws: Workspace, adapter: TwilioSms | SendGridEmail, composer: Composer) -> None:
    while delivery.send_some(ws, adapter, composer)["claimed"]:
        pass


def bare_sms(box: Sandbox, count: int) -> None:
    client = Client(box.account_sid, box.auth_token, http_client=TwilioHttp(box.twilio_url, 10, THREADS))

    def send(number: int) -> None:
        client.messages.create(to=f"+1202555{number % 10_000:04}", from_="+15005550006", body=TEXT)

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(send, range(count)))


def bare_email(box: Sandbox, count: int) -> None:
    client = SendGridAPIClient(box.sendgrid_api_key, host=box.sendgrid_url)
    for start in range(0, count, 1000):
        people = range(start, min(count, start + 1000))
        client.client.mail.send.post(
            request_body={
                "from": {"email": "a@example.org"},
                "subject": "News",
                "personalizations": [{"to": [{"email": f"p{number}@example.org"}]} for number in people],
                "content": [{"type": "text/plain", "value": TEXT}],
            }
        )
