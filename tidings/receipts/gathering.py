"""Receipts come one by one and by the thousand: while one lot is being kept, the next ones gather.

Keeping is a transaction, and costs about the same for one receipt as for a hundred. A request is answered only once
its own receipts are kept, or could not be.
"""

from __future__ import annotations

import asyncio
import logging

from starlette.concurrency import run_in_threadpool

from tidings.receipts.interface import Receipt, Sink

LOG = logging.getLogger(__name__)

MOST = 500
"""Receipts in one call of the sink, unless a single request brings more."""


class Gathering:
    """Calls the sink for many requests at once: one call at a time, in a thread."""

    def __init__(self, sink: Sink, most: int = MOST) -> None:
        self._sink, self._most = sink, most
        self._waiting: list[tuple[list[Receipt], asyncio.Future[bool]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def keep(self, receipts: list[Receipt]) -> bool:
        """True once they are kept; False if they could not be, so that the provider must try again."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((receipts, kept))
        if self._worker is None:
            self._worker = asyncio.create_task(self._work())
        return await kept

    async def _work(self) -> None:
        while self._waiting:
            lot = [self._waiting.pop(0)]
            while self._waiting and sum(len(receipts) for receipts, _ in lot) + len(self._waiting[0][0]) <= self._most:
                lot.append(self._waiting.pop(0))
            together = await self._try([receipt for receipts, _ in lot for receipt in receipts])
            for receipts, kept in lot:
                # One request's receipts must not keep the others' from being kept.
                result = together or (len(lot) > 1 and await self._try(receipts))
                if not kept.done():  # it is done if the provider hung up
                    kept.set_result(result)
        self._worker = None

    async def _try(self, receipts: list[Receipt]) -> bool:
        try:
            await run_in_threadpool(self._sink, receipts)
        except Exception as error:  # noqa: BLE001 - whatever it is, they are not kept and the provider must hear of it
            # The kind of error only: its text might show anything.
            LOG.error("%d receipts could not be kept: %s", len(receipts), type(error).__name__)  # noqa: TRY400 - same reason
            return False
        return True
