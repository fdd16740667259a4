"""The mailbox that is fetched: where it is, and how we prove to its server who we are."""

import shlex
import ssl
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from storage.settings import Settings

TIMEOUT_S = 60.0
TOKEN_TIMEOUT_S = 30
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class LoginProblem(Exception):
    """We cannot come in, for a reason that a person has to mend; its text is a sentence without secrets."""


@dataclass(frozen=True)
class ImapAccount:
    """One mailbox of one user. ``token_file`` or ``token_command`` gives an access token for XOAUTH2."""

    host: str
    port: int
    is_tls: bool
    user: str
    folder: str
    password: str = field(default="", repr=False)
    token_file: Path | None = None
    token_command: str | None = field(default=None, repr=False)
    done_folder: str = "CFIT taken in"

    @classmethod
    def of(cls, settings: Settings) -> "ImapAccount":
        """Return the account that CFIT_IMAP_URL and its companions name; the folder is INBOX unless given."""
        parts = urlsplit(settings.imap_url)
        is_tls = parts.scheme == "imaps"
        return cls(
            host=parts.hostname or "",
            port=parts.port or (993 if is_tls else 143),
            is_tls=is_tls,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.strip("/")) or "INBOX",
            token_file=settings.imap_token_path,
            token_command=settings.imap_token_command,
            done_folder=settings.imap_done_folder,
        )


def connected(account: ImapAccount) -> IMAPClient:
    """Return a connection that is logged in, over TLS unless the server is this machine.

    Raises LoginProblem, OSError or IMAPClientError.
    """
    context = ssl.create_default_context()
    client = IMAPClient(
        account.host,
        port=account.port,
        ssl=account.is_tls,
        ssl_context=context if account.is_tls else None,
        timeout=SocketTimeout(TIMEOUT_S, TIMEOUT_S),
    )
    client.normalise_times = False  # INTERNALDATE with its zone
    try:
        if not account.is_tls and account.host not in _LOOPBACK:
            client.starttls(context)
        _log_in(client, account)
    except BaseException:
        hang_up(client)
        raise
    return client


def hang_up(client: IMAPClient) -> None:
    """Close the connection, whatever is left of it."""
    with suppress(IMAPClientError, OSError):
        client.shutdown()


def why_not_reached(account: ImapAccount) -> str:
    """Return a sentence that says why the mailbox cannot be fetched at this moment, "" where it can."""
    try:
        client = connected(account)
        try:
            client.select_folder(account.folder)
            client.logout()
        finally:
            hang_up(client)
    except LoginProblem as problem:
        return str(problem)
    except (IMAPClientError, OSError) as error:
        return f"{account.host}:{account.port} cannot be used: {type(error).__name__}."
    return ""


def _log_in(client: IMAPClient, account: ImapAccount) -> None:
    token = _token(account)
    try:
        if token is not None:
            client.oauth2_login(account.user, token)
        else:
            client.login(account.user, account.password)
    except IMAPClientError as error:
        what = "access token" if token is not None else "password"
        raise LoginProblem(f"{account.host} does not take our name and {what}.") from error


def _token(account: ImapAccount) -> str | None:
    """Return the access token as it is now, None for a login by password. LoginProblem when there is none."""
    if account.token_command is not None:
        try:
            asked = subprocess.run(
                shlex.split(account.token_command),
                capture_output=True,
                text=True,
                timeout=TOKEN_TIMEOUT_S,
                check=True,
            )
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise LoginProblem(f"CFIT_IMAP_TOKEN_COMMAND gave no token: {type(error).__name__}.") from error
        return _one_line(asked.stdout, "CFIT_IMAP_TOKEN_COMMAND")
    if account.token_file is not None:
        try:
            return _one_line(account.token_file.read_text(encoding="utf-8"), "CFIT_IMAP_TOKEN_PATH")
        except (OSError, UnicodeDecodeError) as error:
            raise LoginProblem(f"{account.token_file} cannot be read.") from error
    return None


def _one_line(text: str, name: str) -> str:
    token = text.strip()
    if not token or len(token.split()) != 1:
        raise LoginProblem(f"{name} does not give one line with a token.")
    return token
