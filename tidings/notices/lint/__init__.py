"""What is wrong with the texts, before anybody is sent one: a rule a function, a finding a line of a file."""

from tidings.notices.lint.folder import lint_catalogs, lint_incident
from tidings.notices.lint.values import lint_values

__all__ = ["lint_catalogs", "lint_incident", "lint_values"]
