"""Receipts: only what is signed, fresh and sensible is believed, and nothing is acknowledged that was not kept."""

from __future__ import annotations

import base64
import threading
from urllib.parse import urlencode

import orjson
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from twilio.request_validator import RequestValidator

from tidings.errors import ConfigError
from tidings.receipts.app import BODY_LIMIT, make_app
from tidings.receipts.interface import RawRequest, Receipt, ReceiptError, ReceiptEvent
from tidings.receipts.sendgrid_email import FRESH_FOR, SIGNATURE, TIMESTAMP, SendGridReceipts
from tidings.receipts.twilio_sms import TwilioReceipts

URL, TOKEN, NOW = "https://notice.example.org/base", "token", 1_800_000_000
SID = "SM" + "0a" * 16
KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
Code, Event = ReceiptError.Code, ReceiptEvent


def twilio() -> TwilioReceipts:
    return TwilioReceipts(auth_token=TOKEN, public_url=URL)


def sendgrid() -> SendGridReceipts:
    return SendGridReceipts(public_key=PUBLIC, clock=lambda: NOW)


def callback(status="delivered", *, query="attempt=abc234", token=TOKEN, url=URL, **more) -> RawRequest:
    form = {"MessageSid": SID, "MessageStatus": status, "To": "+13405550100", "Empty": "", **more}
    signature = RequestValidator(token).compute_signature(f"{url}/receipts/twilio?{query}", form)
    return RawRequest(query, {"x-twilio-signature": signature}, urlencode(form).encode())


def posted(events, *, at=NOW, key=KEY) -> RawRequest:
    body = events if isinstance(events, bytes) else orjson.dumps(events)
    signature = base64.b64encode(key.sign(str(at).encode() + body, ec.ECDSA(hashes.SHA256()))).decode()
    return RawRequest("", {SIGNATURE: signature, TIMESTAMP: str(at)}, body)


def event(name="delivered", **more) -> dict:
    return {"event": name, "attempt": "abc234", "sg_event_id": "e1", "sg_message_id": "m1", "email": "a@example.org", **more}


def refusal(parser, request) -> ReceiptError.Code:
    with pytest.raises(ReceiptError) as caught:
        parser.parse(request)
    return caught.value.code


# What each status and event means


@pytest.mark.parametrize(
    ("status", "error", "expected"),
    [
        ("queued", "", Event.ACCEPTED),
        ("sent", "", Event.SENT),
        ("delivered", "", Event.DELIVERED),
        ("undelivered", "30005", Event.FAILED_PERMANENT),
        ("undelivered", "30003", Event.FAILED_TEMPORARY),
        ("failed", "21610", Event.OPTED_OUT),
        ("failed", "30034", Event.CONFIGURATION),
        ("undelivered", "30007", Event.BLOCKED),
        ("failed", "39999", Event.BLOCKED),
        ("failed", "", Event.BLOCKED),
        ("canceled", "", Event.BLOCKED),
    ],
)
def test_a_twilio_status_has_its_event(status, error, expected):
    (receipt,) = twilio().parse(callback(status, **({"ErrorCode": error} if error else {})))
    assert receipt == Receipt("abc234", f"{SID}.{status}", expected, f"twilio.{error or status}", SID)


@pytest.mark.parametrize(
    ("given_event", "expected", "code"),
    [
        (event("processed"), Event.ACCEPTED, "sendgrid.processed"),
        (event("deferred", response="mailbox of a@example.org is busy"), Event.DELAYED, "sendgrid.deferred"),
        (event("delivered"), Event.DELIVERED, "sendgrid.delivered"),
        (event("bounce", type="bounce", status="5.1.1"), Event.FAILED_PERMANENT, "sendgrid.bounce.5.1.1"),
        (event("bounce", type="bounce", status="4.2.2"), Event.FAILED_TEMPORARY, "sendgrid.bounce.4.2.2"),
        (event("bounce", type="bounce", status="a@example.org"), Event.FAILED_PERMANENT, "sendgrid.bounce"),
        (event("bounce", type="blocked", status="5.7.1"), Event.BLOCKED, "sendgrid.blocked.5.7.1"),
        (event("dropped", reason="Unsubscribed Address"), Event.OPTED_OUT, "sendgrid.dropped"),
        (event("dropped", reason="Bounced Address"), Event.FAILED_PERMANENT, "sendgrid.dropped"),
        (event("dropped", reason="Something new"), Event.BLOCKED, "sendgrid.dropped"),
        (event("spamreport"), Event.COMPLAINED, "sendgrid.spamreport"),
    ],
)
def test_a_sendgrid_event_has_its_event(given_event, expected, code):
    assert sendgrid().parse(posted([given_event])) == [Receipt("abc234", "e1", expected, code, "m1")]


