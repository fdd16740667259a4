"""A mailbox is fetched so that no mail is marked before it is durable, and none is taken twice."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient.exceptions import IMAPClientError
from made_up.host_certificates import host_certificate
from made_up.imap_stand_in import PASSWORD, STORED_AT, TOKEN, ImapStandIn, imap_server
from made_up.mails import OURS, build_mail
from sqlmodel import select

from intake.door import Door
from intake.ways_in.imap_account import ImapAccount, LoginProblem, connected, why_not_reached
from intake.ways_in.imap_box import ImapBox
from intake.ways_in.receipt import Reception
from storage.database import Database
from storage.originals import open_originals
from storage.settings import Settings, load_settings
from storage.tables import Delivery, Mail

NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)
DONE = "CFIT taken in"
ONCE: Callable[[float], bool] = lambda _: True  # noqa: E731


def box(
    server: ImapStandIn, settings: Settings, database: Database, *, size_limit: int = 1_000_000
) -> ImapBox:
    given = load_settings(home=settings.home, database_url=settings.database_url, imap_url=server.url)
    door = Door(database, open_originals(settings))
    return ImapBox(ImapAccount.of(given), door, Reception.of(given), size_limit, lambda: NOW)


def mails(database: Database) -> list[Mail]:
    with database.read() as session:
        return list(session.exec(select(Mail).order_by(Mail.id)).all())


def test_what_lies_in_the_mailbox_is_kept_and_moved_away(settings: Settings, database: Database) -> None:
    first, second = build_mail(subject="First"), build_mail(subject="Second")
    with imap_server() as server:
        server.put(first)
        server.put(second)

        box(server, settings, database).watch(ONCE)

        assert server.folders["INBOX"] == []
        assert [mail.data for mail in server.folders[DONE]] == [first, second]
    kept = mails(database)
    originals = open_originals(settings)
    assert [originals.get(mail.sha256) for mail in kept] == [first, second]
    assert [(mail.envelope_from, mail.envelope_to) for mail in kept] == [
        ("w.vanderkooij@zilverveen.example", [OURS])
    ] * 2
    assert [(mail.source, mail.received_at, mail.letters) for mail in kept] == [
        ("imap", STORED_AT, "auto")
    ] * 2


@pytest.mark.parametrize("capabilities", ["", "UIDPLUS"])
def test_a_server_that_cannot_move_has_it_copied_and_marked(
    settings: Settings, database: Database, capabilities: str
) -> None:
    with imap_server(capabilities) as server:
        server.put(build_mail())
        server.put(build_mail(subject="Other")).flags.add("\\Deleted")

        box(server, settings, database).watch(ONCE)

        assert len(server.folders[DONE]) == 1
        left = [sorted(mail.flags) for mail in server.folders["INBOX"]]
        assert left == ([["\\Deleted"]] if capabilities else [["\\Deleted"]] * 2)
    assert len(mails(database)) == 1


@pytest.mark.parametrize("command", ["UID SEARCH", "UID FETCH", "LIST", "CREATE", "UID MOVE"])
def test_a_connection_that_breaks_loses_nothing_and_doubles_nothing(
    settings: Settings, database: Database, command: str
) -> None:
    with imap_server() as server:
        server.put(build_mail())
        server.hang_up_at = {command: 2}
        mailbox = box(server, settings, database)

        for _ in range(2):
            with pytest.raises((IMAPClientError, OSError)):
                mailbox.watch(ONCE)
            assert len(server.folders["INBOX"]) == 1
        mailbox.watch(ONCE)

        assert server.folders["INBOX"] == []
        assert len(server.folders[DONE]) == 1
    assert len(mails(database)) == 1


def test_a_mail_that_we_cannot_keep_stays_unmarked(settings: Settings, database: Database) -> None:
    class Full:
        def put(self, data: bytes) -> str:
            raise OSError("no room")

    with imap_server() as server:
        server.put(build_mail())
        mailbox = box(server, settings, database)
        full = replace(mailbox, door=Door(database, Full()))  # type: ignore[arg-type]

        with pytest.raises(OSError, match="no room"):
            full.watch(ONCE)

        assert [mail.flags for mail in server.folders["INBOX"]] == [set()]
    assert mails(database) == []


def test_the_same_mail_taken_twice_is_one_mail(settings: Settings, database: Database) -> None:
    with imap_server() as server:
        mailbox = box(server, settings, database)
        for _ in range(2):
            server.put(build_mail())
            mailbox.watch(ONCE)

    with database.read() as session:
        assert len(session.exec(select(Delivery)).all()) == 2
    assert len(mails(database)) == 1


def test_a_mail_that_is_too_large_stays_and_is_flagged_once(settings: Settings, database: Database) -> None:
    with imap_server() as server:
        large = server.put(build_mail(text="x" * 5_000))
        mailbox = box(server, settings, database, size_limit=1_000)

        mailbox.watch(ONCE)
        mailbox.watch(ONCE)

        assert (server.folders["INBOX"], large.flags) == ([large], {"\\Flagged"})
        assert server.commands.count("UID STORE") == 1
    assert mails(database) == []


def test_nobody_is_written_to_about_an_old_mailbox(settings: Settings, database: Database) -> None:
    with imap_server() as server:
        server.put(build_mail(), NOW - timedelta(days=8))

        box(server, settings, database).watch(ONCE)

    assert [(mail.letters, mail.received_at) for mail in mails(database)] == [
        ("none", NOW - timedelta(days=8))
    ]


def test_news_are_taken_in_while_the_connection_idles(settings: Settings, database: Database) -> None:
    stop = threading.Event()
    with imap_server() as server:
        mailbox = box(server, settings, database)
        watching = threading.Thread(target=mailbox.watch, args=(stop.wait,))
        watching.start()
        assert server.idling.wait(20)

        server.put(build_mail())
        stop.set()
        watching.join(30)

        assert not watching.is_alive()
        mailbox.watch(ONCE)
    assert len(mails(database)) == 1


def test_a_token_is_read_anew_from_its_file_or_command_at_each_login(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("stale\n")
    with imap_server() as server:
        account = replace(_account(server), token_file=file, password="")
        with pytest.raises(LoginProblem, match="access token"):
            connected(account)

        file.write_text(f"{TOKEN}\n")
        connected(account).logout()
        connected(replace(account, token_file=None, token_command=f"printf '{TOKEN}'")).logout()

        assert server.commands.count("AUTHENTICATE") == 3


@pytest.mark.parametrize(
    ("command", "file", "says"),
    [
        ("false", None, "CFIT_IMAP_TOKEN_COMMAND gave no token: CalledProcessError."),
        ("/nowhere/token", None, "CFIT_IMAP_TOKEN_COMMAND gave no token: FileNotFoundError."),
        ("printf 'two words'", None, "CFIT_IMAP_TOKEN_COMMAND does not give one line with a token."),
        (None, Path("/nowhere/token"), "/nowhere/token cannot be read."),
    ],
)
def test_a_token_that_cannot_be_had_is_told_in_a_sentence(
    command: str | None, file: Path | None, says: str
) -> None:
    with imap_server() as server:
        account = replace(_account(server), token_command=command, token_file=file)

        with pytest.raises(LoginProblem) as refused:
            connected(account)

    assert str(refused.value) == says


def test_a_wrong_password_is_told_without_it() -> None:
    with imap_server() as server:
        account = replace(_account(server), password="wrong-and-secret")

        with pytest.raises(LoginProblem) as refused:
            connected(account)

    assert str(refused.value) == "127.0.0.1 does not take our name and password."
    assert "wrong-and-secret" not in repr(account)


def test_no_password_leaves_this_machine_in_the_open() -> None:
    with imap_server() as server:
        # The same host by a name that is not known to be this machine: it offers no TLS.
        account = replace(_account(server), host="127.1")

        with pytest.raises(IMAPClientError):
            connected(account)

        assert "LOGIN" not in server.commands


def test_over_tls_only_a_server_with_a_trusted_certificate_is_told_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = host_certificate(tmp_path, "localhost")
    with imap_server() as server:
        server.speak_tls(certificate, key)
        account = replace(_account(server), host="localhost", is_tls=True)

        with pytest.raises(OSError, match="certificate"):
            connected(account)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        connected(account).logout()

        assert server.commands.count("LOGIN") == 1


def test_doctor_is_told_in_a_sentence_why_a_mailbox_cannot_be_fetched() -> None:
    with imap_server() as server:
        account = _account(server)

        assert why_not_reached(account) == ""
        assert why_not_reached(replace(account, password="x")).startswith("127.0.0.1 does not take our name")
    assert why_not_reached(account).startswith(f"127.0.0.1:{account.port} cannot be used: ")


def test_an_address_tells_host_port_user_and_folder(home: Path) -> None:
    settings = load_settings(
        home=home, imap_url="imaps://cfit%40pact.example:a%2Fb@mail.example/In%20box/Pact"
    )

    account = ImapAccount.of(settings)

    assert (account.host, account.port, account.is_tls) == ("mail.example", 993, True)
    assert (account.user, account.password, account.folder) == ("cfit@pact.example", "a/b", "In box/Pact")


def _account(server: ImapStandIn) -> ImapAccount:
    return ImapAccount(
        host="127.0.0.1",
        port=server.server_address[1],
        is_tls=False,
        user="cfit@pact.example",
        folder="INBOX",
        password=PASSWORD,
    )
