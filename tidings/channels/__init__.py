"""Ways out: one file a provider and channel. `interface.py` is what they have in common."""
