import pytest

from pact.one_house import one_house


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("lindenhove.example", "lindenhove.example", True),
        ("inkoop.lindenhove.example", "lindenhove.example", True),
        ("lindenhove.example", "a.b.lindenhove.example", True),
        ("inkoop.lindenhove.example", "ict.lindenhove.example", False),
        ("lindenhove.example", "notlindenhove.example", False),
        ("bmi.bund.de", "bmf.bund.de", False),
        ("bund.de", "bmf.bund.de", False),
        ("council.gov.uk", "gov.uk", False),
        ("utrecht.co.uk", "co.uk", False),
        ("gmail.com", "gmail.com", False),
        ("ziggo.nl", "ziggo.nl", False),
        ("", "", False),
        ("", "lindenhove.example", False),
    ],
)
def test_a_house_is_one_owner_s_and_never_a_home_of_many(one: str, other: str, same: bool):
    assert (one_house(one, other), one_house(other, one)) == (same, same)
