"""A set of questions with where their answers stand, and whether what was answered is right."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pact.errors import PactError

_APART = " || "
_NOT_WORDS = re.compile(r"[\s*_]+")


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """One question of a set. ``golds`` are (document, words that stand there); none when it has no answer."""

    number: str
    language: str
    kind: str
    text: str
    context: str
    golds: tuple[tuple[str, str], ...]

    @property
    def is_answerable(self) -> bool:
        """Whether the library holds its answer."""
        return bool(self.golds)


def read_questions(path: Path) -> list[SetQuestion]:
    """Return the questions of a JSON lines file. PactError says which line cannot be understood, and why."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PactError(f"{path} cannot be read as a file of questions.") from error
    return [_question(line, number) for number, line in enumerate(lines, start=1) if line.strip()]


def is_hit(golds: Iterable[tuple[str, str]], document: str, quote: str) -> bool:
    """Return whether the quotation is of a right document and holds the words wanted of it."""
    plain = _plain(quote)
    return any(document == key and _plain(words) in plain for key, words in golds)


def hits_among(question: SetQuestion, shown: Sequence[tuple[str, str]]) -> int | None:
    """Return the place, from 0, of the first hit among (document, quotation); None where there is none."""
    places = (at for at, (document, quote) in enumerate(shown) if is_hit(question.golds, document, quote))
    return next(places, None)


def _question(line: str, number: int) -> SetQuestion:
    try:
        read = json.loads(line)
        text = str(read["q"]).strip()
    except (ValueError, KeyError, TypeError) as error:
        raise PactError(
            f'Line {number} is no question: it takes {{"q": "...", "doc": "...", "anchor": "..."}}.'
        ) from error
    documents = str(read.get("doc") or "").split(_APART)
    anchors = (
        str(read.get("anchor") or "").split(_APART) if len(documents) > 1 else [str(read.get("anchor") or "")]
    )
    golds = [pair for pair in zip(documents, anchors, strict=False) if all(pair)]
    if read.get("answerable", bool(golds)) and not golds:
        raise PactError(
            f"Line {number} has an answer, so it has to say where: doc, and anchor, words that stand there."
        )
    return SetQuestion(
        number=str(read.get("id") or number),
        language=str(read.get("lang") or ""),
        kind=str(read.get("type") or ""),
        text=text,
        context=str(read.get("context") or ""),
        golds=tuple(golds) if read.get("answerable", True) else (),
    )


def _plain(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip()
