from dataclasses import replace

from pact.documents import (
    Alteration,
    DocumentAsRead,
    DocumentKind,
    Field,
    Remark,
    Signatory,
    Signature,
    SignatureKind,
    Wording,
)
from pact.evidence import Standing, evidence_of

SURE = Field("Ida Holm", 0.98, sure=True, page=2, box_pt=(1.0, 2.0, 3.0, 4.0))
WRITTEN_BY_HAND = Field(None, 0.0, page=2, box_pt=(5.0, 6.0, 7.0, 8.0))
SIGNED = Signature(SignatureKind.DRAWN, 0.9, 2, (9.0, 9.0, 10.0, 10.0))
COPY = DocumentAsRead(
    DocumentKind.SIGNED_PACT,
    0.99,
    signatories=(Signatory(name=SURE, title=WRITTEN_BY_HAND, signature=SIGNED),),
)


def standings(document: DocumentAsRead) -> dict[str, Standing]:
    return {one.what: one.standing for one in evidence_of(document)}


def test_every_field_of_a_block_has_its_standing():
    assert standings(COPY) == {
        "organisation": Standing.MISSING,
        "name": Standing.SURE,
        "title": Standing.UNSURE,
        "participation_type": Standing.MISSING,
        "date": Standing.MISSING,
        "signature": Standing.SURE,
    }


def test_evidence_keeps_place_and_block():
    both = replace(COPY, signatories=(*COPY.signatories, Signatory(name=SURE)))

    found = [(one.block, one.page, one.box_pt) for one in evidence_of(both) if one.what == "name"]

    assert found == [(0, 2, SURE.box_pt), (1, 2, SURE.box_pt)]


def test_a_clause_that_differs_and_what_was_noticed_are_evidence_too():
    altered = DocumentAsRead(
        wording=Wording(compared=True, alterations=(Alteration("2.1.4", "missing"),)),
        remarks=(Remark("ambiguous_date", "03/04/2022", 2),),
    )

    assert standings(altered) == {
        "wording 2.1.4: missing": Standing.DIFFERS,
        "ambiguous date": Standing.NOTICED,
    }
