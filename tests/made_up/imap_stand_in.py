"""An IMAP server on loopback (RFC 3501 as far as a fetcher needs it) that hangs up on request."""

import base64
import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

USER, PASSWORD, TOKEN = "cfit@pact.example", "made-up-password", "made-up-token"
STORED_AT = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)


@dataclass
class StoredMail:
    """One mail in a folder."""

    uid: int
    data: bytes
    stored_at: datetime = STORED_AT
    flags: set[str] = field(default_factory=set)


class ImapStandIn(socketserver.ThreadingTCPServer):
    """A server with folders. ``hang_up_at`` names a command at which it hangs up, so many times."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, capabilities: str) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.capabilities = capabilities
        self.folders: dict[str, list[StoredMail]] = {"INBOX": []}
        self.hang_up_at: dict[str, int] = {}
        self.commands: list[str] = []
        self.idling = threading.Event()
        self.news = threading.Event()
        self.next_uid = 1

    @property
    def url(self) -> str:
        """Return the address of the mailbox as CFIT_IMAP_URL wants it."""
        user = USER.replace("@", "%40")
        return f"imap://{user}:{PASSWORD}@127.0.0.1:{self.server_address[1]}"

    def speak_tls(self, certificate: Path, key: Path) -> None:
        """Speak TLS from the first byte on, with this certificate."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def put(self, data: bytes, stored_at: datetime = STORED_AT) -> StoredMail:
        """Lay a mail into the inbox."""
        mail = StoredMail(self.next_uid, data, stored_at)
        self.next_uid += 1
        self.folders["INBOX"].append(mail)
        self.news.set()
        return mail

    def handle_error(self, *_: object) -> None:
        """Say nothing where a client hangs up."""


class _HangUp(Exception):
    """The conversation ends here, without a word."""


class _Conversation(socketserver.StreamRequestHandler):
    server: ImapStandIn
    selected = "INBOX"

    def handle(self) -> None:
        self._say("* OK ready")
        try:
            while line := self.rfile.readline():
                self._obey(line.decode().rstrip("\r\n"))
        except (_HangUp, ConnectionError):
            return

    def _obey(self, line: str) -> None:
        tag, _, order = line.partition(" ")
        words = order.split()
        name = " ".join(words[:2] if words[0].upper() == "UID" else words[:1]).upper()
        self.server.commands.append(name)
        if self.server.hang_up_at.get(name, 0) > 0:
            self.server.hang_up_at[name] -= 1
            raise _HangUp
        rest = order[len(name) :].strip()
        told = getattr(self, "_" + name.lower().replace(" ", "_"))(rest)
        self._say(f"{tag} {told or 'OK done'}")
        if name == "LOGOUT":
            raise _HangUp

    def _capability(self, _: str) -> None:
        self._say(f"* CAPABILITY IMAP4rev1 {self.server.capabilities}")

    def _login(self, rest: str) -> str:
        user, password = re.findall(r'"([^"]*)"|(\S+)', rest)
        given = ("".join(user), "".join(password))
        return "OK in" if given == (USER, PASSWORD) else "NO [AUTHENTICATIONFAILED] no"

    def _authenticate(self, rest: str) -> str:
        self._say("+ ")
        said = base64.b64decode(self.rfile.readline()).decode()
        return "OK in" if said == f"user={USER}\1auth=Bearer {TOKEN}\1\1" else "NO no"

    def _select(self, rest: str) -> str:
        self.selected = rest.strip('"')
        self._say(f"* {len(self._mails())} EXISTS")
        self._say("* OK [UIDVALIDITY 1] here")
        return "OK [READ-WRITE] selected"

    def _uid_search(self, _: str) -> None:
        found = [str(mail.uid) for mail in self._mails() if "\\Deleted" not in mail.flags]
        self._say(" ".join(["* SEARCH", *found]))

    def _uid_fetch(self, rest: str) -> None:
        uids, _, wanted = rest.partition(" ")
        for place, mail in enumerate(self._mails(), start=1):
            if str(mail.uid) not in uids.split(","):
                continue
            if "BODY.PEEK" in wanted:
                self._say(f"* {place} FETCH (UID {mail.uid} BODY[] {{{len(mail.data)}}}")
                self.wfile.write(mail.data)
                self._say(")")
            else:
                at, flags = mail.stored_at.strftime("%d-%b-%Y %H:%M:%S +0000"), " ".join(sorted(mail.flags))
                facts = f'RFC822.SIZE {len(mail.data)} INTERNALDATE "{at}" FLAGS ({flags})'
                self._say(f"* {place} FETCH (UID {mail.uid} {facts})")

    def _uid_store(self, rest: str) -> None:
        uid, flags = rest.split(maxsplit=1)[0], re.findall(r"\\\w+", rest)
        for mail in self._mails():
            if str(mail.uid) == uid:
                mail.flags |= set(flags)

    def _uid_copy(self, rest: str) -> str:
        uid, _, folder = rest.partition(" ")
        target = self.server.folders.get(folder.strip('"'))
        if target is None:
            return "NO [TRYCREATE] no such folder"
        target += [mail for mail in self._mails() if str(mail.uid) == uid]
        return "OK copied"

    def _uid_move(self, rest: str) -> str:
        told = self._uid_copy(rest)
        if told.startswith("OK"):
            self._drop(rest.split(maxsplit=1)[0])
        return told

    def _uid_expunge(self, rest: str) -> None:
        self._drop(rest.split(maxsplit=1)[0])

    def _list(self, rest: str) -> None:
        folder = re.findall(r'"([^"]*)"', rest)[-1]
        if folder in self.server.folders:
            self._say(f'* LIST () "/" "{folder}"')

    def _create(self, rest: str) -> None:
        self.server.folders[rest.strip('"')] = []

    def _idle(self, _: str) -> None:
        self._say("+ idling")
        self.server.idling.set()
        self.server.news.wait(20)
        self._say(f"* {len(self._mails())} EXISTS")
        self.rfile.readline()

    def _logout(self, _: str) -> None:
        self._say("* BYE")

    def _mails(self) -> list[StoredMail]:
        return self.server.folders[self.selected]

    def _drop(self, uid: str) -> None:
        self.server.folders[self.selected] = [mail for mail in self._mails() if str(mail.uid) != uid]

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def imap_server(capabilities: str = "MOVE UIDPLUS IDLE AUTH=XOAUTH2") -> Iterator[ImapStandIn]:
    """Let a server with one account answer while the block runs."""
    server = ImapStandIn(capabilities)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.news.set()
        server.shutdown()
        server.server_close()
        thread.join()
