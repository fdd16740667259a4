"""Documents inside zips, Outlook's files and mails in files are found, and what is too much is said."""

import time
from pathlib import Path

import pytest
from made_up.mails import Attachment, build_mail
from made_up.outlook_files import (
    BODY,
    HEADERS,
    SENDER_ADDRESS,
    SENDER_NAME,
    SUBJECT,
    endless_winmail,
    item_folder,
    outlook_item,
    winmail,
)
from made_up.zips import bomb, locked, overlapping, two_faced, written_on_windows, zip_of

from intake.mail.parse import ParsedMail, parse_mail

PDF = b"%PDF-1.7\nmade up\n"
UNTYPED = "application/octet-stream"


def _with(name: str, data: bytes) -> ParsedMail:
    return parse_mail(build_mail(attachments=[Attachment(name, data, UNTYPED)]))


def _names(mail: ParsedMail) -> list[str]:
    return [part.file_name for part in mail.parts]


def test_the_files_of_a_zip_are_documents_named_by_where_they_lay() -> None:
    mail = _with("scan.zip", zip_of({"Signed/pact.pdf": PDF, "Signed/letter.pdf": b"%PDF-2"}))

    assert _names(mail) == ["scan.zip/pact.pdf", "scan.zip/letter.pdf"]
    assert [part.data for part in mail.parts] == [PDF, b"%PDF-2"]
    assert mail.limits_hit == ()


def test_what_a_macintosh_and_windows_add_to_a_zip_is_no_document() -> None:
    files = {"pact.pdf": PDF, "__MACOSX/._pact.pdf": b"x", ".DS_Store": b"x", "Thumbs.db": b"x"}

    assert _names(_with("scan.zip", zip_of(files))) == ["scan.zip/pact.pdf"]


@pytest.mark.parametrize("name", ["Unterstützung Bødø.pdf", "Déclaration signée.pdf"])
def test_names_in_a_zip_are_read_in_unicode_and_in_the_code_page_of_windows(name: str) -> None:
    assert _names(_with("a.zip", zip_of({name: PDF}))) == [f"a.zip/{name}"]
    assert _names(_with("a.zip", written_on_windows(name, PDF))) == [f"a.zip/{name}"]


def test_a_zip_in_a_zip_is_opened_and_one_deeper_goes_to_a_person() -> None:
    inner = zip_of({"pact.pdf": PDF})
    two = _with("a.zip", zip_of({"b.zip": inner}))
    three = _with("a.zip", zip_of({"b.zip": zip_of({"c.zip": inner})}))

    assert _names(two) == ["a.zip/b.zip/pact.pdf"]
    assert (_names(three), three.limits_hit) == (["a.zip/b.zip/c.zip"], ("depth",))


def test_a_zip_with_a_password_stays_beside_the_files_that_can_be_had() -> None:
    archive = locked(zip_of({"secret.pdf": PDF, "open.pdf": PDF}), "secret.pdf")

    mail = _with("papers.zip", archive)

    assert _names(mail) == ["papers.zip", "papers.zip/open.pdf"]
    assert mail.parts[0].data == archive
    assert mail.limits_hit == ()


@pytest.mark.parametrize(
    ("archive", "limits"),
    [
        (bomb(40 << 20), ("ratio",)),
        (bomb(60 << 20), ("unpacked",)),
        (overlapping(150, 1 << 20), ("unpacked",)),
        (two_faced(60 << 20), ("unpacked",)),
        (zip_of({f"{number}.pdf": PDF for number in range(201)}), ("parts",)),
    ],
    ids=["ratio", "size", "overlapping", "two tables", "entries"],
)
def test_a_zip_that_is_too_much_is_not_inflated_and_goes_to_a_person(
    archive: bytes, limits: tuple[str, ...]
) -> None:
    began = time.process_time()

    mail = _with("bomb.zip", archive)

    assert (_names(mail), mail.limits_hit) == (["bomb.zip"], limits)
    assert time.process_time() - began < 1


def test_several_zips_share_what_one_mail_may_hold() -> None:
    archive = zip_of({"a.bin": bytes(8 << 20)})

    mail = parse_mail(build_mail(attachments=[Attachment(f"{n}.zip", archive, UNTYPED) for n in range(7)]))

    assert mail.limits_hit == ("unpacked",)


@pytest.mark.parametrize("cut", [30, 60, 200])
def test_a_damaged_zip_stays_what_it_is(cut: int) -> None:
    archive = zip_of({"pact.pdf": PDF * 50})

    assert _names(_with("a.zip", archive[:-cut])) == ["a.zip"]


def test_a_word_document_is_no_container() -> None:
    word = zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})

    assert _names(_with("letter.docx", word)) == ["letter.docx"]


def test_a_mail_attached_as_a_file_is_opened() -> None:
    inner = build_mail(attachments=[Attachment("pact.pdf", PDF)])

    mail = _with("forwarded.eml", inner)

    assert [(part.file_name, part.forwarded) for part in mail.parts] == [("forwarded.eml/pact.pdf", True)]


