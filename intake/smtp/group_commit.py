"""Group commit: mails that come at the same time become durable in one commit, and each is told then."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from intake.door import Arrival
from storage.mails import KeptMail

KeepAll = Callable[[Sequence[Arrival]], Sequence[KeptMail | Exception]]
"""Makes mails durable and says of each what became of it; door.accept_all with its door."""

_GROUP = 100


class GroupCommit:
    """One commit at a time, of all that has come meanwhile; lives in one event loop.

    A commit costs one wait for the disk however many mails it holds. The first of a quiet moment
    is committed at once, so that nobody waits for others to come.
    """

    def __init__(self, keep_all: KeepAll) -> None:
        self._keep_all = keep_all
        # Disk and database are waited for here, so that the event loop goes on answering.
        self._committer = ThreadPoolExecutor(1, thread_name_prefix="commit-mail")
        self._waiting: list[tuple[Arrival, asyncio.Future[KeptMail]]] = []
        self._is_committing = False
        self._idle = asyncio.Event()

    async def keep(self, arrival: Arrival) -> KeptMail:
        """Return once the mail is durable. Raises what kept it from being so.

        Whoever stops waiting does not stop the commit.
        """
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[KeptMail] = loop.create_future()
        self._waiting.append((arrival, kept))
        if not self._is_committing:
            self._is_committing = True
            # What else is ready in this very moment comes along.
            loop.call_soon(self._commit, loop)
        return await kept

    async def close(self) -> None:
        """Wait until all that was handed over is committed; nothing may be handed over after it."""
        if self._is_committing:
            self._idle.clear()
            await self._idle.wait()
        await asyncio.to_thread(self._committer.shutdown)

    def _commit(self, loop: asyncio.AbstractEventLoop) -> None:
        group, self._waiting = self._waiting[:_GROUP], self._waiting[_GROUP:]
        arrivals = [arrival for arrival, _ in group]
        committed = loop.run_in_executor(self._committer, self._keep_all, arrivals)
        committed.add_done_callback(lambda done: self._tell(loop, group, done))

    def _tell(
        self,
        loop: asyncio.AbstractEventLoop,
        group: Sequence[tuple[Arrival, asyncio.Future[KeptMail]]],
        done: "asyncio.Future[Sequence[KeptMail | Exception]]",
    ) -> None:
        self._is_committing = bool(self._waiting)
        if self._waiting:
            self._commit(loop)
        else:
            self._idle.set()
        fault = done.exception()
        outcomes = [fault] * len(group) if fault else done.result()
        for (_, kept), outcome in zip(group, outcomes, strict=True):
            if kept.done():
                continue
            if isinstance(outcome, KeptMail):
                kept.set_result(outcome)
            else:
                kept.set_exception(outcome)
