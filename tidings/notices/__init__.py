"""Notices: what people are told, in their language, on each channel."""

from tidings.notices.catalog import Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.letters import LetterPress
from tidings.notices.mail import FullMail, Mail
from tidings.notices.recordings import Recordings
from tidings.notices.run_sheet import SheetEntry, press_sheet
from tidings.notices.teaser import Reply
from tidings.notices.voice import Call
from tidings.notices.whatsapp import WhatsApp

__all__ = [
    "PLACEHOLDER",
    "Call",
    "Catalogs",
    "Composer",
    "FullMail",
    "LetterPress",
    "Mail",
    "Recordings",
    "Reply",
    "SheetEntry",
    "WhatsApp",
    "press_sheet",
]
