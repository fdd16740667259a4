"""Handing one message to the mail server of CFIT_SMTP_URL, and understanding what it answers."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import aiosmtplib

from pact.errors import Refusal
from storage.settings import Settings

COMMAND_LIMIT_S = 120
"""Seconds that the server may take for one answer."""

FAREWELL_LIMIT_S = 5
"""Seconds for the answer to QUIT, on which nothing depends."""

WHOLE_LIMIT_S = 300
"""Seconds for the whole delivery; storage/sending.py LEASE is longer, so that two never send at once."""


class NotNow(Exception):
    """The server did not take the message this time; the text says why, and later it may."""


class RecipientRefused(Refusal):
    """The other side takes no mail for this address: the letter is not at fault."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where letters leave. ``implicit_tls`` is smtps; otherwise STARTTLS is used when offered.

    ``is_this_machine`` says that nobody can listen in between: then neither a certificate nor
    encryption of a password is asked for.
    """

    host: str
    port: int
    implicit_tls: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    is_this_machine: bool = False


def server_of(url: str) -> SmtpServer:
    """Return the server that smtp://USER:PASSWORD@HOST:PORT or smtps://... names.

    Raises NotNow when its port is no number.
    """
    parts = urlsplit(url)
    is_tls = parts.scheme == "smtps"
    try:
        port = parts.port or (465 if is_tls else 25)
    except ValueError as error:
        raise NotNow("CFIT_SMTP_URL has no valid port: write smtp://HOST:PORT, such as :25.") from error
    host = parts.hostname or "localhost"
    return SmtpServer(
        host=host,
        port=port,
        implicit_tls=is_tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_this_machine=_is_this_machine(host),
    )


def deliver(server: SmtpServer, *, sender: str, recipient: str, data: bytes, our_name: str) -> None:
    """Hand ``data`` to the server; return once it has answered that it keeps it (RFC 5321 6.1).

    Raises Refusal when it will never take this letter: a 5xx to the text, or RecipientRefused.
    Raises NotNow for all else, also for a 5xx to our login or to our own address, since those are
    a setting to mend and no fault of the letter.
    """

    async def hand_over(client: aiosmtplib.SMTP) -> None:
        options = [] if recipient.isascii() else ["SMTPUTF8"]
        await client.sendmail(sender, [recipient], data, mail_options=options)

    with _understood(server):
        asyncio.run(_with_server(server, our_name, hand_over))


def try_mail_server(settings: Settings) -> str:
    """Return why letters could not leave now, or an empty text; logs in and sends nothing."""
    if settings.smtp_url.startswith("outbox:"):
        return ""

    async def say_hello(client: aiosmtplib.SMTP) -> None:
        await client.noop()

    try:
        server = server_of(settings.smtp_url)
        with _understood(server):
            asyncio.run(_with_server(server, settings.message_domain, say_hello))
    except NotNow as problem:
        return str(problem)
    return ""


@contextmanager
def _understood(server: SmtpServer) -> Iterator[None]:
    """Turn what can go wrong with a server into Refusal or NotNow, each with a sentence."""
    try:
        yield
    except aiosmtplib.SMTPRecipientsRefused as error:
        raise _judged(
            error.recipients[0], "The mail server refused the recipient", RecipientRefused
        ) from error
    except aiosmtplib.SMTPDataError as error:
        raise _judged(error, "The mail server refused the letter") from error
    except aiosmtplib.SMTPNotSupported as error:
        raise RecipientRefused(
            "550", "The mail server cannot write to an address with such letters."
        ) from error
    except aiosmtplib.SMTPResponseException as error:
        raise NotNow(f"The mail server did not let us send: {_said(error)}") from error
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        raise NotNow(
            f"The mail server {server.host}:{server.port} could not be used: {_reason(error)}"
        ) from error
    except ValueError as error:
        # Last, for an unknown certificate is a ValueError too, and comes by the clause above.
        raise RecipientRefused("553", "No mail can be written to such an address.") from error


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _with_server(
    server: SmtpServer, our_name: str, do: Callable[[aiosmtplib.SMTP], Awaitable[None]]
) -> None:
    client = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.implicit_tls,
        validate_certs=not server.is_this_machine,
        local_hostname=our_name,
        timeout=COMMAND_LIMIT_S,
    )
    async with asyncio.timeout(WHOLE_LIMIT_S):
        await client.connect()
        try:
            if server.user:
                await _log_in(client, server)
            await do(client)
            # What was handed over is handed over, whatever becomes of the farewell.
            with suppress(aiosmtplib.SMTPException, OSError):
                await client.quit(timeout=FAREWELL_LIMIT_S)
        finally:
            client.close()


async def _log_in(client: aiosmtplib.SMTP, server: SmtpServer) -> None:
    if client.get_transport_info("sslcontext") is None and not server.is_this_machine:
        raise NotNow(
            "The mail server offers no encryption, and the password is not sent in the clear: "
            "use smtps:// in CFIT_SMTP_URL, or a server that offers STARTTLS."
        )
    await client.login(server.user, server.password)


def _judged(
    error: aiosmtplib.SMTPResponseException, lead: str, for_good: type[Refusal] = Refusal
) -> Exception:
    sentence = f"{lead}: {_said(error)}"
    return for_good(str(error.code), sentence) if error.code >= 500 else NotNow(sentence)


def _said(error: aiosmtplib.SMTPResponseException) -> str:
    """Return code and text of a reply, short and on one line: it is shown to people."""
    words = " ".join("".join(c if c.isprintable() else " " for c in error.message).split())
    return f"{error.code} {words}"[:200]


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long to answer."
    return str(error) or type(error).__name__
