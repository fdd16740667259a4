"""The phase of a connection in which bytes are a mail's, from 354 to the final dot."""

import asyncio

from intake.smtp.admission import Limits
from intake.smtp.arriving_mail import ArrivingMail
from intake.smtp.smtp_data import TOO_LARGE, Content, ContentLimits
from intake.smtp.smtp_replies import Refused

_TIMER_STEP_S = 0.05


class DataPhase:
    """One mail on its way, held to the limits; the connection gives it what comes."""

    def __init__(
        self, mail: ArrivingMail, limits: Limits, size_limit: int, loop: asyncio.AbstractEventLoop
    ) -> None:
        self._content = Content(ContentLimits(size_limit, limits.header_bytes, limits.hops), mail.take)
        self._limits, self._size_limit = limits, size_limit
        self._loop = loop
        self._ended: asyncio.Future[None] = loop.create_future()
        self._began_s = self._timed_s = loop.time()
        self._received_bytes = 0

    @property
    def is_over(self) -> bool:
        """Whether what comes now is no longer this mail's."""
        return self._ended.done()

    def feed(self, data: bytes) -> bytes | None:
        """Take bytes of the mail; return what follows the final dot, None when that has not come."""
        self._received_bytes += len(data)
        rest = self._content.feed(data)
        if rest is not None:
            self._ended.set_result(None)
        elif self._received_bytes > 2 * self._size_limit:
            # Whoever has not stopped by now will not: the connection is closed.
            self._fail(Refused(TOO_LARGE, must_close=True))
        return rest

    def left_s(self) -> float | None:
        """Return for how long the client may be silent from now on; None: as said a moment ago."""
        now_s = self._loop.time()
        if now_s - self._timed_s < _TIMER_STEP_S:
            return None
        self._timed_s = now_s
        return self._limits.data_left_s(self._received_bytes, now_s - self._began_s)

    def break_off(self) -> None:
        """Note that the client has left: what has come is no mail."""
        if not self._ended.done():
            self._fail(asyncio.IncompleteReadError(b"", None))

    async def wait(self) -> None:
        """Return after the final dot. Raises Refused, IncompleteReadError, or the fault met in keeping."""
        await self._ended
        self._content.finish()

    def _fail(self, error: Exception) -> None:
        self._ended.set_exception(error)
        # The session may be gone before it waits for this: then nobody is to be told.
        self._ended.exception()
