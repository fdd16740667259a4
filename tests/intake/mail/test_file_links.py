"""Links to files that a mail does not carry are seen, links to pages are not, and none is opened."""

import time

import pytest
from made_up.mails import build_mail

from intake.mail.file_links import MOST_LINKS, file_links
from intake.mail.parse import parse_mail


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://agency.sharepoint.com/:b:/s/Team/EabcDEF?e=xyz", "agency.sharepoint.com"),
        ("https://agency-my.sharepoint.com/personal/n_q/Documents/pact.pdf", "agency-my.sharepoint.com"),
        ("https://1drv.ms/b/s!Aabc", "1drv.ms"),
        ("https://onedrive.live.com/?id=abc&cid=1", "onedrive.live.com"),
        ("https://drive.google.com/file/d/1abc/view?usp=sharing", "drive.google.com"),
        ("https://docs.google.com/document/d/1abc/edit", "docs.google.com"),
        ("https://wetransfer.com/downloads/abc/def", "wetransfer.com"),
        ("https://we.tl/t-abc", "we.tl"),
        ("https://www.dropbox.com/scl/fi/abc/pact.pdf?dl=0", "dropbox.com"),
        ("https://cloud.agency.example/index.php/s/AbCdEfGhIjKlMnO", "cloud.agency.example"),
        ("https://filesender.university.example/?s=download&token=abc", "filesender.university.example"),
        (
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-abc&data=05",
            "we.tl",
        ),
    ],
)
def test_a_shared_file_is_told_by_its_host(link: str, host: str) -> None:
    assert file_links(f"Our copy: <{link}>.") == (host,)
    assert file_links("", f'<p><a href="{link}">pact.pdf</a></p>') == (host,)


@pytest.mark.parametrize(
    "link",
    [
        "https://agency.example/about",
        "https://www.dropbox.com/",
        "https://docs.google.com/forms/d/e/abc/viewform",
        "https://wetransfer.com/",
        "https://agency.sharepoint.com/",
        "https://notdropbox.com/s/abc/pact.pdf",
        "mailto:nora@agency.example",
    ],
)
def test_a_page_or_a_form_is_no_file(link: str) -> None:
    assert file_links(f"See {link}") == ()


def test_links_that_are_quoted_do_not_count() -> None:
    quoted = "Agreed.\n\nOn 6 Mar 2023 at 10:12, Desk <d@pact.example> wrote:\n> https://we.tl/t-abc\n"
    html = '<p>Agreed.</p><div class="gmail_quote"><a href="https://we.tl/t-abc">x</a></div>'

    assert parse_mail(build_mail(text=quoted, html=html)).file_links == ()


def test_a_link_in_the_html_alone_is_seen() -> None:
    html = '<p>See the <a href="https://drive.google.com/open?id=1">signed copy</a></p>'

    assert parse_mail(build_mail(text="See the signed copy", html=html)).file_links == ("drive.google.com",)


def test_a_part_that_lies_elsewhere_is_said_and_named() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b'Content-Type: message/external-body; access-type=URL; name="pact.pdf"\r\n\r\n'
        b"Content-Type: application/pdf\r\n\r\n--b--\r\n"
    )

    mail = parse_mail(raw)

    assert mail.file_links == ("another server",)
    assert [(part.file_name, part.data) for part in mail.parts] == [("pact.pdf", b"")]


def test_many_links_take_neither_long_nor_much_room() -> None:
    began = time.process_time()

    links = file_links(" ".join(f"https://h{number}.box.com/s/x" for number in range(8_000)))

    assert len(links) == MOST_LINKS
    assert time.process_time() - began < 1
