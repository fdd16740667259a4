from hypothesis import given
from hypothesis import strategies as st

from pact.application import ApplicationKind
from pact.checks import Circumstances, check_application
from pact.documents import (
    DigitalSignature,
    DocumentAsRead,
    DocumentKind,
    Field,
    ReadError,
    ReadErrorCode,
    Remark,
    Signatory,
    Signature,
    SignatureKind,
)
from pact.findings import CODES, in_order_of_weight

TEXTS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(["2026-13-45", "both", "coordinating", "BOTH", "0000-00-00"]),
)
FIELDS = st.builds(Field, value=TEXTS, sure=st.booleans(), page=st.one_of(st.none(), st.integers(1, 20)))
SIGNATORIES = st.builds(
    Signatory,
    organisation=FIELDS,
    name=FIELDS,
    title=FIELDS,
    participation_type=FIELDS,
    date=FIELDS,
    signature=st.builds(Signature, kind=st.sampled_from(SignatureKind)),
)
DOCUMENTS = st.builds(
    DocumentAsRead,
    kind=st.sampled_from(DocumentKind),
    signatories=st.lists(SIGNATORIES, max_size=3).map(tuple),
    endorses=FIELDS,
    digital_signatures=st.lists(st.builds(DigitalSignature), max_size=2).map(tuple),
    remarks=st.lists(
        st.builds(Remark, code=st.sampled_from([*CODES, "moon_phase"]), seen=st.text(max_size=9)), max_size=3
    ).map(tuple),
    error=st.one_of(st.none(), st.just(ReadError(ReadErrorCode.TIMEOUT, "It took too long."))),
)
CIRCUMSTANCES = st.builds(
    Circumstances,
    received_on=st.dates(),
    sender_domain=st.text(max_size=20),
    sender_verdict=st.text(max_size=5),
    has_applied_before=st.booleans(),
    is_participant=st.booleans(),
    is_supporter=st.booleans(),
)


@given(DOCUMENTS, st.sampled_from(ApplicationKind), CIRCUMSTANCES)
def test_whatever_was_read_nothing_is_raised_and_the_weightiest_comes_first(document, kind, circumstances):
    found = check_application(document, kind, circumstances)

    assert found == in_order_of_weight(found)
    assert len(set(found)) == len(found)
