"""Statements: what a person can show of what happened to them, sealed by the organisation and bound to its record."""

from tidings.statements.errors import StatementError
from tidings.statements.issue import Issued, issue
from tidings.statements.verify import Verdict, verify

__all__ = ["Issued", "StatementError", "Verdict", "issue", "verify"]
