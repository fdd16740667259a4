"""Several pictures as one document: its pages once each, and what is no page told apart."""

from dataclasses import replace

from made_up.scanned_copies import scanned_family

from intake.reading.read_pictures import each_once, read_pictures
from pact.documents import Field, PictureKind, PictureSeen, Signatory

HOLM = Signatory(
    organisation=Field("Fjordby kommune", 0.9, sure=True, page=1), name=Field("Ida Holm", 0.9, page=1)
)
AGAIN = replace(
    HOLM,
    organisation=Field("Fjordby kommune", 0.9, sure=True, page=2),
    name=Field("Ida Holm", 0.95, sure=True, page=2),
)


def test_a_page_photographed_twice_is_signed_once():
    assert each_once([HOLM, AGAIN]) == (AGAIN,)


def test_two_people_on_two_pages_stay_two():
    other = replace(AGAIN, name=Field("Nils Berg", 0.9, sure=True, page=2))

    assert each_once([HOLM, other]) == (HOLM, other)


def test_two_blocks_on_one_page_stay_two():
    assert each_once([HOLM, HOLM]) == (HOLM, HOLM)


def test_a_signatory_whose_name_was_not_read_is_nobody_s_double():
    unread = replace(HOLM, name=Field(page=2))

    assert each_once([HOLM, unread]) == (HOLM, unread)


def test_a_logo_is_no_page():
    logo = next(scanned_family("no_document", "development", 3, 1))

    document = read_pictures([logo.data])

    assert document.pictures == (PictureSeen(PictureKind.NO_DOCUMENT),)
    assert [remark.code for remark in document.remarks] == ["picture_without_page"]


def test_a_picture_that_cannot_be_opened_is_said_beside_others():
    logo = next(scanned_family("no_document", "development", 3, 1))

    document = read_pictures([logo.data, b"\xff\xd8\xff broken"])

    assert [one.kind for one in document.pictures] == [PictureKind.NO_DOCUMENT, PictureKind.UNREADABLE]
    assert document.error is not None


def test_no_picture_at_all_is_an_empty_document():
    assert read_pictures([]).error is not None
