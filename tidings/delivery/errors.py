"""What can be wrong with an approval. Coded, and without anybody's name."""

from __future__ import annotations

from tidings.errors import REFUSED, ErrorCode, TidingsError


class ApprovalError(TidingsError):
    """Officers did not approve what would go out. Nothing was sent."""

    class Code(ErrorCode):
        MISSING = (
            "approval.missing",
            REFUSED,
            "nobody approved this notice",
            "`tidings preview`, then `tidings approve` by each officer: docs/approval.md",
        )
        INCOMPLETE = (
            "approval.incomplete",
            REFUSED,
            "not enough officers approved this notice",
            "another approver runs `tidings approve`: docs/approval.md",
        )
        VOID = (
            "approval.void",
            REFUSED,
            "something changed since officers approved this notice",
            "`tidings approve` shows it, and approves it anew: docs/approval.md",
        )
        CHANGED = (
            "approval.changed",
            REFUSED,
            "what would go out is not what you looked at any more",
            "run `tidings approve` again, and look at it anew",
        )
        UNREVIEWED = (
            "approval.unreviewed",
            REFUSED,
            "there are translations that nobody reviewed",
            "have them reviewed (docs/translating.md), or say --unreviewed: English then stands beside them",
        )
