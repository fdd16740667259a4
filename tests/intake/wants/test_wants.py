import pytest
from made_up.wanting import BUILT_ON, KEPT, LANGUAGES, wanting_mails
from made_up.wants_score import score_wants

from intake.wants.own_sentences import LONGEST_TEXT
from intake.wants.wants import Want, Wanted, wants_of
from pact.documents import DocumentKind


def sure_wants(text: str, subject: str = "") -> list[Want]:
    return [one.want for one in wants_of(text, subject) if one.sure]


def unsure_wants(text: str, subject: str = "") -> list[Want]:
    return [one.want for one in wants_of(text, subject) if not one.sure]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sure_is_right_on_the_mails_the_rules_were_written_on(language):
    score = score_wants(wanting_mails(BUILT_ON, (language,)))

    assert score.wrong.total() == 0
    assert score.recall() >= 0.9


def test_each_half_holds_twenty_mails_a_language_of_which_a_fifth_or_more_want_nothing_known():
    for half in (BUILT_ON, KEPT):
        for language in LANGUAGES:
            mails = list(wanting_mails(half, (language,)))

            assert len(mails) >= 20
            assert sum(mail.wants == {Want.OTHER} for mail in mails) * 5 >= len(mails)


@pytest.mark.parametrize(
    "text",
    [
        "STATUS",
        "status?",
        "Status please!",
        "Any news?",
        "Stand van zaken?",
        "Sachstand",
        "Noe nytt?",
        "¿Novedades?",
    ],
)
def test_a_mail_of_one_word_asks_how_a_case_stands(text):
    assert sure_wants(text) == [Want.STATUS]


def test_a_subject_over_an_empty_mail_is_read():
    assert sure_wants("", "STATUS") == [Want.STATUS]
    assert sure_wants("", "Re: Status") == [Want.STATUS]
    assert sure_wants("", "Withdrawal of our application") == [Want.WITHDRAWAL]


def test_the_subject_of_a_reply_is_the_words_of_another():
    assert sure_wants("Thank you, noted.", "Re: Withdrawal of your application") == []


def test_several_wants_come_with_the_most_important_first():
    text = (
        "We have to withdraw our application. What is the status of our annual report? "
        "Please sign me up for the webinar."
    )

    assert [one.want for one in wants_of(text, "")] == [Want.WITHDRAWAL, Want.STATUS, Want.EVENT]


def test_every_want_carries_its_reason_and_the_sentence_that_shows_it():
    (found,) = wants_of("Good morning.\nWe hereby withdraw our application. Kind regards", "")

    assert found == Wanted(
        Want.WITHDRAWAL,
        "It withdraws an application.",
        sure=True,
        sentence="We hereby withdraw our application.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "We do not want to withdraw our application.",
        "Wij trekken onze aanvraag niet in.",
        "Wir ziehen unseren Antrag nicht zurück.",
        "Nous ne retirons pas notre candidature.",
        "Vi trekker ikke søknaden vår.",
        "No retiramos nuestra solicitud.",
        "We are not leaving the Pact.",
        "We don't need more time.",
    ],
)
def test_what_is_denied_is_not_wanted(text):
    assert wants_of(text, "") == (Wanted(Want.OTHER, "No rule knows what it wants.", sure=False),)


def test_what_is_denied_in_one_clause_is_not_denied_in_the_next():
    assert sure_wants("We have not found the time to sign, so we withdraw our application.") == [
        Want.WITHDRAWAL
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Can we withdraw our application at any time?",
        "If the board decides so, we will withdraw our application.",
        "Kunnen wij onze aanvraag nog intrekken?",
        "Könnten wir unseren Antrag noch zurückziehen?",
        "We are considering whether to leave the Pact.",
    ],
)
def test_a_question_or_a_condition_leaves_it_open(text):
    assert sure_wants(text) == []
    assert len(unsure_wants(text)) == 1


def test_a_sentence_in_quotes_is_what_another_said():
    text = 'Your letter says "participants may withdraw their application at any time". Is that so?'

    assert wants_of(text, "")[0].want is Want.OTHER


def test_a_legal_notice_wants_nothing():
    text = "Noted, thanks.\n\nThis message is confidential. If you are the wrong person, delete it."

    assert wants_of(text, "")[0].want is Want.OTHER


def test_a_withdrawal_that_does_not_say_from_what_is_for_a_person():
    assert unsure_wants("We hereby withdraw.") == [Want.WITHDRAWAL]


def test_an_application_withdrawn_is_no_participation_ended():
    found = wants_of("Nous retirons notre candidature au Pacte.", "")

    assert [(one.want, one.sure) for one in found] == [(Want.TERMINATION, False), (Want.WITHDRAWAL, True)]


@pytest.mark.parametrize(
    ("kind", "want"),
    [
        (DocumentKind.SIGNED_PACT, Want.APPLICATION),
        (DocumentKind.LETTER_OF_SUPPORT, Want.APPLICATION),
        (DocumentKind.ANNUAL_REPORT, Want.REPORT),
        (DocumentKind.ACTION_PLAN, Want.ACTION_PLAN),
    ],
)
def test_a_paper_says_what_its_mail_wants(kind, want):
    (found,) = wants_of("See the file.", "", [kind])

    assert (found.want, found.sure) == (want, True)


def test_a_report_sent_before_is_not_one_that_is_brought():
    assert sure_wants("The annual report was attached to our mail, we already sent it in March.") == [
        Want.ALREADY_SENT
    ]


def test_what_an_applicant_is_said_beside_the_application_corrects_nothing():
    assert sure_wants(
        "We are a procuring organisation.",
        "",
    ) == [Want.CORRECTION]
    assert [
        one.want for one in wants_of("We are a procuring organisation.", "", [DocumentKind.SIGNED_PACT])
    ] == [Want.APPLICATION]


def test_of_a_text_longer_than_is_read_nothing_is_sure():
    assert sure_wants("We hereby withdraw our application. " + "x " * LONGEST_TEXT) == []


def test_a_text_that_wants_nearly_everything_is_for_a_person():
    text = (
        "We withdraw our application. We already sent the form. What is the status of our case? "
        "We need more time. Sign me up for the webinar. Put our tender on the tender calendar."
    )

    assert sure_wants(text) == []
