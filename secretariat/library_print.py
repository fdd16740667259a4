"""The library on a terminal: reports on what was added, lists, passages and criteria."""

from collections.abc import Iterable, Sequence

from pact.library_passages import CriterionRecord
from secretariat.console import complain, heading, print_json, print_table, say, with_progress
from secretariat.library_add import AddedDocument, AddOutcome
from secretariat.library_check import CheckedDocument
from secretariat.library_shown import ListedDocument, ShownDocument


def shown_progress(reports: Iterable[AddedDocument], total: int) -> list[AddedDocument]:
    """Return the reports, with a bar on the terminal while they are made."""
    return list(with_progress(reports, "Reading", total))


def told_of_added(
    reports: Sequence[AddedDocument], linked: Sequence[str] = (), *, as_json: bool = False
) -> int:
    """Print the reports as wanted, say what is missing, and return the exit code of the command."""
    if as_json:
        print_json(reports)
    else:
        print_added(reports)
        for sentence in linked:
            say(sentence)
    return complain_of(reports)


def print_added(reports: Sequence[AddedDocument]) -> None:
    """Print what was read of each document that was added."""
    added = [one for one in reports if one.outcome is AddOutcome.ADDED]
    rows = [
        (
            one.document,
            one.edition,
            *(str(count) for count in (one.headings, one.passages, one.table_rows, one.criteria)),
            _pages(one.pages, one.unreadable_pages),
        )
        for one in added
    ]
    columns = ("document", "edition", "headings", "passages", "rows", "criteria", "pages")
    if rows:
        print_table(columns, rows, empty="")
    say(f"{len(added)} of {len(reports)} files added.")


def complain_of(reports: Sequence[AddedDocument]) -> int:
    """Say on standard error what was not added and what is missing; return 1 for a refused file, else 0."""
    for one in reports:
        if one.why:
            complain(f"{one.file}: {one.why}")
        if one.unreadable_pages:
            complain(f"{one.file}: nothing could be read on page {_numbers(one.unreadable_pages)}.")
    for name in ("issuer", "edition", "licence"):
        lacking = [one.document for one in reports if one.outcome is AddOutcome.ADDED and name in one.missing]
        if lacking:
            complain(
                f"Nobody has said the {name} of {', '.join(lacking)}: --{name}, when it is added or replaced."
            )
    return int(any(one.outcome is AddOutcome.REFUSED for one in reports))


def print_listed(found: Sequence[ListedDocument]) -> None:
    """Print the list of documents."""
    rows = [
        (
            one.document,
            _state(one),
            one.audience,
            _titled(one),
        )
        for one in found
    ]
    columns = ("document", "status", "audience", "title")
    print_table(columns, rows, empty="The library is empty: cfit library add FILE.")


def print_document(shown: ShownDocument) -> None:
    """Print what is known about a document, and its section titles."""
    about = shown.about
    heading(about.title)
    facts = (
        ("document", about.document),
        ("issuer", about.issuer),
        ("edition", about.edition),
        ("dated", about.dated),
        ("language", about.language),
        ("product groups", ", ".join(about.product_groups)),
        ("levels", " / ".join(about.level_words)),
        ("status", _state(about)),
        ("audience", about.audience),
        ("licence", about.licence),
        ("sample", "yes, of the project's own" if about.is_sample else ""),
        ("file", about.file),
        ("sha256", about.sha256),
        ("passages", str(about.passages)),
        ("criteria", str(len(shown.criteria))),
        ("unreadable pages", _numbers(shown.unreadable_pages)),
        ("nobody has said", ", ".join(about.missing)),
    )
    print_table(("", ""), [fact for fact in facts if fact[1]], empty="")
    say("\n".join(("", *shown.headings)))


def print_passages(shown: ShownDocument) -> None:
    """Print every passage with where it stands."""
    rows = [
        (
            str(one.number),
            str(one.kind),
            one.criterion,
            one.level,
            "" if one.page is None else str(one.page),
            " > ".join(one.path),
            one.shown,
        )
        for one in shown.passages
    ]
    columns = ("no.", "kind", "criterion", "level", "page", "section", "word for word")
    print_table(columns, rows, empty="It has no passages.")


def print_criteria(records: Sequence[CriterionRecord]) -> None:
    """Print criteria as a table, each with its proof."""
    rows = [
        (one.criterion, one.name, one.level, one.requirement, one.verification, one.product, one.phase)
        for one in records
    ]
    columns = ("no.", "criterion", "level", "requirement", "proof", "product", "phase")
    print_table(columns, rows, empty="It has no such criteria.")


def print_checked(checked: Sequence[CheckedDocument]) -> None:
    """Print what does not fit, and how much was compared."""
    rows = [(one.document, problem) for one in checked for problem in one.problems]
    print_table(("document", "what does not fit"), rows, empty="All of it fits.")
    passages = sum(one.passages for one in checked)
    say(f"{passages} passages of {len(checked)} documents compared with their files.")


def _titled(one: ListedDocument) -> str:
    """Return the title with the edition, unless it names that itself."""
    edition = "" if one.edition in one.title else f", {one.edition}"
    return one.title + edition + (" (sample)" if one.is_sample else "")


def _state(one: ListedDocument) -> str:
    if one.is_retired:
        return "taken out of use"
    said = one.status.replace("_", " ")
    return f"{said} by {one.superseded_by}" if one.superseded_by else said


def _pages(pages: int, unreadable: Sequence[int]) -> str:
    if not pages:
        return ""
    return f"{pages}, unreadable: {_numbers(unreadable)}" if unreadable else str(pages)


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(str(page) for page in pages)
