"""What can be wrong with a statement, or keep one from being made. Coded, and without anybody's name."""

from __future__ import annotations

from tidings.errors import REFUSED, WRONG_USE, ErrorCode, TidingsError


class StatementError(TidingsError):
    """No statement can be made of this person, or a file is none that holds. `where` is a part of the file."""

    class Code(ErrorCode):
        ERASED = (
            "statement.erased",
            REFUSED,
            "this person is erased: nothing of them can be opened, so there is nothing to state",
            "`tidings ledger prove` still proves the entries about them, which name nobody",
        )
        NOT_COMMITTED = (
            "statement.not_committed",
            REFUSED,
            "the ledger's entry of this person does not commit to the record that is here",
            "`tidings ledger verify` says whether the ledger is whole; if it is, restore the newest backup",
        )
        NO_STATEMENT = (
            "statement.none",
            WRONG_USE,
            "this file is no statement of Tidings, or another program wrote it anew",
            "ask for the file as it was sent: printed, scanned or saved again it has no seal. Decrypt an .age file first",
        )
        CHANGED = (
            "statement.changed",
            REFUSED,
            "the seal does not fit: something in this file was changed",
            "do not rely on it; ask the organisation, or whoever gave it to you, for the file as it was issued",
        )
        OTHER_KEY = (
            "statement.other_key",
            REFUSED,
            "none of the keys that you gave sealed this file",
            "ask the organisation for its key by another way than this file; it may have changed its key since",
        )
        UNPROVEN = (
            "statement.unproven",
            REFUSED,
            "the seal fits, but the record that is attached does not prove what the statement says",
            "do not rely on it, and tell the organisation: its own key sealed it",
        )
        OTHER_WORDS = (
            "statement.other_words",
            REFUSED,
            "the seal fits, but the words are not what Tidings says for these facts",
            "do not rely on it, and tell the organisation: its own key sealed it",
        )
        OTHER_LEDGER = (
            "statement.other_ledger",
            REFUSED,
            "the ledger that you gave is not the one that this statement proves, or has more on this person up to that day",
            "look which of the two the organisation publishes, and ask it for a new statement",
        )
