"""Mail found in files: nothing is lost, whatever shape the file is in."""

import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.mailboxes import FoundMail, read_mailboxes

LIMIT = 1000
ONE = b"From: anna@city.example\nSubject: one\n\nFirst.\n"
TWO = b"From: bert@town.example\nSubject: two\n\nSecond.\n"
SEPARATOR = b"From anna@city.example Mon Jun 14 10:20:30 2021\n"


def found(*paths: Path) -> list[FoundMail]:
    return list(read_mailboxes(paths, LIMIT))


def datas(path: Path, content: bytes) -> list[bytes | None]:
    path.write_bytes(content)
    return [mail.data for mail in found(path)]


def test_an_eml_file_is_one_mail_as_it_lies_there(tmp_path: Path) -> None:
    path = tmp_path / "copy.eml"
    path.write_bytes(ONE)
    os.utime(path, (1_600_000_000, 1_600_000_000))

    assert found(path) == [FoundMail(path, 1, ONE, None, datetime.fromtimestamp(1_600_000_000, UTC))]


def test_an_outlook_file_is_one_item_as_it_lies_there(tmp_path: Path) -> None:
    path = tmp_path / "copy.msg"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")

    (mail,) = found(path)

    assert (mail.data, mail.is_outlook) == (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", True)


def test_an_mbox_holds_its_mails_in_order_with_their_times(tmp_path: Path) -> None:
    path = tmp_path / "Archive"
    path.write_bytes(SEPARATOR + ONE + b"\n" + b"From - Tue Jan  5 1:02:03 2021 +0100\n" + TWO + b"\n")

    mails = found(path)

    assert [(mail.position, mail.data) for mail in mails] == [(1, ONE), (2, TWO)]
    assert mails[0].from_line_at == datetime(2021, 6, 14, 10, 20, tzinfo=UTC)


def test_an_mbox_with_crlf_keeps_its_line_ends(tmp_path: Path) -> None:
    content = (SEPARATOR + ONE + b"\n" + SEPARATOR + TWO + b"\n").replace(b"\n", b"\r\n")

    assert datas(tmp_path / "a.mbox", content) == [ONE.replace(b"\n", b"\r\n"), TWO.replace(b"\n", b"\r\n")]


@pytest.mark.parametrize(
    ("content", "mails"),
    [
        (b"", []),
        (SEPARATOR, [b""]),
        (SEPARATOR + ONE.rstrip(b"\n"), [ONE.rstrip(b"\n")]),
        (SEPARATOR + ONE + SEPARATOR + TWO, [ONE, TWO]),
        (ONE + b"\n" + SEPARATOR + TWO, [ONE, TWO]),
        (SEPARATOR + ONE + b"\n>From the desk\n>>From me\n", [ONE + b"\nFrom the desk\n>From me\n"]),
        (SEPARATOR + ONE + b"\nFrom the desk of Anna\nhi\n", [ONE + b"\nFrom the desk of Anna\nhi\n"]),
        (
            SEPARATOR + ONE + b"\n" + SEPARATOR + b"quoted in running text\n",
            [ONE + b"\n" + SEPARATOR + b"quoted in running text\n"],
        ),
        (b"From 123@xxx Mon Jun 14 10:00:00 +0000 2021\n" + ONE, [ONE]),
        (b'From "Anna B." Mon Jun 14 10:00:00 CEST 2021\n' + ONE, [ONE]),
    ],
)
def test_an_mbox_out_of_order_loses_no_mail(tmp_path: Path, content: bytes, mails: list[bytes]) -> None:
    assert datas(tmp_path / "a.mbox", content) == mails


def test_a_mail_larger_than_allowed_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    large = ONE + b"x" * 70_000 + b"\n" * LIMIT

    assert datas(tmp_path / "a.mbox", SEPARATOR + large + SEPARATOR + TWO) == [None, TWO]
    assert datas(tmp_path / "a.eml", large) == [None]


def test_a_huge_file_takes_no_more_memory_than_one_mail(tmp_path: Path) -> None:
    path = tmp_path / "sparse.mbox"
    with path.open("wb") as file:
        file.write(SEPARATOR + ONE)
        file.truncate(64 * 1024 * 1024)

    tracemalloc.start()
    mails = found(path)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [mail.data for mail in mails] == [None]
    assert peak_bytes < 2 * 1024 * 1024


def test_a_maildir_gives_new_and_read_mail_and_its_folders(tmp_path: Path) -> None:
    for name, data in {
        "cur/1.a:2,S": ONE,
        "new/2.b": TWO,
        "tmp/3.c": b"half",
        ".Sent/cur/4.d": b"sent",
        ".Sent/new/.keep": b"",
    }.items():
        path = tmp_path / "Maildir" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    assert [mail.data for mail in found(tmp_path)] == [b"sent", ONE, TWO]


def test_in_a_folder_only_mail_is_read(tmp_path: Path) -> None:
    for name, data in {
        "b.eml": ONE,
        "a.EML": TWO,
        "notes.txt": b"no mail",
        "Sent": SEPARATOR + ONE,
        "c/d.eml": b"d",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)

    assert [mail.data for mail in found(tmp_path)] == [ONE, TWO, ONE, b"d"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        found(tmp_path / "nothing.eml")
