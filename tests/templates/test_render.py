from pathlib import Path

import pytest
from jinja2 import UndefinedError

import templates
from templates.written_mail import MailText, written_mail

MAIL = Path(templates.__file__).parent / "mail"


class Foot:
    secretariat_name = "The Secretariat"
    contact = "cfit@pact.example"
    privacy_notice = "We keep little."


def test_a_value_that_nobody_gave_stops_the_letter():
    with pytest.raises(UndefinedError):
        written_mail("answer", reference="M-1", name="", foot=Foot)


def test_a_value_that_is_none_stops_the_letter():
    with pytest.raises(TypeError):
        written_mail("answer", reference=None, name="", answer="Yes.", foot=Foot)


def test_the_first_line_of_a_letter_is_its_subject():
    letter = written_mail("answer", reference="M-1", name="", answer="Yes.", foot=Foot)

    assert letter == MailText(
        subject="Your mail to the Circular & Fair ICT Pact (M-1)",
        body=(
            "Hello,\n\nYes.\n\nQuestions\n---------\n"
            "Reply to this mail, or ask cfit@pact.example; please mention M-1. A\n"
            "person reads what you write.\n\nYour data\n---------\nWe keep little.\n\n"
            "With kind regards,\n\nThe Secretariat\ncfit@pact.example\n"
        ),
    )


def test_a_subject_stays_on_one_line_whatever_it_names():
    letter = written_mail("answer", reference="M-1\nBcc: x" + "y" * 300, name="", answer="Yes.", foot=Foot)

    assert letter.subject == f"Your mail to the Circular & Fair ICT Pact (M-1 Bcc: x{'y' * 107}...)"


def test_a_name_that_the_words_use_and_nobody_gave_stops_the_letter():
    with pytest.raises(UndefinedError):
        written_mail("answer", name="", answer="Yes.", foot=Foot)


def test_every_letter_opens_with_a_subject():
    letters = [path for path in MAIL.glob("*.txt.j2") if not path.name.startswith("_")]

    assert [path.name for path in letters if "Subject: " not in path.read_text("utf-8")[:200]] == []
