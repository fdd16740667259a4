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
