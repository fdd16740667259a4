"""What a person wrote is told from what they quote, and what they pass on is theirs."""

import time
from pathlib import Path

import pytest
from made_up.mails import build_mail

from intake.mail.own_text import own_text, without_quotations
from intake.mail.parse import parse_mail

INTRODUCTIONS = (
    "On Mon, 6 Mar 2023 at 10:12, CFIT Desk <cfit@pact.example> wrote:",
    "On 6 Mar 2023, at 10:12, CFIT Desk\n<cfit@pact.example> wrote:",
    "Op ma 6 mrt. 2023 om 10:12 schreef CFIT Desk <cfit@pact.example>:",
    "Op 6 mrt. 2023 om 10:12 heeft CFIT Desk <cfit@pact.example> het volgende\ngeschreven:",
    "Am Mo., 6. März 2023 um 10:12 Uhr schrieb CFIT Desk <cfit@pact.example>:",
    "Le lun. 6 mars 2023 à 10:12, CFIT Desk <cfit@pact.example> a écrit :",
    "man. 6. mar. 2023 kl. 10:12 skrev CFIT Desk <cfit@pact.example>:",
    "El lun, 6 mar 2023 a las 10:12, CFIT Desk (<cfit@pact.example>) escribió:",
    "Il giorno lun 6 mar 2023 alle ore 10:12 CFIT Desk <cfit@pact.example> ha scritto:",
    "pon., 6 mar 2023 o 10:12 CFIT Desk <cfit@pact.example> napisał(a):",
    "ma 6. maalisk. 2023 klo 10.12 CFIT Desk (cfit@pact.example) kirjoitti:",
    "----- Original Message -----",
    "-----Oorspronkelijk bericht-----",
    "---- On Mon, 06 Mar 2023 10:12:00 +0100 CFIT Desk <cfit@pact.example> wrote ----",
    "From: CFIT Desk <cfit@pact.example>\nSent: Monday, 6 March 2023 10:12\nTo: Nora\nSubject: Your mail",
    "Van: CFIT Desk <cfit@pact.example>\nVerzonden: maandag 6 maart 2023\nAan: Nora\nOnderwerp: Uw mail",
    "Von: CFIT Desk\n\nGesendet: Montag, 6. März 2023\n\nAn: Nora\n\nBetreff: Ihre Nachricht",
    "De : CFIT Desk\nEnvoyé : lundi 6 mars 2023\nÀ : Nora\nObjet : Votre message",
    "Fra: CFIT Desk\nSendt: mandag 6. mars 2023\nTil: Nora\nEmne: Din melding",
)


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("sign", ["", "> "])
def test_an_answer_is_told_from_the_mail_that_it_quotes(introduction: str, sign: str) -> None:
    quoted = "\n".join(f"{sign}{line}" for line in ("Which date is it?", "", "The Secretariat"))

    own = own_text(f"The date is 14 June 2021.\n\nNora Quist\n\n{introduction}\n\n{quoted}\n")

    assert own == "The date is 14 June 2021.\n\nNora Quist"


def test_what_is_written_below_a_quotation_is_kept() -> None:
    text = (
        "On Mon, 6 Mar 2023 at 10:12, Desk <d@pact.example> wrote:\n> Which date?\n\nThe 14th.\n-- \nNora\n"
    )

    assert own_text(text) == "The 14th."


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "On 6 Mar 2023, Desk wrote:\n> Which date?\nThe 14th.\n> And who signed?\nOur director."

    assert own_text(text) == "The 14th.\nOur director."


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "---------- Doorgestuurd bericht ---------",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Message transféré ---------",
        "---------- Videresendt melding ---------",
    ],
)
def test_a_forwarded_application_keeps_its_meaning(marker: str) -> None:
    text = (
        f"See below.\n\n{marker}\nFrom: Nora Quist <nora@agency.example>\nDate: Mon, 6 Mar 2023\n"
        "Subject: Our application\nTo: Assistant <desk@agency.example>\n\nWe wish to join the Pact.\n"
    )

    assert own_text(text) == "See below.\n\nWe wish to join the Pact."


def test_what_outlook_forwards_is_known_by_its_subject() -> None:
    head = "From: Nora\nSent: Monday\nTo: Desk\nSubject: Our application"
    text = f"For you.\n\n{head}\n\nWe wish to join the Pact.\n"

    assert own_text(text, "FW: Our application") == "For you.\n\nWe wish to join the Pact."
    assert own_text(text, "RE: Our application") == "For you."