def test_events_of_no_concern_are_left_out():
    others = [event("open"), event("click"), event(attempt=None), event(attempt="<script>"), event(sg_event_id=7), {}]
    assert sendgrid().parse(posted([*others, event()])) == [Receipt("abc234", "e1", Event.DELIVERED, "sendgrid.delivered", "m1")]
    assert twilio().parse(callback(query="other=1")) == []


def test_a_bounce_after_delivery_counts_and_a_late_sent_does_not():
    assert Event.FAILED_PERMANENT.rank > Event.DELIVERED.rank > Event.SENT.rank > Event.ACCEPTED.rank


# What is not believed


def test_an_unsigned_request_is_refused():
    assert refusal(twilio(), RawRequest("attempt=abc234", {}, callback().body)) is Code.UNSIGNED
    assert refusal(sendgrid(), RawRequest("", {}, posted([event()]).body)) is Code.UNSIGNED
    assert refusal(sendgrid(), RawRequest("", {SIGNATURE: "AAAA"}, b"[]")) is Code.UNSIGNED


def test_a_signature_of_another_key_is_refused():
    assert refusal(twilio(), callback(token="other")) is Code.FORGED
    assert refusal(sendgrid(), posted([event()], key=ec.generate_private_key(ec.SECP256R1()))) is Code.FORGED


def test_a_callback_signed_for_another_address_is_refused():
    assert refusal(twilio(), callback(url="https://evil.example.org")) is Code.FORGED


def test_a_changed_request_is_refused():
    good = callback("undelivered", ErrorCode="30005")
    for request in (
        RawRequest(good.query, good.headers, good.body.replace(b"undelivered", b"delivered")),
        RawRequest("attempt=zzz234", good.headers, good.body),
        RawRequest(good.query, good.headers, good.body + b"&MessageStatus=delivered"),
        RawRequest(good.query, good.headers, b""),
        RawRequest(good.query + "&bodySHA256=00", good.headers, b""),
    ):
        assert refusal(twilio(), request) is Code.FORGED
    good = posted([event()])
    assert refusal(sendgrid(), RawRequest("", good.headers, good.body + b" ")) is Code.FORGED
    assert refusal(sendgrid(), RawRequest("", {**good.headers, TIMESTAMP: str(NOW + 1)}, good.body)) is Code.FORGED


def test_a_json_body_cannot_slip_past_the_form_check():
    """The SDK's validator says yes to a signed URL with bodySHA256 without looking at the body."""
    query = "attempt=abc234&bodySHA256=" + "0" * 64
    signature = RequestValidator(TOKEN).compute_signature(f"{URL}/receipts/twilio?{query}", {})
    assert refusal(twilio(), RawRequest(query, {"x-twilio-signature": signature}, b'{"a":1}')) is Code.FORGED
    body = f"MessageSid={SID}&MessageStatus=delivered".encode()
    assert refusal(twilio(), RawRequest(query, {"x-twilio-signature": signature}, body)) is Code.FORGED


def test_old_events_and_events_from_the_future_are_refused():
    assert refusal(sendgrid(), posted([event()], at=NOW - int(FRESH_FOR) - 1)) is Code.STALE
    assert refusal(sendgrid(), posted([event()], at=NOW + 301)) is Code.STALE
    assert sendgrid().parse(posted([event()], at=NOW - int(FRESH_FOR)))


def test_signed_nonsense_is_malformed():
    assert refusal(twilio(), callback("exploded")) is Code.MALFORMED
    assert refusal(twilio(), callback(MessageSid="XX1")) is Code.MALFORMED
    for body in (b"{}", b"[1]", b"nonsense", b"", b'"text"'):
        assert refusal(sendgrid(), posted(body)) is Code.MALFORMED


