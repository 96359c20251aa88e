"""Tidings tells people that their personal data was exposed. All that reads or writes personal data is in this package."""
