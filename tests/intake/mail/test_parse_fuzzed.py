"""Any bytes are some mail: sound ones cut, joined, doubled and sprinkled with signs break nothing.

CFIT_TEST_FUZZ_EXAMPLES lets each test try more than its share.
"""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up.mails import Attachment, bounce, build_mail, forwarding
from made_up.outlook_files import BODY, HEADERS, SUBJECT, item_folder, outlook_item, winmail
from made_up.zips import locked, zip_of

from intake.mail.automatic import judge
from intake.mail.mail_headers import decode_words, mailboxes, message_ids, sent_at
from intake.mail.mail_parameters import parse_parameters
from intake.mail.own_text import own_text
from intake.mail.parse import parse_mail
from intake.mail.parsed_mail_wire import mail_from_wire, mail_to_wire

EXAMPLES = int(os.environ.get("CFIT_TEST_FUZZ_EXAMPLES", "0"))
PDF = b"%PDF-1.7\nmade up\n"
UNTYPED = "application/octet-stream"
ITEM = outlook_item(
    {SUBJECT: "Ours", BODY: "See attached.", HEADERS: "From: Nora <nora@agency.example>\r\n\r\n"},
    [("pact.pdf", PDF)],
    item_folder({SUBJECT: "Inner"}, [("letter.pdf", PDF)], header_bytes=24),
)
ARCHIVE = zip_of({"pact.pdf": PDF, "b.zip": zip_of({"letter.pdf": PDF})})
FILES = {
    "a.zip": ARCHIVE,
    "locked.zip": locked(ARCHIVE, "pact.pdf"),
    "mail.msg": ITEM,
    "winmail.dat": winmail([("Déclaration.pdf", PDF), ("b.pdf", PDF)], "As agreed."),
    "mail.eml": build_mail(attachments=[Attachment("pact.pdf", PDF)]),
}
SEEDS = (
    *(build_mail(attachments=[Attachment(name, data, UNTYPED)]) for name, data in FILES.items()),
    build_mail(
        text="Yes.\n\nOn 6 Mar 2023 at 10:12, Desk <d@pact.example> wrote:\n> Which?\n", html="<p>Yes"
    ),
    forwarding(build_mail(attachments=[Attachment("pact.pdf", PDF)])),
    bounce(),
    ITEM,
)
SIGNS = (
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b'"',
    b";",
    b"=",
    b"--b",
    b"=?utf-8?b?",
    b"\xff",
    b"<",
    b"*0*=",
    b"PK\1\2",
)

changes = st.lists(
    st.tuples(
        st.sampled_from(("cut", "drop", "double", "insert", "overwrite")),
        st.floats(0, 1),
        st.integers(1, 400),
        st.one_of(st.sampled_from(SIGNS), st.binary(max_size=8)),
    ),
    max_size=6,
)


def tried(usual: int) -> settings:
    """Return how often a test tries: its usual share, or as often as the environment wants."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=EXAMPLES or usual, deadline=None, suppress_health_check=slow)


def changed(data: bytes, orders: list[tuple[str, float, int, bytes]]) -> bytes:
    """Return the bytes with each change made at its place."""
    for kind, place, length, sign in orders:
        at = int(place * len(data))
        before, piece, after = data[:at], data[at : at + length], data[at + length :]
        data = {
            "cut": before,
            "drop": before + after,
            "double": before + piece + piece + after,
            "insert": before + sign + piece + after,
            "overwrite": before + sign * (length // 8 + 1) + after,
        }[kind]
    return data


@tried(250)
@given(st.sampled_from(SEEDS), changes)
def test_a_damaged_mail_is_read_as_far_as_it_is_whole(seed: bytes, orders: list) -> None:
    mail = parse_mail(changed(seed, orders))

    judge(mail, mail.from_address, ("cfit@localhost",))
    assert mail_from_wire(mail_to_wire(mail)) == mail


@tried(200)
@given(st.sampled_from(sorted(FILES)), changes)
def test_a_damaged_container_in_a_sound_mail_is_opened_or_kept(name: str, orders: list) -> None:
    data = changed(FILES[name], orders)

    mail = parse_mail(build_mail(attachments=[Attachment(name, data, UNTYPED)]))

    assert mail.from_address == "w.vanderkooij@zilverveen.example"
    assert mail_from_wire(mail_to_wire(mail)) == mail


@tried(200)
@given(st.binary(max_size=2_000))
def test_bytes_of_any_kind_are_some_mail(data: bytes) -> None:
    mail = parse_mail(data)

    assert mail_from_wire(mail_to_wire(mail)) == mail


@tried(200)
@given(st.text(max_size=400))
def test_any_field_is_read(value: str) -> None:
    raw = value.encode("utf-8", "surrogatepass").decode("ascii", "surrogateescape")

    parse_parameters(raw)
    sent_at(raw)
    found = [
        decode_words(raw),
        *message_ids(raw),
        *(part for box in mailboxes(raw) for part in (box.name, box.address)),
    ]

    assert all("\n" not in line and "\0" not in line for line in found)


@tried(200)
@given(
    st.lists(
        st.sampled_from(["> ", "From: a", "On 1 May 2023, a@b wrote:", "-- ", "\n", "x", "Date: 1", "____"])
    )
)
def test_the_own_words_of_any_text_are_part_of_it(pieces: list[str]) -> None:
    text = "\n".join(pieces)

    own = own_text(text)

    assert set(own.split()) <= set(text.replace(">", " ").split()) | set(text.split())
