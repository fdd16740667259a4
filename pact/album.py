"""A document that came as several pictures: what each of the files stands for."""

from collections.abc import Sequence

from pact.documents import DocumentAsRead, PictureKind, PictureSeen, Remark

_WORDS = {
    PictureKind.NO_DOCUMENT: ("picture_without_page", "no page of a document, such as a logo"),
    PictureKind.REPEATED: ("picture_repeated", "a page that another picture shows as well"),
    PictureKind.TOO_SMALL: ("picture_too_small", "too small to be read"),
    PictureKind.UNREADABLE: ("page_not_read", "a picture that could not be opened"),
}

_UNSEEN = PictureSeen(PictureKind.UNREADABLE)


def shared_out(document: DocumentAsRead, file_names: Sequence[str]) -> list[DocumentAsRead]:
    """Return what each picture file stands for, in their order.

    The first that holds a page stands for the whole document; the others say which page of it they
    are, or why they are none. Pictures beyond those that were looked at are unread. Where nothing
    is known of any, each stands for what went wrong.
    """
    if not document.pictures:
        return [document] * len(file_names)
    pictures = [*document.pictures, *[_UNSEEN] * (len(file_names) - len(document.pictures))]
    bearer = next((n for n, one in enumerate(pictures) if one.kind is PictureKind.PAGE), 0)
    if all(one.kind is not PictureKind.PAGE for one in pictures):
        return [_apart(one, file_names[bearer]) for one in pictures]
    return [
        document if number == bearer else _apart(one, file_names[bearer])
        for number, one in enumerate(pictures)
    ]


def _apart(picture: PictureSeen, bearer: str) -> DocumentAsRead:
    if picture.kind is PictureKind.PAGE:
        words = f"page {picture.page} of the document that begins with {bearer}"
        return DocumentAsRead(remarks=(Remark("page_of_album", words, picture.page),))
    code, words = _WORDS[picture.kind]
    return DocumentAsRead(remarks=(Remark(code, words),))
