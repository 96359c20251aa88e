"""The kind of a line and its carrier's country, through Twilio's Lookup API v2, with Twilio's SDK.

Only the package `line_type_intelligence` is asked for. The others would tell Twilio, or us, who somebody is
(`caller_name`, `identity_match`) or what they do (`sim_swap`, `line_status`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException

from tidings.channels.connections import NoAnswer, outcome_of
from tidings.channels.interface import Outcome
from tidings.channels.lines import Asked, LineAnswer, LineType, mobile_country
from tidings.channels.twilio_http import TooManyRequests, TwilioHttp, twilio_client

FIELDS = "line_type_intelligence"

# Twilio's error codes, https://www.twilio.com/docs/api/errors: of a request, or inside of an answer. A code in no class is
# UNKNOWN: nothing was learnt, and the next run asks again.
CODES: dict[Asked, frozenset[int]] = {
    # 60606: the account may not ask for this package.
    Asked.CONFIGURATION: frozenset({20003, 20403, 60606}),
    # 60608: Twilio's own source failed. 60616: too many of this package.
    Asked.TEMPORARY: frozenset({20429, 20503, 60608, 60616}),
    # There is nothing to be had of this number. 60600: out of coverage. 60601: Canada, which needs an approval. 60607: no
    # source for its country. 60614, 60619: only in another region of Twilio's. 20404: no number.
    Asked.ANSWERED: frozenset({20404, 60600, 60601, 60607, 60614, 60619}),
}
_OF_NO_ANSWER = {Outcome.TEMPORARY: Asked.TEMPORARY, Outcome.CONFIGURATION: Asked.CONFIGURATION}


class TwilioLookup:
    """One Twilio account. `base_url` is that of its messages; `timeout` is in seconds, `threads` calls are under way at once."""

    def __init__(
        self,
        *,
        base_url: str,
        account_sid: str,
        auth_token: str,
        api_key: tuple[str, str] | None = None,
        timeout: float = 10.0,
        threads: int = 8,
    ) -> None:
        self._http = TwilioHttp(lookups_url(base_url), timeout, threads)
        self._client = twilio_client(self._http, account_sid, auth_token, api_key)
        self._threads = ThreadPoolExecutor(threads, "twilio-lookup")

    def look_up(self, numbers: Sequence[str]) -> list[LineAnswer]:
        return list(self._threads.map(self._look_up, numbers)) if len(numbers) > 1 else [self._look_up(one) for one in numbers]

    def _look_up(self, number: str) -> LineAnswer:
        try:
            found = self._client.lookups.v2.phone_numbers(number).fetch(fields=FIELDS)
            return _answer(number, found.valid, found.line_type_intelligence)
        except TooManyRequests:
            return LineAnswer(number, Asked.TEMPORARY, "twilio.20429")
        except NoAnswer as error:
            outcome, code = outcome_of(error)
            return LineAnswer(number, _OF_NO_ANSWER.get(outcome, Asked.UNKNOWN), code)
        except (TwilioRestException, TwilioServiceException) as error:
            return LineAnswer(number, *_refusal(error.status, error.code))
        except (TwilioException, ValueError, TypeError, KeyError, AttributeError):
            return LineAnswer(number, Asked.UNKNOWN, "twilio.unreadable")

    def close(self) -> None:
        self._threads.shutdown()
        self._http.close()


def lookups_url(base_url: str) -> str:
    """Where look-ups are answered, given where messages are: Twilio's own host for them, or else the same place.

    So whoever points Tidings at a sandbox points all of it there: no number can reach Twilio by another door.
    """
    whole = urlsplit(base_url)
    if (whole.hostname or "").startswith("api.") and (whole.hostname or "").endswith(".twilio.com"):
        return urlunsplit(whole._replace(netloc="lookups." + whole.netloc.partition(".")[2]))
    return base_url


def _answer(number: str, valid: Any, said: Any) -> LineAnswer:
    """An answer with HTTP 200. TypeError or AttributeError where it has not the form that it should have."""
    if not isinstance(valid, bool | None) or not isinstance(said, Mapping | None):
        raise TypeError
    if said is None:  # Twilio gives no package for a number that is not valid
        return LineAnswer(
            number, *((Asked.ANSWERED, "twilio.200") if valid is False else (Asked.UNKNOWN, "twilio.unreadable")), valid=valid
        )
    error = said.get("error_code")
    if error is not None:
        return LineAnswer(number, *_coded(error), valid=valid)
    kind, code = said.get("type"), said.get("mobile_country_code")
    line = LineType(kind) if kind in set(LineType) else LineType.UNKNOWN
    return LineAnswer(number, Asked.ANSWERED, "twilio.200", line, mobile_country(code) if code else "", valid)


def _coded(number: int) -> tuple[Asked, str]:
    return next((asked for asked, numbers in CODES.items() if number in numbers), Asked.UNKNOWN), f"twilio.{int(number)}"


def _refusal(status: int, code: int | None) -> tuple[Asked, str]:
    """What an HTTP status of 400 and above means. The SDK puts the status in the place of a missing code."""
    number = code if isinstance(code, int) else status
    asked, name = _coded(number)
    if asked is not Asked.UNKNOWN:
        return asked, name
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Asked.CONFIGURATION, name
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return Asked.TEMPORARY, name
    return Asked.UNKNOWN, name
