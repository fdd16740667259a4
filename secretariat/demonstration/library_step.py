"""The step of the demonstration in which criteria documents are read into the library, and asked."""

from secretariat.answers.answer_print import print_answer
from secretariat.answers.ask import library_desk
from secretariat.console import say
from secretariat.demonstration.sample_library import add_sample_library
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_print import print_added, print_criteria
from secretariat.library_shown import chosen_criteria, shown_document, viewer_of
from secretariat.readers import open_readers

_SHOWN = "sample_laptops_2026"
_QUESTIONS = (
    "How much capacity must the battery of a refurbished laptop still have?",
    "Hoe lang is de garantie op een gereviseerde laptop?",
    "Wie viele Pixel braucht die Kamera?",
)


def show_library(desk: Desk, officer: str) -> None:
    """Read the sample library, say what was read, show criteria as a table, and ask in three languages."""
    with open_readers(desk.settings) as readers:
        print_added(add_sample_library(desk, readers, Hand(officer, "demo", "the sample library")))
    with desk.database.read() as session:
        shown = shown_document(session, _SHOWN, viewer_of("public"))
    say("")
    say(f"What it asks of refurbished laptops:  cfit library show {_SHOWN} --criteria --product refurbished")
    say("")
    print_criteria(chosen_criteria(shown, "basic", "refurbished"))
    with library_desk(desk, None) as library:
        for question in _QUESTIONS:
            say("")
            say(f'cfit ask "{question}"')
            answer, _ = library.answered(question)
            print_answer(answer, desk.settings.contact, gap_kept=False)