def test_an_attached_outlook_item_is_opened_with_the_items_inside_it() -> None:
    inner = item_folder({SUBJECT: "Inner"}, [("letter.pdf", PDF)], header_bytes=24)
    item = outlook_item({SUBJECT: "Our application", BODY: "See attached."}, [("pact.pdf", PDF)], inner)

    mail = _with("mail.msg", item)

    assert _names(mail) == ["mail.msg/pact.pdf", "mail.msg/inner.msg/letter.pdf"]
    assert all(part.forwarded for part in mail.parts)
    assert mail.text == "Please find our signed copy attached."


def test_an_outlook_item_is_a_mail_of_its_own() -> None:
    texts = {
        SUBJECT: "Ons verzoek",
        BODY: "Bijgaand de kopie.",
        SENDER_NAME: "Zoë Quist",
        SENDER_ADDRESS: "zoe@agency.example",
    }

    mail = parse_mail(outlook_item(texts, [("pact.pdf", PDF)]))

    assert (mail.subject, mail.text) == ("Ons verzoek", "Bijgaand de kopie.")
    assert (mail.from_name, mail.from_address) == ("Zoë Quist", "zoe@agency.example")
    assert [(part.file_name, part.data, part.forwarded) for part in mail.parts] == [("pact.pdf", PDF, False)]
    assert mail.limits_hit == ()


def test_the_fields_that_an_outlook_item_came_with_are_its_head() -> None:
    fields = (
        "From: Nora <nora@agency.example>\r\nMessage-ID: <1@agency.example>\r\n"
        'Content-Type: multipart/mixed;\r\n boundary="x"\r\nSubject: Ours\r\n\r\n'
    )

    mail = parse_mail(outlook_item({HEADERS: fields, BODY: "Hello."}))

    assert (mail.from_address, mail.message_id) == ("nora@agency.example", "<1@agency.example>")
    assert (mail.subject, mail.text) == ("Ours", "Hello.")


def test_a_damaged_outlook_item_is_kept_for_a_person() -> None:
    item = outlook_item({SUBJECT: "x"}, [("pact.pdf", PDF)])

    assert parse_mail(item[:600]).limits_hit == ("damaged",)
    assert _names(_with("mail.msg", item[:600])) == ["mail.msg"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mail.eml", build_mail(text="We withdraw.")),
        ("mail.msg", outlook_item({SUBJECT: "x", BODY: "We withdraw."})),
        ("empty.zip", zip_of({})),
    ],
)
def test_what_holds_no_document_stays_for_a_person_to_open(name: str, data: bytes) -> None:
    assert _names(_with(name, data)) == [name]


def test_winmail_dat_gives_what_was_attached_and_the_text_where_there_is_none() -> None:
    data = winmail([("Déclaration.pdf", PDF), ("letter.pdf", b"%PDF-2")], "As agreed.")

    mail = parse_mail(
        build_mail(text="", attachments=[Attachment("winmail.dat", data, "application/ms-tnef")])
    )

    assert _names(mail) == ["Déclaration.pdf", "letter.pdf"]
    assert [part.data for part in mail.parts] == [PDF, b"%PDF-2"]
    assert mail.text == "As agreed."


def test_winmail_dat_that_counts_without_end_is_left_at_once() -> None:
    began = time.process_time()

    mail = _with("winmail.dat", endless_winmail())

    assert mail.parts == ()
    assert time.process_time() - began < 1


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_damaged_winmail_dat_gives_what_came_before_the_damage(cut: float) -> None:
    data = winmail([("first.pdf", PDF), ("second.pdf", PDF * 20)])

    mail = _with("winmail.dat", data[: int(len(data) * cut)])

    assert mail.limits_hit == ()
    assert _names(mail)[:1] in ([], ["first.pdf"], ["SHORT~1.PDF"])


def test_the_digest_is_of_what_was_sent_and_not_of_what_was_unpacked() -> None:
    raw = build_mail(attachments=[Attachment("a.zip", zip_of({"pact.pdf": PDF}))])

    assert parse_mail(raw).parts_digest == parse_mail(raw.replace(b"\r\n", b"\n")).parts_digest


@pytest.mark.shared
def test_the_winmail_files_of_strangers_give_all_their_attachments(shared: Path) -> None:
    paths = sorted((shared / "mail" / "koodaamo+tnefparse").rglob("*.tnef"))

    counts = {path.stem: len(_with("winmail.dat", path.read_bytes()).parts) for path in paths}

    assert sum(counts.values()) == 29
    assert counts["two-files"] == 2
    assert counts["duplicate_filename"] == 3


@pytest.mark.shared
def test_the_outlook_items_of_strangers_are_read(shared: Path) -> None:
    paths = sorted((shared / "mail" / "TeamMsgExtractor+msg-extractor").rglob("*.msg"))

    mails = [parse_mail(path.read_bytes()) for path in paths]

    assert [len(mail.parts) for mail in mails] == [0, 2, 0, 2]
    assert all(mail.text and mail.subject for mail in mails)
