"""Notices: what people are told, in their language, on each channel."""

from tidings.notices.catalog import Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.letters import LetterPress
from tidings.notices.mail import Mail
from tidings.notices.run_sheet import SheetEntry, press_sheet

__all__ = ["PLACEHOLDER", "Catalogs", "Composer", "LetterPress", "Mail", "SheetEntry", "press_sheet"]
