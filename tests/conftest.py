"""For every test: Hypothesis has no deadlines, since a shared machine's speed is nobody's fault."""

from hypothesis import settings

settings.register_profile("tidings", deadline=None)
settings.load_profile("tidings")
