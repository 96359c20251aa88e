"""The gallery that officers approve from: every notice, in every language, on every channel, to people who do not exist."""

from tidings.notices.preview.gallery import Gallery, Pages, Price
from tidings.notices.preview.proofs import ProofPress

__all__ = ["Gallery", "Pages", "Price", "ProofPress"]
