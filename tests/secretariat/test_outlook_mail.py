"""An item saved by Outlook is a mail: it registers, and its sender is answered."""

from pathlib import Path
from random import Random

import pytest
from made_up.outlook_files import BODY, SENDER_ADDRESS, SENDER_NAME, SUBJECT, outlook_item
from made_up.people import DEVELOPMENT
from made_up.signed_copies import drawn
from sqlmodel import select

from intake.sandbox.reader_pool import ReaderPool
from secretariat.desk import Desk
from secretariat.ingest import IngestOrder, LettersWanted, ReceivedWhen, ingest_paths
from secretariat.process import process_mail
from storage.tables import Document, Letter, Mail

# The databases differ in nothing that matters here.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def readers():
    """Yield readers whose children open what they are given."""
    with ReaderPool(readers=1) as pool:
        yield pool


def test_an_outlook_item_with_a_signed_copy_is_registered_and_acknowledged(
    desk: Desk, readers: ReaderPool, tmp_path: Path
) -> None:
    copy = drawn("reportlab")(Random(7), DEVELOPMENT).data
    texts = {
        SUBJECT: "Ons verzoek",
        BODY: "Bijgaand de kopie.",
        SENDER_NAME: "Zoë Quist",
        SENDER_ADDRESS: "zoe@agency.example",
    }
    file = tmp_path / "ours.msg"
    file.write_bytes(outlook_item(texts, [("pact.pdf", copy)]))
    order = IngestOrder((file,), letters=LettersWanted.ALWAYS, received=ReceivedWhen.NOW)

    kept = next(one.kept for one in ingest_paths(desk, order))
    assert kept is not None
    process_mail(desk, readers, kept.mail_id)

    with desk.database.read() as session:
        mail = session.exec(select(Mail)).one()
        letter = session.exec(select(Letter)).one()
        names = session.exec(select(Document.file_name)).all()
    assert (mail.outcome, mail.sender_address, mail.subject) == (
        "registered",
        "zoe@agency.example",
        "Ons verzoek",
    )
    assert (letter.to_address, letter.kind) == ("zoe@agency.example", "acknowledgement")
    assert list(names) == ["pact.pdf"]
