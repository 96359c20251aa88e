"""What can be wrong with an officer. Coded, and without anybody's name."""

from __future__ import annotations

from tidings.errors import REFUSED, WRONG_USE, ErrorCode, TidingsError


class OfficerError(TidingsError):
    """Who asks is not known, may not do this, or does not say why."""

    class Code(ErrorCode):
        NO_KEY = (
            "officer.no_key",
            WRONG_USE,
            "this shows people's data, so it wants an officer's key",
            "name the key file in TIDINGS_OFFICER_KEY; `tidings officers add` makes one",
        )
        CANNOT_OPEN = (
            "officer.cannot_open",
            REFUSED,
            "the officer's key file cannot be opened: another passphrase or identity, or damage",
            "check TIDINGS_OFFICER_KEY, and the passphrase or TIDINGS_OFFICER_IDENTITY",
        )
        UNKNOWN = (
            "officer.unknown",
            REFUSED,
            "this key is no officer's of this incident",
            "the incident's officers.toml lists who is; `tidings officers list` shows it",
        )
        NOT_ALLOWED = (
            "officer.not_allowed",
            REFUSED,
            "this officer's roles do not allow this",
            "ask one whose roles do: `tidings officers list`",
        )
        NO_REASON = ("officer.no_reason", WRONG_USE, "this wants a reason", "say why with --reason, in a few words")
        EXISTS = ("officer.exists", REFUSED, "there is an officer or a key file of this name", "choose another name or file")