@given(st.binary(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_whatever_comes_is_refused_in_one_way(body, one, other):
    for parser in (twilio(), sendgrid()):
        request = RawRequest(one, {"x-twilio-signature": other, SIGNATURE: other, TIMESTAMP: one}, body)
        with pytest.raises(ReceiptError):
            parser.parse(request)


@given(
    st.recursive(st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=9), lambda inner: st.lists(inner, max_size=3))
)
def test_any_value_in_a_signed_event_is_survived(value):
    names = ("event", "attempt", "sg_event_id", "sg_message_id", "status", "type", "reason")
    events = [{**event(name), field: value} for name in ("bounce", "dropped", "delivered") for field in names]
    assert all(isinstance(one, Receipt) for one in sendgrid().parse(posted(events)))


def test_a_key_that_is_none_is_a_matter_of_configuration():
    for key in ("", "nonsense", base64.b64encode(b"nonsense").decode()):
        with pytest.raises(ConfigError):
            SendGridReceipts(public_key=key, clock=lambda: NOW)


# The app


class Sink:
    """Keeps what it is given, or fails as long as it is told to."""

    def __init__(self) -> None:
        self.kept, self.calls, self.threads = [], 0, set()
        self.fails_on: str | None = None

    def __call__(self, receipts) -> None:
        self.calls += 1
        self.threads.add(threading.get_ident())
        if self.fails_on in {receipt.attempt for receipt in receipts}:
            raise RuntimeError("+13405550100")
        self.kept += receipts


@pytest.fixture
def sink() -> Sink:
    return Sink()


@pytest.fixture
def client(sink) -> TestClient:
    return TestClient(make_app({"twilio": twilio(), "sendgrid": sendgrid()}, sink))


def post(client, request, name="twilio"):
    url = f"/receipts/{name}" + (f"?{request.query}" if request.query else "")
    return client.post(url, content=request.body, headers=dict(request.headers)).status_code


def test_a_signed_receipt_is_kept_and_acknowledged_in_another_thread(client, sink):
    assert post(client, callback()) == 204
    assert post(client, posted([event()]), "sendgrid") == 204
    assert [receipt.event for receipt in sink.kept] == [Event.DELIVERED] * 2
    assert threading.get_ident() not in sink.threads


def test_a_forged_receipt_changes_nothing(client, sink):
    good = callback()
    assert post(client, callback(token="other")) == 403
    assert post(client, RawRequest(good.query, {}, good.body)) == 403
    assert post(client, posted([event()], at=1), "sendgrid") == 403
    assert post(client, callback("exploded")) == 400
    assert sink.calls == 0


def test_a_body_that_is_too_long_is_not_read_to_its_end(client, sink):
    assert post(client, RawRequest("", {}, b"x" * (BODY_LIMIT + 1))) == 413
    assert sink.calls == 0


def test_what_could_not_be_kept_is_not_acknowledged_and_shows_nothing(client, sink, caplog):
    sink.fails_on = "abc234"
    assert post(client, callback()) == 503
    assert "13405550100" not in caplog.text
    sink.fails_on = None
    assert post(client, callback()) == 204


def test_one_bad_receipt_does_not_keep_the_others_of_a_burst_out(client, sink):
    sink.fails_on = "bad"
    attempts = [f"a{n}" for n in range(20)] + ["bad"]
    answers: dict[str, int] = {}
    with client:  # one event loop for all, so that they meet

        def one(attempt: str) -> None:
            answers[attempt] = post(client, callback(query=f"attempt={attempt}"))

        threads = [threading.Thread(target=one, args=[attempt]) for attempt in attempts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {**dict.fromkeys(attempts, 204), "bad": 503}
    assert sorted(receipt.attempt for receipt in sink.kept) == sorted(attempts[:-1])


def test_only_posts_to_known_providers_are_answered(client):
    assert client.get("/receipts/twilio").status_code == 405
    assert client.post("/receipts/other").status_code == 404
    assert client.get("/healthz").text == "ok"
