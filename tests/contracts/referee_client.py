"""Everything that the adapters ever ask a provider, once: the referee checks each request and answer against the contracts.

Run by `contracts/referee`, which sets TWILIO_BASE_URL and SENDGRID_BASE_URL. A mock's answers are random, so what comes
back is only looked at where TIDINGS_SANDBOX_… says that a sandbox stands behind the referee.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta

from tidings.channels.interface import Message, Outcome, Search
from tidings.channels.lines import Asked
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_lookup import TwilioLookup
from tidings.channels.twilio_sms import TwilioSms
from tidings.model import AttemptId

SANDBOX = "TIDINGS_SANDBOX_ACCOUNT_SID" in os.environ
ACCOUNT = os.environ.get("TIDINGS_SANDBOX_ACCOUNT_SID", "AC" + "0" * 32)
TOKEN = os.environ.get("TIDINGS_SANDBOX_AUTH_TOKEN", "token")
KEY = os.environ.get("TIDINGS_SANDBOX_SENDGRID_KEY", "key")


def message(number: int, to: str, **more) -> Message:
    return Message(AttemptId(f"referee{number}"), to, "You have a new notice. Code: -code-", **more)


def twilio(**more) -> TwilioSms:
    given = {"base_url": os.environ["TWILIO_BASE_URL"], "account_sid": ACCOUNT, "auth_token": TOKEN, "timeout": 30.0}
    return TwilioSms(**{**given, "sender": "+13405550199", "public_url": "https://notice.example.org", **more})


def main() -> int:
    since, problems = datetime.now(UTC) - timedelta(minutes=5), []
    for sms in (twilio(), twilio(keep_nothing=False), twilio(sender="MG" + "0" * 32)):
        answers = sms.send([message(n, f"+1202555{n:04d}") for n in range(3)])
        found = sms.find(message(1, "+12025550001"), since)
        blanked = sms.blank(answers[0].provider_id if SANDBOX else "SM" + "0" * 32)
        if {answer.outcome for answer in answers} != {Outcome.ACCEPTED} or not blanked:
            problems.append(f"sms: {answers}, blanked: {blanked}")
        if SANDBOX and found.search is Search.NOT_FOUND:
            problems.append("sms: sent and not found")
        sms.close()

    # A landline, one that is out of coverage, one that is no number: each has another form.
    lookup = TwilioLookup(base_url=os.environ["TWILIO_BASE_URL"], account_sid=ACCOUNT, auth_token=TOKEN, timeout=30.0)
    lines = lookup.look_up(["+12025550123", "+13405550151", "+13405550160", "+13405550162"])
    if SANDBOX and {answer.asked for answer in lines} != {Asked.ANSWERED}:
        problems.append(f"lines: {[answer.code for answer in lines]}")
    lookup.close()

    mail = SendGridEmail(
        base_url=os.environ["SENDGRID_BASE_URL"], api_key=KEY, sender="office@example.org", sender_name="Office", clock=time.time
    )
    shape = {"subject": "A notice for you", "html": '<html lang="en"><p>Code: -code-</p></html>', "language": "en"}
    people = [message(n, f"person{n}@example.org", substitutions={"-code-": f"K{n}"}, **shape) for n in range(5)]
    answers = mail.send(people)
    found, erased = mail.find(people[1], since), mail.erase([one.to for one in people])
    if {answer.outcome for answer in answers} != {Outcome.ACCEPTED} or not erased:
        problems.append(f"mail: {answers}, erased: {erased}")
    if SANDBOX and found.search is not Search.FOUND:
        problems.append("mail: sent and not found")
    mail.close()
    sys.stderr.write("".join(f"referee_client: {problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
