"""Notices: what people are told, in their language, on each channel."""

from tidings.notices.catalog import Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.letters import LetterPress

__all__ = ["PLACEHOLDER", "Catalogs", "Composer", "LetterPress"]
