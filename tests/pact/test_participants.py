from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pact.documents import ParticipationType
from pact.participants import ROLE_WORDS, ParticipantRole, may_support, merged_role, role_left, roles_of

TYPES = st.sampled_from(ParticipationType)


def test_both_gives_the_two_roles_on_one_organisation():
    assert roles_of(ParticipationType.BOTH) == {ParticipantRole.COORDINATING, ParticipantRole.PROCURING}


def test_no_participation_type_makes_a_supporter():
    assert all(ParticipantRole.SUPPORTER not in roles_of(held) for held in ParticipationType)


def test_signing_on_two_levels_is_both():
    assert merged_role(ParticipationType.COORDINATING, ParticipationType.PROCURING) is ParticipationType.BOTH


@pytest.mark.parametrize(("first", "second"), list(product(ParticipationType, repeat=2)))
def test_merging_keeps_every_role_and_adds_none(first, second):
    assert roles_of(merged_role(first, second)) == roles_of(first) | roles_of(second)


@given(TYPES, TYPES, TYPES)
def test_merging_does_not_depend_on_the_order(a, b, c):
    assert merged_role(a, b) is merged_role(b, a)
    assert merged_role(merged_role(a, b), c) is merged_role(a, merged_role(b, c))
    assert merged_role(a, a) is a


def test_a_supporter_has_no_participation_type_to_merge():
    with pytest.raises(ValueError, match="supporter"):
        merged_role("procuring", "supporter")


@pytest.mark.parametrize("role", [ParticipantRole.COORDINATING, ParticipantRole.PROCURING])
def test_a_participant_is_no_supporter(role):
    assert not may_support(frozenset({role}))
    assert not may_support(frozenset({role, ParticipantRole.SUPPORTER}))


def test_whoever_is_no_participant_may_support():
    assert may_support(frozenset())
    assert may_support(frozenset({ParticipantRole.SUPPORTER}))


def test_every_role_has_its_words():
    assert list(ROLE_WORDS) == list(ParticipantRole)
    assert ParticipantRole.PROCURING.words == "procuring organisation"


@pytest.mark.parametrize(
    ("held", "ended", "left"),
    [
        ("both", "procuring", "coordinating"),
        ("both", "coordinating", "procuring"),
        ("both", "both", None),
        ("procuring", "procuring", None),
        ("procuring", "both", None),
        ("procuring", "coordinating", "procuring"),
    ],
)
def test_of_two_roles_the_one_that_did_not_end_is_left(held: str, ended: str, left: str | None):
    assert role_left(held, ended) == left
