"""What came after a signature is named: where, in which words, and whether the signature had allowed it."""

import pytest
from made_up import pades
from made_up.pades import SIGNATORY, Put, sign
from made_up.pki import authority, revocation_list
from pyhanko.sign.fields import MDPPerm

from intake.signing.pdf_signatures import digital_signatures
from pact.certificate_words import LaterChange

PERSON = authority().person(SIGNATORY)
FORM = pades.copy_to_sign(fields=True)
SIGNED = sign(FORM, PERSON)
CERTIFIED = {perm: sign(FORM, PERSON, Put(certify=perm)) for perm in MDPPerm}

LATER = {
    LaterChange.PROOF: lambda pdf: pades.with_revocation_data(
        pdf, crls=[revocation_list(authority().issuer)]
    ),
    LaterChange.COUNTERSIGNATURE: lambda pdf: sign(pdf, authority().person("Wim Peeters"), Put("Signature2")),
    LaterChange.FORM_FILLING: lambda pdf: pades.with_field_filled(pdf, "later"),
    LaterChange.ANNOTATIONS: lambda pdf: pades.with_note(pdf, "For one year only"),
    LaterChange.CONTENT: lambda pdf: pades.with_text_added(pdf, "Subject to a reservation"),
    LaterChange.OTHER: pades.with_catalog_changed,
}


def first_of(pdf):
    return digital_signatures(pdf, authority().trust, [SIGNATORY])[0]


@pytest.mark.parametrize("change", LATER)
def test_each_kind_of_change_is_named(change):
    assert first_of(LATER[change](SIGNED)).changed_what == (change,)


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (LaterChange.CONTENT, 'page 2: "Subject to a reservation" was added'),
        (LaterChange.ANNOTATIONS, 'page 2: "For one year only" was added'),
        (LaterChange.FORM_FILLING, "page 2"),
        (LaterChange.COUNTERSIGNATURE, ""),
    ],
)
def test_what_was_added_is_quoted_with_its_page(change, seen):
    assert first_of(LATER[change](SIGNED)).change_seen == seen


def test_several_changes_are_told_by_the_weightiest():
    filled = pades.with_field_filled(SIGNED, "later")

    assert first_of(pades.with_text_added(filled, "Not binding")).changed_what == (LaterChange.CONTENT,)


def test_a_field_filled_in_and_a_countersignature_are_both_said():
    filled = pades.with_field_filled(SIGNED, "later")
    both = sign(filled, authority().person("Wim Peeters"), Put("Signature2"))

    assert first_of(both).changed_what == (LaterChange.FORM_FILLING, LaterChange.COUNTERSIGNATURE)


def test_a_change_undone_in_a_later_revision_is_still_a_change():
    changed = pades.with_page_replaced(SIGNED, "Another text")
    undone = pades.with_contents_of(changed, SIGNED)

    assert first_of(undone).changed_after is True


def test_pages_added_are_counted():
    longer = pades.with_page_added(SIGNED)

    found = first_of(longer)

    assert (found.changed_what, found.change_seen) == (
        (LaterChange.CONTENT,),
        "2 pages when it was signed, 3 now",
    )


def test_a_countersignature_with_a_picture_over_the_page_is_no_mere_signature():
    covering = sign(
        SIGNED, authority().person("Wim Peeters"), Put("Signature2", box=(0, 0, 595, 842), page=1)
    )

    found = first_of(covering)

    assert (found.changed_what, found.change_seen) == (
        (LaterChange.ANNOTATIONS,),
        "page 2: a signature's picture covers much of it",
    )


ALLOWED = {
    MDPPerm.NO_CHANGES: {LaterChange.PROOF},
    MDPPerm.FILL_FORMS: {LaterChange.PROOF, LaterChange.COUNTERSIGNATURE, LaterChange.FORM_FILLING},
}
ALLOWED[MDPPerm.ANNOTATE] = ALLOWED[MDPPerm.FILL_FORMS] | {LaterChange.ANNOTATIONS}

# Our own maker of signatures refuses to countersign against a certification.
CASES = [
    (perm, change)
    for perm in MDPPerm
    for change in LATER
    if (perm, change) != (MDPPerm.NO_CHANGES, LaterChange.COUNTERSIGNATURE)
]


@pytest.mark.parametrize(("perm", "change"), CASES)
def test_a_certification_allows_what_its_level_allows(perm, change):
    found = first_of(LATER[change](CERTIFIED[perm]))

    assert (found.changed_what, found.change_forbidden) == ((change,), change not in ALLOWED[perm])


@pytest.mark.parametrize("perm", MDPPerm)
def test_a_certification_alone_is_a_good_signature(perm):
    found = first_of(CERTIFIED[perm])

    assert (found.intact, found.trusted, found.changed_after, found.change_forbidden) == (
        True,
        True,
        False,
        False,
    )
