"""`cfit ask`, and what the secretariat keeps for it: glossary, gaps and evaluation."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import Acting, AsJson

glossary = typer.Typer(
    help="Words that mean the same, beside those that come with the product.",
    no_args_is_help=True,
    epilog='Example: cfit library glossary add "en:device lifespan" "nl:gebruiksduur"',
)


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in any of six languages.")] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="PREVIOUS", help="The question that it follows up.")
    ] = None,
    batch: Annotated[
        Path | None, typer.Option("--batch", help='A file of {"id", "q", "context"} lines; needs --json.')
    ] = None,
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question from the library: a quotation with its source, or that the library does not say.

    It is answered from what the person of --as (or CFIT_ACTOR) may see; for nobody, from what is public.

    Example: cfit ask "How many battery cycles at core level?"

    Example: cfit ask "and comprehensive?" --after "How many battery cycles at core level?"
    """
    from secretariat.answers.answer_json import answer_json
    from secretariat.answers.answer_print import print_answer
    from secretariat.answers.ask import Asked, keep_gap, library_desk, read_batch
    from secretariat.console import print_json
    from secretariat.opening import desk_for_command

    if (question is None) == (batch is None) or (batch is not None and not as_json):
        raise typer.BadParameter("Ask one question, or give a file of them: --batch FILE --json.")
    asked = read_batch(batch) if batch else [Asked(None, question or "", after or "")]
    with desk_for_command() as desk, library_desk(desk, acting or desk.settings.actor) as library:
        for one in asked:
            answer, took_ms = library.answered(one.text, one.context)
            kept = keep_gap(desk, answer) if batch is None else False
            if as_json:
                print_json([answer_json(answer, took_ms, one.number)])
            else:
                print_answer(answer, desk.settings.contact, gap_kept=kept)


@glossary.command("list")
def list_glossary(as_json: AsJson = False) -> None:
    """List the meanings that the secretariat added.

    Example: cfit library glossary list
    """
    from secretariat.answers.glossary_desk import listed_glossary
    from secretariat.console import print_json, print_table
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk:
        found = listed_glossary(desk)
    if as_json:
        print_json(found)
    else:
        rows = [
            (str(one.number), ", ".join(one.terms), one.added_by, f"{one.added_at:%Y-%m-%d}") for one in found
        ]
        empty = "The secretariat added nothing to the glossary that comes with the product."
        print_table(("No.", "Mean the same", "Added by", "On"), rows, empty=empty)


@glossary.command("add")
def add_to_glossary(
    terms: Annotated[list[str], typer.Argument(help="Terms that mean the same, each as LANGUAGE:TERM.")],
    acting: Acting = None,
) -> None:
    """Say that terms mean the same: nicknames, acronyms, words of other languages.

    Example: cfit library glossary add "en:refurb" "en:refurbished" "nl:opgeknapt" --as anna@cfit.example
    """
    from secretariat.answers.glossary_desk import add_meaning
    from secretariat.console import say
    from secretariat.opening import desk_for_command, os_user

    with desk_for_command() as desk:
        say(add_meaning(desk, terms, acting, os_user()))


@glossary.command("remove")
def remove_from_glossary(
    number: Annotated[int, typer.Argument(help="Its number in cfit library glossary list.")],
    acting: Acting = None,
) -> None:
    """Take back a meaning that the secretariat added.

    Example: cfit library glossary remove 3 --as anna@cfit.example
    """
    from secretariat.answers.glossary_desk import remove_meaning
    from secretariat.console import say
    from secretariat.opening import desk_for_command, os_user

    with desk_for_command() as desk:
        say(remove_meaning(desk, number, acting, os_user()))


def gaps(as_json: AsJson = False) -> None:
    """List the questions that the library left open, the most asked first.

    Example: cfit library gaps
    """
    from secretariat.answers.glossary_desk import listed_gaps
    from secretariat.console import print_json, print_table
    from secretariat.opening import desk_for_command

    with desk_for_command() as desk:
        found = listed_gaps(desk)
    if as_json:
        print_json(found)
    else:
        rows = [
            (str(one.times), f"{one.last_at:%Y-%m-%d}", one.question, ", ".join(one.missing)) for one in found
        ]
        print_table(("Times", "Last", "Question", "Not found"), rows, empty="No question was left open.")


def evaluate(
    questions: Annotated[
        Path, typer.Argument(help='A file of {"q", "doc", "anchor", "lang", "type"} lines.', exists=True)
    ],
    without_glossary: Annotated[
        bool, typer.Option("--without-glossary", help="Leave the glossary out, to see what it brings.")
    ] = False,
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """Ask a set of questions whose answers are known, and count how often the library is right.

    Each line names the document that answers (doc) and words that stand there (anchor); a question without
    them has no answer in the library.

    Example: cfit library evaluate questions.jsonl
    """
    from dataclasses import replace

    from secretariat.answers.ask import library_desk
    from secretariat.answers.evaluate import figures_of, judge, missed
    from secretariat.answers.evaluation_print import print_figures
    from secretariat.answers.question_set import read_questions
    from secretariat.console import print_json, with_progress
    from secretariat.opening import desk_for_command
    from storage.library.glossary import Glossary

    asked = read_questions(questions)
    with desk_for_command() as desk, library_desk(desk, acting or desk.settings.actor) as library:
        chosen = replace(library, glossary=Glossary(())) if without_glossary else library
        judged = list(with_progress(judge(asked, chosen), "Asking", total=len(asked)))
    figures = figures_of(judged)
    if as_json:
        print_json(figures)
    else:
        print_figures(figures, missed(judged))
