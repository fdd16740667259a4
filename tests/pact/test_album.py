from pact.album import shared_out
from pact.documents import DocumentAsRead, DocumentKind, PictureKind, PictureSeen, Remark

PAGE_1, PAGE_2 = PictureSeen(PictureKind.PAGE, 1), PictureSeen(PictureKind.PAGE, 2)
LOGO = PictureSeen(PictureKind.NO_DOCUMENT)


def album(*pictures: PictureSeen) -> DocumentAsRead:
    return DocumentAsRead(DocumentKind.SIGNED_PACT, 0.9, pages=2, pictures=pictures)


def test_the_first_picture_of_a_page_stands_for_the_whole_document():
    logo, first, second = shared_out(album(LOGO, PAGE_1, PAGE_2), ["logo.png", "a.jpg", "b.jpg"])

    assert (logo.kind, first.kind, second.kind) == (
        DocumentKind.OTHER,
        DocumentKind.SIGNED_PACT,
        DocumentKind.OTHER,
    )


def test_a_further_page_says_which_it_is():
    _, second = shared_out(album(PAGE_1, PAGE_2), ["a.jpg", "b.jpg"])

    assert second.remarks == (Remark("page_of_album", "page 2 of the document that begins with a.jpg", 2),)


def test_pictures_without_a_page_say_why_each_for_itself():
    small = PictureSeen(PictureKind.TOO_SMALL)

    codes = [one.remarks[0].code for one in shared_out(album(LOGO, small), ["logo.png", "tiny.jpg"])]

    assert codes == ["picture_without_page", "picture_too_small"]


def test_where_the_reader_could_not_say_each_stands_for_what_went_wrong():
    failed = DocumentAsRead()

    assert shared_out(failed, ["a.jpg", "b.jpg"]) == [failed, failed]


def test_a_picture_beyond_those_looked_at_is_unread():
    _, second = shared_out(album(PAGE_1), ["a.jpg", "b.jpg"])

    assert second.remarks[0].code == "page_not_read"