def test_a_mail_with_nothing_above_the_printed_head_was_passed_on() -> None:
    text = "From: Nora\nSent: Monday\nTo: Desk\nSubject: Our application\n\nWe wish to join the Pact.\n"

    assert own_text(text, "Our application") == "We wish to join the Pact."


@pytest.mark.parametrize("subject", ["RE: Your application", "AW: Ihr Antrag", "[EXT] Antw: Uw verzoek"])
def test_an_answer_without_a_word_of_its_own_says_nothing(subject: str) -> None:
    text = "From: Desk\nSent: Monday\nTo: Nora\nSubject: Your application\n\nYou may leave at any time.\n"

    assert own_text(text, subject) == ""


def test_what_a_forwarded_mail_quotes_itself_is_not_taken_for_anyones() -> None:
    text = (
        "---------- Forwarded message ---------\nFrom: Nora\nTo: Desk\nSubject: x\n\nWe withdraw.\n\n"
        "On Mon, 6 Mar 2023 at 10:12, Desk <d@pact.example> wrote:\n> Do you wish to stay?\n"
    )

    assert own_text(text) == "We withdraw."


def test_a_list_of_corrections_is_no_head_of_a_mail() -> None:
    text = "Organisation: Agency for Everything\nDate: 14 June 2021\nName: Nora Quist"

    assert own_text(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Get Outlook for iOS",
        "Verzonden vanaf mijn iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPad",
        "Sendt fra min iPhone",
        "Enviado desde mi iPhone",
    ],
)
def test_what_a_device_adds_is_cut(line: str) -> None:
    assert own_text(f"It is signed.\n\n{line}\n") == "It is signed."


@pytest.mark.parametrize("hyphens", ["-- ", "--", "—", "____"])
def test_a_signature_below_its_hyphens_is_cut(hyphens: str) -> None:
    assert own_text(f"It is signed.\n{hyphens}\nNora Quist\nHead of Purchasing\n") == "It is signed."


def test_two_hyphens_with_a_whole_letter_below_are_no_signature() -> None:
    letter = "Dear all,\n--\n" + "\n".join(f"Line {number} of the letter." for number in range(40))

    assert own_text(letter) == letter


def test_a_sentence_that_tells_what_somebody_wrote_is_no_quotation() -> None:
    text = "The minister wrote:\nwe shall buy fair phones.\nSo do we."

    assert own_text(text) == text


def test_nothing_but_a_quotation_leaves_nothing() -> None:
    assert own_text("> I withdraw.\n> Yours") == ""


def test_the_signature_stays_where_only_quotations_are_to_go() -> None:
    text = "Yes.\n-- \nNora\n\nOp 6 mrt. 2023 om 10:12 schreef Desk <d@pact.example>:\n> Mag het?\n"

    assert without_quotations(text).strip() == "Yes.\n-- \nNora"


def test_a_parsed_mail_tells_both_its_whole_and_its_own_text() -> None:
    text = "The 14th.\n\nOn 6 Mar 2023 at 10:12, Desk <d@pact.example> wrote:\n> Which date?\n"

    mail = parse_mail(build_mail(text=text))

    assert mail.own_text == "The 14th."
    assert mail.text == text.strip()


@pytest.mark.parametrize(
    "unit", [" <@>", "schrieb ", "On a wrote:\n", ">", "From:\n", "--\n", "_", "a écrit :"]
)
def test_no_text_takes_long_to_cut(unit: str) -> None:
    began = time.process_time()

    own_text("2023/03/06 " + unit * (20_000 // len(unit)))

    assert time.process_time() - began < 1


@pytest.mark.shared
def test_of_64_mails_of_strangers_every_own_line_is_kept_and_51_are_cut_exactly(shared: Path) -> None:
    folder = shared / "mail" / "discourse+email_reply_trimmer" / "test"
    kept = exact = 0
    for wanted in sorted((folder / "trimmed").iterdir()):
        mail = (folder / "emails" / wanted.name).read_bytes().decode().replace("\r\n", "\n")
        own, trimmed = _lines(own_text(mail)), _lines(wanted.read_text())
        kept += all(line in own for line in trimmed if not line.startswith(">"))
        exact += own == trimmed

    assert (kept, exact) == (64, 51)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]
