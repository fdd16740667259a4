"""What is shown of a case and of a mail: what waits for a person, and where each stands."""

from dataclasses import replace

import pytest
from made_up.cases import MadeMail, keep, pact_copy, take_in

from pact.documents import DigitalSignature, DocumentAsRead, Remark
from secretariat.certificates_shown import CertificateShown
from secretariat.desk import Desk
from secretariat.dossier import Dossier, MailDossier, dossier
from secretariat.dossier_print import print_dossier
from secretariat.file_mail import file_mail
from secretariat.hand import Hand
from secretariat.join_case import join_mail
from secretariat.queue_view import QueueLine, queue

REFERENCE = "CFIT-2026-0001"
PHOTO = DocumentAsRead(remarks=(Remark("page_not_read", "page 1"),), pages=1)


def shown(desk: Desk, reference: str) -> Dossier | MailDossier:
    with desk.database.read() as session:
        return dossier(session, desk, reference, history=False)


def only_line(desk: Desk) -> QueueLine:
    with desk.database.read() as session:
        (line,) = queue(session, desk)
    return line


def test_the_queue_says_how_many_further_papers_wait_to_be_judged(staffed_desk: Desk, officer: Hand) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    waiting = only_line(staffed_desk).why_here
    join_mail(staffed_desk, REFERENCE, "M-2", officer)

    assert waiting == "Due in 26 days; waiting for the Secretariat; 1 further paper to judge"
    assert only_line(staffed_desk).why_here == "Due in 26 days; waiting for the Secretariat"


def test_a_further_paper_is_shown_with_the_mail_to_name_in_judging_it(
    staffed_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(staffed_desk, MadeMail((pact_copy(),)))
    take_in(staffed_desk, MadeMail((pact_copy(),)))

    print_dossier(shown(staffed_desk, REFERENCE))

    printed = " ".join(capsys.readouterr().out.split())
    assert "- M-2: A second copy, paper-0.pdf: all fields the same." in printed
    assert f"cfit join {REFERENCE} MAIL --reason TEXT" in printed


def test_a_mail_is_shown_with_its_state_its_outcome_and_the_place_of_each_paper(
    staffed_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(staffed_desk, MadeMail((PHOTO, PHOTO)))

    print_dossier(shown(staffed_desk, "M-1"))

    printed = " ".join(capsys.readouterr().out.split())
    assert "State: held, outcome: unreadable. paper-0.pdf could not be read." in printed
    assert (
        "1 paper-0.pdf other 1 read not virus-checked 2 paper-1.pdf other 1 read not virus-checked" in printed
    )


def test_the_five_verdicts_on_a_certificate_stand_side_by_side(
    staffed_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    signature = DigitalSignature(
        signer="Roos Vandenbulcke", intact=True, trusted=False, changed_after=False, problem="unknown issuer"
    )
    take_in(staffed_desk, MadeMail((replace(pact_copy(), digital_signatures=(signature,)),)))

    case = shown(staffed_desk, REFERENCE)
    print_dossier(case)

    assert isinstance(case, Dossier)
    assert case.documents[0].certificates == (
        CertificateShown(
            present="signature",
            whose="Roos Vandenbulcke (not compared)",
            intact="yes",
            trusted="no (unknown issuer)",
            changed_afterwards="no",
        ),
    )
    printed = " ".join(capsys.readouterr().out.split())
    assert "Certificate signatures present whose intact trusted changed afterwards" in printed


def test_the_signature_of_a_mail_stands_beside_what_is_known_of_its_sender(staffed_desk: Desk) -> None:
    signature = DigitalSignature(signer="Roos Vandenbulcke", intact=True, trusted=True, names_signatory=True)
    made = keep(staffed_desk, MadeMail((pact_copy(),)))
    signed = replace(made, parsed=replace(made.parsed, signatures=(signature,)))

    with staffed_desk.database.write() as session:
        file_mail(session, staffed_desk, signed)

    case = shown(staffed_desk, REFERENCE)
    assert isinstance(case, Dossier)
    assert case.mails[0].verdict_reason == (
        "made up It carries the signature of Roos Vandenbulcke, for the sender's address (S/MIME); "
        "intact: yes; trusted: yes."
    )
