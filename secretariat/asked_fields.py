"""Which fields of an application wait for the applicant's word: not read, not surely, or asked about."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session

from pact.application import ApplicationKind
from pact.documents import FIELD_NAMES
from storage.applications import fields_of, standing_findings
from storage.tables import Application, ApplicationField

ASKS_ABOUT: dict[str, str] = {
    **{f"missing_{name}": name for name in FIELD_NAMES},
    **{f"unsure_{name}": name for name in FIELD_NAMES},
    "ambiguous_date": "date",
    "date_in_future": "date",
    "date_before_pact": "date",
    "contradictory_marks": "participation_type",
    "organisations_differ": "organisation",
}
"""The findings that ask the applicant about one field, and that field."""

UNCHANGED_ASKED = ("only_signature_page", "part_of_the_pact")
"""The findings that one sentence settles: that the text was signed unchanged."""


def asked_fields(session: Session, application: Application) -> list[ApplicationField]:
    """Return the rows of the fields that the applicant's word may fill, in any of its blocks."""
    assert application.id is not None
    standing = {row.code for row in standing_findings(session, application.id)}
    asked = {ASKS_ABOUT[code] for code in standing & set(ASKS_ABOUT)}
    return list(_open_rows(fields_of(session, application), application, asked))


def _open_rows(
    rows: Sequence[ApplicationField], application: Application, asked: set[str]
) -> Iterator[ApplicationField]:
    for row in rows:
        # A Letter of Support names no role (2.2.2), and whether it is signed no reply can say.
        has_no_role = application.kind == ApplicationKind.SUPPORT and row.name == "participation_type"
        if row.name not in FIELD_NAMES or has_no_role:
            continue
        of_this_name = [one for one in rows if one.name == row.name]
        unread = [one for one in of_this_name if not one.sure or not one.value]
        # Where one block's field is doubtful, the question is about that one.
        if row in unread or (row.name in asked and not unread):
            yield row
