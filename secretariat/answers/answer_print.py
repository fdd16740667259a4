"""An answer on a terminal: the quotation with its figure in bold, its source, and what there is beside it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from pact.library_documents import LibraryDocument
from pact.library_passages import cells_of
from secretariat.answers.answer import Answer, ShownPassage
from secretariat.answers.answer_json import status_word
from secretariat.console import plain, print_table, say
from secretariat.library_print import print_criteria
from storage.library.outcome import Outcome

_FIGURE = re.compile(r"(?<![\w.])\d[\d\s.,]*(?:\s?(?:%|°C|[kKMG]?Wh?\b|dB|ppm|cm\b|kg\b|g\b|V\b|€))?")
_OF_THE_PACT = re.compile(r"\bCFIT\b|Circular (?:&|and) Fair ICT Pact", re.IGNORECASE)
_CLOSEST_SHOWN = 3


def print_answer(answer: Answer, contact: str, *, gap_kept: bool) -> None:
    """Print what the library says, its frame in the language of whoever asked."""
    frame = frame_words(answer.question.language)
    if answer.outcome is Outcome.SILENT:
        _print_silence(answer, frame, contact, gap_kept=gap_kept)
    elif answer.outcome is Outcome.CLOSEST:
        say(frame["closest"])
        for passage in answer.passages[:_CLOSEST_SHOWN]:
            _print_passage(passage, answer, frame)
        if answer.missing:
            say(frame["missing"].format(words=", ".join(answer.missing)))
        say(frame["whom"].format(contact=contact))
    else:
        _print_answer(answer, frame)


@cache
def frame_words(language: str) -> Mapping[str, str]:
    """Return the words around a quotation, in a language; English for one that there is no table of."""
    tables = tomllib.loads((files("secretariat.answers") / "frame.toml").read_text("utf-8"))
    table = tables.get(language, tables["en"])
    names = {f"language_{code}": name for code, name in table["languages"].items()}
    return {name: words for name, words in table.items() if isinstance(words, str)} | names


def source_line(passage: ShownPassage, asked_in: str, frame: Mapping[str, str]) -> str:
    """Return where a quotation stands: title, edition, section, clause, page, level, status and language."""
    document = passage.document
    language = frame.get(f"language_{document.language}", document.language)
    status = frame[status_word(passage)]
    parts = [
        document.title,
        frame["edition"].format(edition=document.edition) if _tells_edition(document) else "",
        " > ".join(part for part in passage.section if part != document.title),
        frame["clause"].format(clause=passage.clause) if passage.clause else "",
        frame["page"].format(page=passage.page) if passage.page else "",
        frame["level"].format(level=passage.level) if passage.level else "",
        status,
        frame["sample"] if document.is_sample else "",
        frame["quoted_in"].format(language=language) if document.language != asked_in else "",
    ]
    return ", ".join(part for part in parts if part)


def _tells_edition(document: LibraryDocument) -> bool:
    """Whether the edition says more than the title does, which may name it already."""
    return bool(document.edition) and document.edition not in document.title


def _print_answer(answer: Answer, frame: Mapping[str, str]) -> None:
    say(frame["answer"])
    if answer.criteria:
        print_criteria(answer.criteria)
        _print_source(answer.passages[0], answer, frame)
    elif answer.question.is_comparison:
        _print_beside(answer, frame)
    else:
        _print_passage(answer.passages[0], answer, frame)
    for other in answer.other_editions:
        edition = other.document.edition or other.document.title
        words = frame["other"].format(
            edition=edition, status=frame[status_word(other)], answer=_readable(other)
        )
        say(words)
    if _OF_THE_PACT.search(answer.passages[0].document.title):
        say(frame["voluntary"])


def _print_beside(answer: Answer, frame: Mapping[str, str]) -> None:
    first: dict[str, ShownPassage] = {}
    for one in answer.passages:
        first.setdefault(one.document.key, one)
    rows = [(f"{one.document.title} ({frame[status_word(one)]})", _readable(one)) for one in first.values()]
    print_table((frame["beside"], ""), rows, empty="", whole=0)


def _print_passage(passage: ShownPassage, answer: Answer, frame: Mapping[str, str]) -> None:
    console = Console(highlight=False)
    quote = passage.quote if not passage.header else _readable(passage)
    text = plain(quote)
    told = passage.answer if not passage.header else quote
    if answer.outcome is Outcome.ANSWER:
        begin = quote.find(told)
        for figure in _FIGURE.finditer(told):
            text.stylize("bold", begin + figure.start(), begin + figure.end())
    console.print(Padding(text, (0, 2)))
    _print_source(passage, answer, frame)


def _print_source(passage: ShownPassage, answer: Answer, frame: Mapping[str, str]) -> None:
    source = Text(f"— {source_line(passage, answer.question.language, frame)}", style="dim")
    Console(highlight=False).print(Padding(source, (0, 2, 1, 2)))


def _print_silence(answer: Answer, frame: Mapping[str, str], contact: str, *, gap_kept: bool) -> None:
    say(frame["silent"])
    say(frame["searched"].format(passages=answer.searched, documents=answer.documents))
    if answer.missing:
        say(frame["missing"].format(words=", ".join(answer.missing)))
    say(frame["whom"].format(contact=contact))
    if gap_kept:
        say(frame["logged"])


def _readable(passage: ShownPassage) -> str:
    """Return the answer as people read it: each cell of a row with the name of its column."""
    if not passage.header:
        return " ".join(passage.answer.split())
    names, cells = cells_of(passage.header), cells_of(passage.quote)
    if len(names) != len(cells):
        return " | ".join(cells)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True))
