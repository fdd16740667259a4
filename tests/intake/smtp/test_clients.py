"""Other people's programs as clients: whatever they are written in, their mail arrives as it was."""

import shutil
import smtplib
import subprocess
from email.message import EmailMessage
from pathlib import Path

import pytest
from journeys.running import door_of, listener_in_thread, mails

from storage.database import Database
from storage.originals_spool import open_originals_with_spool
from storage.settings import Settings

SENDER, OURS = "anna@city.example", "cfit@localhost"


def letter() -> bytes:
    """Return a mail with lines that begin with dots and a part that is too large for the row."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, OURS, "Our copy"
    message.set_content(".\n..\n.one dot\nSee the attached document.\n")
    message.add_attachment(bytes(100_000), maintype="application", subtype="pdf", filename="copy.pdf")
    message.set_boundary("a-boundary")
    return message.as_bytes()


def swaks(port: int, file: Path) -> list[str]:
    return ["swaks", "--server", f"127.0.0.1:{port}", "--from", SENDER, "--to", OURS, "--data", f"@{file}"]


def msmtp(port: int, file: Path) -> list[str]:
    place = ["--file=/dev/null", "--host=127.0.0.1", f"--port={port}", "--tls=off", "--auth=off"]
    return ["sh", "-c", 'msmtp "$@" < ' + str(file), "msmtp", *place, f"--from={SENDER}", OURS]


def curl(port: int, file: Path) -> list[str]:
    envelope = ["--mail-from", SENDER, "--mail-rcpt", OURS, "--crlf"]
    return ["curl", "-sS", "--url", f"smtp://127.0.0.1:{port}/client.example", *envelope, "-T", str(file)]


@pytest.mark.parametrize("program", [swaks, msmtp, curl], ids=lambda program: str(program.__name__))
def test_a_mail_arrives_as_it_was_sent(
    settings: Settings, database: Database, tmp_path: Path, program: object
) -> None:
    assert callable(program)
    name = str(program.__name__)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    file = tmp_path / "mail.eml"
    file.write_bytes(letter())

    with listener_in_thread(settings, door_of(settings, database)) as port:
        ran = subprocess.run(program(port, file), capture_output=True, timeout=60, check=False)

    assert ran.returncode == 0, ran.stderr
    (mail,) = mails(database)
    assert (mail.envelope_from, mail.envelope_to) == (SENDER, [OURS])
    arrived = open_originals_with_spool(settings, database).get(mail.sha256)
    # msmtp writes a Date above the mail, swaks an empty line below it.
    assert arrived.replace(b"\r\n", b"\n").rstrip(b"\n").endswith(letter().rstrip(b"\n"))


def test_smtplib_hands_over_several_mails_on_one_connection(settings: Settings, database: Database) -> None:
    with (
        listener_in_thread(settings, door_of(settings, database)) as port,
        smtplib.SMTP("127.0.0.1", port) as client,
    ):
        for number in range(3):
            client.sendmail(f"a{number}@city.example", [OURS], letter().decode())
        client.rset()
        verified = client.verify("cfit")
        extensions = sorted(client.esmtp_features)

    assert [mail.envelope_from for mail in mails(database)] == [f"a{n}@city.example" for n in range(3)]
    assert verified[0] == 252
    assert extensions == ["8bitmime", "enhancedstatuscodes", "pipelining", "size", "smtputf8"]
