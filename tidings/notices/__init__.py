"""Notices: what people are told, in their language, on each channel."""

from tidings.notices.catalog import FOLDER, SOURCE, TEXTS, Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.letters import LetterPress, body_points
from tidings.notices.mail import Mail
from tidings.notices.said import said

__all__ = ["FOLDER", "PLACEHOLDER", "SOURCE", "TEXTS", "Catalogs", "Composer", "LetterPress", "Mail", "body_points", "said"]
