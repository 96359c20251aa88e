"""Notices: what people are told, in their language, on each channel."""

from tidings.notices.catalog import FOLDER, SOURCE, TEXTS, Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.digest import digests as text_digests
from tidings.notices.letters import LetterPress, body_points
from tidings.notices.mail import FullMail, Mail
from tidings.notices.recordings import Recordings
from tidings.notices.run_sheet import SheetEntry, press_sheet
from tidings.notices.said import said
from tidings.notices.statement import (
    Attached,
    Came,
    StatementFacts,
    Told,
    compose_statement,
    edition,
    hours_and_minutes,
    press_statement,
    statement_text,
    statement_words,
)
from tidings.notices.teaser import Reply
from tidings.notices.voice import Call
from tidings.notices.whatsapp import WhatsApp

__all__ = [
    "FOLDER",
    "PLACEHOLDER",
    "SOURCE",
    "TEXTS",
    "Attached",
    "Call",
    "Came",
    "Catalogs",
    "Composer",
    "FullMail",
    "LetterPress",
    "Mail",
    "Recordings",
    "Reply",
    "SheetEntry",
    "StatementFacts",
    "Told",
    "WhatsApp",
    "body_points",
    "compose_statement",
    "edition",
    "hours_and_minutes",
    "press_sheet",
    "press_statement",
    "said",
    "statement_text",
    "statement_words",
    "text_digests",
]
