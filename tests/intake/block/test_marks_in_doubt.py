"""What a picture shows faintly about an option is read with doubt, or not at all, and never surely."""

from intake.block.marks import Marked, marked_type
from intake.page.page import Segment, TickBox, Word
from pact.documents import Method

OPTIONS = ("Coordinating organization", "procuring organization", "both")
Marks = dict[str, bool]


def judged(first: Marks, second: Marks, third: Marks, *boxes: TickBox) -> Marked:
    """Return what is read of the three options, on one line, with these marks on their words."""
    words, x = [], 100.0
    for text, marks in zip(OPTIONS, (first, second, third), strict=True):
        if words:
            words.append(Word("/", (x, 300, x + 3, 312), method=Method.OCR))
            x += 8
        for part in text.split():
            wide = 6.0 * len(part)
            words.append(Word(part, (x, 300, x + wide, 312), method=Method.OCR, **marks))
            x += wide + 5
    return marked_type([Segment(tuple(words))], boxes)


FAINT = {"doubtful": True}
STRUCK = {"struck": True}
CLEAN: Marks = {}


def test_two_options_with_something_faint_about_them_leave_the_third():
    found = judged(FAINT, CLEAN, FAINT)

    assert (found.value, found.sure) == ("procuring", False)


def test_one_option_with_something_faint_about_it_gives_nothing():
    assert judged(CLEAN, FAINT, CLEAN).value is None


def test_a_short_word_faintly_struck_alone_was_ticked_over():
    found = judged(CLEAN, CLEAN, {**STRUCK, **FAINT})

    assert (found.value, found.sure) == ("both", False)


def test_two_words_faintly_struck_alone_give_nothing():
    assert judged({**STRUCK, **FAINT}, CLEAN, CLEAN).value is None


def test_a_shade_of_weight_says_nothing_beside_other_doubts():
    assert judged({"bold": True, **FAINT}, FAINT, CLEAN).value is None


def test_a_shade_of_weight_alone_is_read_with_doubt():
    found = judged({"bold": True, **FAINT}, CLEAN, CLEAN)

    assert (found.value, found.sure) == ("coordinating", False)


def test_the_end_of_a_stroke_on_struck_words_is_no_tick():
    end = TickBox((200, 301, 212, 311), ticked=True, label="coordinating", doubtful=True)

    found = judged(STRUCK, CLEAN, STRUCK, end)

    assert (found.value, found.sure, found.contradiction) == ("procuring", False, "")
