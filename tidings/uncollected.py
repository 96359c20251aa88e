"""Python's search for cyclic garbage, put off while a batch of people is worked on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A batch makes thousands of records and rows that go by themselves, and hardly a cycle. The search looks at all of them,
    and at every catalog and rule, again and again: a fifth of the time. It comes once the batch is done.
    """
    if not gc.isenabled():  # another thread's batch, or a caller who wants it so
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
