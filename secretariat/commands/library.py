"""`cfit library`: the criteria documents that questions are answered from."""

from pathlib import Path
from typing import Annotated

import typer

from secretariat.commands.arguments import Acting, AsJson, Paths, Reason

library = typer.Typer(
    help="The criteria documents that questions are answered from.",
    no_args_is_help=True,
    epilog="Example: cfit library list",
)

Title = Annotated[str | None, typer.Option("--title", help="What it is called.")]
Issuer = Annotated[str | None, typer.Option("--issuer", help="Who issued it.")]
EditionName = Annotated[str | None, typer.Option("--edition", help="Its edition, such as 2024 or 2.1.")]
Dated = Annotated[str | None, typer.Option("--dated", metavar="DATE", help="Day of the edition: 2024-03-01.")]
Language = Annotated[str | None, typer.Option("--language", help="Its language: en, nl, de, fr, no, es ...")]
Products = Annotated[str | None, typer.Option("--product", help="Product groups, separated by commas.")]
Levels = Annotated[
    str | None, typer.Option("--levels", help="Its words for levels, lowest first: core / comprehensive.")
]
Status = Annotated[str | None, typer.Option("--status", help="draft, working_group, approved or superseded.")]
ForWhom = Annotated[
    str | None, typer.Option("--audience", help="Who may see it: public, participants or group:<name>.")
]
Licence = Annotated[str | None, typer.Option("--licence", help="What may be done with it.")]
AsSeenBy = Annotated[
    str | None,
    typer.Option("--seen-by", metavar="WHO", help="As public, participants or group:<name> would see it."),
]
Key = Annotated[str, typer.Argument(help="The document, as cfit library list names it.")]
Why = Annotated[str, typer.Option("--reason", help="Why; kept in the journal.")]


