"""What the listener is measured beside: aiosmtpd as it comes, which takes any mail and drops it.

Run as a script with the port to listen on.
"""

import asyncio
import sys

from aiosmtpd.smtp import SMTP, Envelope, Session


class Dropping:
    """Takes every recipient and keeps nothing."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Taken"

    async def handle_DATA(self, _server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802
        return "250 2.0.0 Dropped"


async def serve(port: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Dropping(), data_size_limit=64 << 20), "127.0.0.1", port, backlog=200
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
