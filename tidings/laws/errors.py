"""What can be wrong with a law's profile, or with a notice that a law asks more of. Coded: a file, a key, a law, an element."""

from __future__ import annotations

from tidings.errors import REFUSED, WRONG_USE, ErrorCode, TidingsError


class LawError(TidingsError):
    """A profile is not there or cannot be understood, or a notice lacks what a law asks for."""

    class Code(ErrorCode):
        UNKNOWN = (
            "law.unknown",
            WRONG_USE,
            "the incident names a law, or somebody that a law wants told, that config/laws does not have",
            "docs/laws.md lists them, and says how to add one",
        )
        BAD_PROFILE = (
            "law.bad_profile",
            WRONG_USE,
            "this law's profile cannot be understood",
            "docs/laws.md says what each key means",
        )
        UNMET = (
            "law.unmet",
            REFUSED,
            "the notice lacks what a law asks for, so nothing is sent",
            "`tidings check` says what is missing in which language, and where to write it",
        )
