"""The words that cross the airlock: what flows may say of a stage without knowing anything of it."""

from tidings.errors import StageFailed
from tidings.model import Channel, Counts

__all__ = ["Channel", "Counts", "StageFailed"]
