"""First letters that look alike are told apart by their ink, where the page's language has both."""

from made_up.drawn_lines import read_as

from intake.scan.initials import with_initials_told


def told(drawn: str, read: str) -> list[tuple[str, bool]]:
    """Return each word, and whether it is doubted."""
    return [(w.text, w.score < 0.9) for w in with_initials_told(*read_as(drawn, read))]


def test_a_thorn_read_as_p_is_a_thorn_on_an_icelandic_page() -> None:
    assert told("Þingnes félagið", "Pingnes félagið") == [("Þingnes", True), ("félagið", False)]


def test_a_p_stays_a_p_on_an_icelandic_page() -> None:
    assert told("Pétur félagið", "Pétur félagið") == [("Pétur", False), ("félagið", False)]


def test_where_no_other_letter_shows_icelandic_nothing_is_told() -> None:
    assert told("Þingnes", "Pingnes") == [("Pingnes", False)]


def test_one_stroke_over_an_o_is_a_tilde_beside_other_tildes() -> None:
    assert told("Õnne Jõe", "Önne Jõe") == [("Õnne", True), ("Jõe", False)]


def test_two_dots_over_an_o_stay_two_dots() -> None:
    assert told("Öberg Jõe", "Öberg Jõe") == [("Öberg", False), ("Jõe", False)]