@library.command("add")
def add(
    paths: Paths,
    title: Title = None,
    issuer: Issuer = None,
    edition: EditionName = None,
    dated: Dated = None,
    language: Language = None,
    product: Products = None,
    levels: Levels = None,
    status: Status = None,
    audience: ForWhom = None,
    licence: Licence = None,
    sample: Annotated[bool, typer.Option("--sample", help="Mark it as a sample.")] = False,
    reason: Why = "added to the library",
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """Add documents (PDF, docx, xlsx, Markdown, HTML) with a report of what was read in each.

    What is not said here is taken from the file: front matter of Markdown, properties of the others.

    Example: cfit library add criteria.pdf --issuer "City of Ashmere" --edition 2026 --as anna@cfit.example

    Example: cfit library add folder-of-documents
    """
    from pact.library_metadata import GivenMetadata
    from secretariat.library_add import add_files, link_successors
    from secretariat.library_files import files_below
    from secretariat.library_hand import library_hand
    from secretariat.library_print import shown_progress, told_of_added
    from secretariat.opening import desk_for_command, os_user
    from secretariat.readers import open_readers

    marked = "yes" if sample else None
    given = GivenMetadata(
        title, issuer, edition, dated, language, product, levels, status, audience, licence, marked
    )
    files = files_below(paths)
    with desk_for_command() as desk, open_readers(desk.settings) as readers:
        hand = library_hand(desk, acting, os_user(), reason)
        reports = shown_progress(add_files(desk, readers, files, given, hand), len(files))
        linked = link_successors(desk, hand)
    raise typer.Exit(told_of_added(reports, linked, as_json=as_json))


@library.command("replace")
def replace(
    key: Key,
    file: Annotated[Path, typer.Argument(help="The new edition.", exists=True)],
    title: Title = None,
    issuer: Issuer = None,
    edition: EditionName = None,
    dated: Dated = None,
    language: Language = None,
    product: Products = None,
    levels: Levels = None,
    audience: ForWhom = None,
    licence: Licence = None,
    reason: Why = "a new edition",
    acting: Acting = None,
    as_json: AsJson = False,
) -> None:
    """Put a new edition in the place of a document; the old one stays, and is quoted as superseded.

    Example: cfit library replace laptops-2024 laptops-2026.docx --edition 2026 --as anna@cfit.example
    """
    from pact.library_metadata import GivenMetadata
    from secretariat.library_change import replace_document
    from secretariat.library_hand import library_hand
    from secretariat.library_print import told_of_added
    from secretariat.opening import desk_for_command, os_user
    from secretariat.readers import open_readers

    given = GivenMetadata(title, issuer, edition, dated, language, product, levels, None, audience, licence)
    with desk_for_command() as desk, open_readers(desk.settings) as readers:
        hand = library_hand(desk, acting, os_user(), reason)
        report = replace_document(desk, readers, key, file, given=given, hand=hand)
    raise typer.Exit(told_of_added([report], as_json=as_json))


@library.command("retire")
def retire(key: Key, reason: Reason, acting: Acting = None) -> None:
    """Take a document out of use, such as one added by mistake: it is quoted no longer, and kept.

    Example: cfit library retire laptops-2019 --reason "it was the wrong file" --as anna@cfit.example
    """
    from secretariat.console import say
    from secretariat.library_change import retire_document
    from secretariat.library_hand import library_hand
    from secretariat.opening import desk_for_command, os_user

    with desk_for_command() as desk:
        say(retire_document(desk, key, library_hand(desk, acting, os_user(), reason)))


@library.command("list")
def list_documents(
    everything: Annotated[bool, typer.Option("--all", help="Also what was taken out of use.")] = False,
    seen_by: AsSeenBy = None,
    as_json: AsJson = False,
) -> None:
    """List the documents with edition, status and audience.

    Example: cfit library list --seen-by public
    """
    from secretariat.console import print_json
    from secretariat.library_print import print_listed
    from secretariat.library_shown import listed_documents, viewer_of
    from secretariat.opening import desk_for_command

    viewer = viewer_of(seen_by)
    with desk_for_command() as desk, desk.database.read() as session:
        found = listed_documents(session, viewer, retired_too=everything)
    if as_json:
        print_json(found)
    else:
        print_listed(found)


@library.command("show")
def show(
    key: Key,
    passages: Annotated[bool, typer.Option("--passages", help="Every passage, word for word.")] = False,
    criteria: Annotated[bool, typer.Option("--criteria", help="The criteria as a table.")] = False,
    level: Annotated[str | None, typer.Option("--level", help="Criteria of this level only.")] = None,
    product: Annotated[str | None, typer.Option("--product", help="Criteria of this product only.")] = None,
    seen_by: AsSeenBy = None,
    as_json: AsJson = False,
) -> None:
    """Show a document: what is known about it, its passages, or its criteria with their proof.

    Example: cfit library show eu-gpp-2021 --criteria --level core --product laptops
    """
    from secretariat.console import print_json
    from secretariat.library_print import print_criteria, print_document, print_passages
    from secretariat.library_shown import chosen_criteria, shown_document, viewer_of
    from secretariat.opening import desk_for_command

    viewer = viewer_of(seen_by)
    with desk_for_command() as desk, desk.database.read() as session:
        shown = shown_document(session, key, viewer)
    if criteria or level or product:
        chosen = chosen_criteria(shown, level, product)
        if as_json:
            print_json(chosen)
        else:
            print_criteria(chosen)
    elif as_json:
        print_json(shown.passages if passages else [shown])
    elif passages:
        print_passages(shown)
    else:
        print_document(shown)


@library.command("check")
def check(
    keys: Annotated[list[str] | None, typer.Argument(help="Documents; without any, all.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read every file anew and say what does not fit: words, pages, editions, what nobody has said.

    Example: cfit library check sample_laptops_2026
    """
    from pact.library_documents import SECRETARIAT_VIEWER
    from secretariat.console import print_json
    from secretariat.library_check import check_library
    from secretariat.library_print import print_checked
    from secretariat.opening import desk_for_command
    from secretariat.readers import open_readers

    with desk_for_command() as desk, open_readers(desk.settings) as readers:
        checked = list(check_library(desk, readers, SECRETARIAT_VIEWER, keys or ()))
    if as_json:
        print_json(checked)
    else:
        print_checked(checked)
    raise typer.Exit(int(any(one.problems for one in checked)))
