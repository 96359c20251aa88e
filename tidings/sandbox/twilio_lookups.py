"""The path of Twilio's Lookup API v2 that Tidings uses: what kind of line a number is, and of which carrier."""

from __future__ import annotations

import asyncio
from typing import Any

import phonenumbers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tidings.sandbox.outcomes import SAID_LINES, TAKEN_WITHOUT_ANSWER, Fate, SaidLine
from tidings.sandbox.state import State
from tidings.sandbox.twilio_api import as_error, as_json, guarded

PACKAGE = "line_type_intelligence"
OTHER_PACKAGES = (
    "caller_name",
    "sim_swap",
    "call_forwarding",
    "line_status",
    "identity_match",
    "reassigned_number",
    "sms_pumping_risk",
    "phone_number_quality_score",
    "pre_fill",
)
# What refuses a look-up at once: HTTP status and Twilio's code.
REFUSALS: dict[Fate, tuple[int, int]] = {
    Fate.REFUSED: (404, 20404),
    Fate.MISCONFIGURED: (403, 60606),
    Fate.LIMITED: (429, 20429),
    Fate.BROKEN: (500, 20500),
    Fate.UNAVAILABLE: (503, 20503),
}
A_MOBILE = SaidLine("mobile", "310")


def lookup_routes(state: State) -> list[Route]:
    async def look_up(request: Request) -> Response:
        number = request.path_params["number"]
        state.looked_up[number] += 1
        fate = state.fates.of(number)
        if fate is Fate.RESET or fate in TAKEN_WITHOUT_ANSWER:
            state.connections.break_off(request)
            return Response()
        if fate in REFUSALS:
            status, code = REFUSALS[fate]
            return as_error(status, code, {"Retry-After": str(state.faults.retry_after)} if status == 429 else {})
        if fate is Fate.SLOW:
            await asyncio.sleep(state.faults.slow_seconds)
        if fate is Fate.UNREADABLE:
            return Response(b"<html>", 200, media_type="text/html")
        return as_json(200, _shown(number, PACKAGE in request.query_params.get("Fields", "").split(",")))

    return [Route("/v2/PhoneNumbers/{number}", guarded(state, look_up), methods=["GET"])]


def _shown(number: str, with_line: bool) -> dict[str, Any]:
    said = SAID_LINES.get(number, A_MOBILE)
    read = _read(number)
    valid = said.valid and read is not None
    return {
        "calling_country_code": str(read.country_code) if valid and read else None,
        "country_code": phonenumbers.region_code_for_number(read) if valid and read else None,
        "phone_number": number,
        "national_format": phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.NATIONAL) if valid and read else None,
        "valid": valid,
        "validation_errors": None if valid else ["INVALID_BUT_POSSIBLE"],
        PACKAGE: _line(said) if with_line and valid else None,
        **dict.fromkeys(OTHER_PACKAGES),
        "url": f"https://lookups.twilio.com/v2/PhoneNumbers/{number}",
    }


def _read(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        read = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    return read if phonenumbers.is_possible_number(read) else None


def _line(said: SaidLine) -> dict[str, Any]:
    return {
        "type": said.type,
        "carrier_name": "Sandbox" if said.country_code else None,
        "mobile_country_code": said.country_code,
        "mobile_network_code": "01" if said.type == "mobile" else None,
        "error_code": said.error,
    }
