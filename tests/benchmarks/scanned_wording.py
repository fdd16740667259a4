"""Measure the wording of scans: altered clauses found in scanned copies, and unaltered copies left alone.

    python tests/benchmarks/scanned_wording.py SET SEED COUNT [--family NAME ...] [--words]
        [--remember FOLDER]

COUNT copies of each family of SET ("development" or "held_out") are read the way the product reads them,
beside the demonstration edition's fingerprint; with ``--words`` beside the edition with its words, as
`cfit pact adopt` keeps it. ``--remember`` keeps what OCR read in a folder.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.remembered_eyes import RememberedEyes
from made_up.altered_texts import demonstration_edition
from made_up.labels import AlteredClause, MadeDocument
from made_up.people import SETS
from made_up.scanned_copies import scanned_family

from intake.reading.material import ReadingMaterial
from intake.reading.read_file import read_file
from pact.documents import Alteration
from pact.plain_words import plain_words
from pact.signature_page import OUTSIDE_THE_TEXT

FAMILIES = ("scan_altered_copy", "scan_unaltered_copy")


@dataclass(slots=True)
class WordingScore:
    """What was found of what was altered, and what was said to be altered and was not."""

    altered: int = 0
    found: int = 0
    found_sure: int = 0
    copies: int = 0
    false_clauses: int = 0
    unaltered: int = 0
    flagged: int = 0
    flagged_sure: int = 0
    lines: list[str] = field(default_factory=list)

    def count(self, made: MadeDocument, said: Sequence[Alteration]) -> None:
        """Add one copy. What stands around the signature is counted nowhere: nobody altered it."""
        said = [one for one in said if one.clause not in OUTSIDE_THE_TEXT]
        told = {id(one) for clause in made.label.altered for one in said if _is_told(clause, one)}
        wrong = [one for one in said if id(one) not in told]
        for clause in made.label.altered:
            own = [one for one in said if _is_told(clause, one)]
            self.altered += 1
            self.found += bool(own)
            self.found_sure += any(one.sure for one in own)
            if not own:
                self.lines.append(f"{made.file_name} {made.label.capture}: NOT FOUND {tuple(clause)}")
        if made.label.altered:
            self.copies += 1
            self.false_clauses += len(wrong)
        else:
            self.unaltered += 1
            self.flagged += bool(wrong)
            self.flagged_sure += any(one.sure for one in wrong)
        for one in wrong:
            sure = "sure" if one.sure else "unsure"
            words = f"expected {one.expected or ''!r:.90}, found {one.found or ''!r:.90}"
            self.lines.append(
                f"{made.file_name} {made.label.capture}: {sure} {one.clause} {one.change} {words}"
            )

    def report(self) -> Iterator[str]:
        """Yield the figures, then what was wrong."""
        yield f"altered clauses found: {self.found}/{self.altered}, surely {self.found_sure}"
        yield f"false clauses in altered copies: {self.false_clauses} in {self.copies}"
        yield f"unaltered copies flagged: {self.flagged}/{self.unaltered}, surely {self.flagged_sure}"
        yield from self.lines


def _is_told(clause: AlteredClause, one: Alteration) -> bool:
    """Whether the alteration names the clause, says what happened to it, and shows what was put in."""
    if one.clause != clause.clause or one.change != clause.change:
        return False
    put_in, found = _plain(clause.found), _plain(one.found or "")
    return put_in <= found


def _plain(text: str) -> set[str]:
    return {word for printed in text.split() for word in plain_words(printed)}


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set_name", choices=SETS)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--family", nargs="+", default=FAMILIES)
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--remember", type=Path, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    material = ReadingMaterial(editions=(demonstration_edition(with_words=asked.words),))
    made = (
        one for name in asked.family for one in scanned_family(name, asked.set_name, asked.seed, asked.count)
    )
    print(*measured(made, material, RememberedEyes(asked.remember)).report(), sep="\n")
    return 0


def measured(
    documents: Iterable[MadeDocument], material: ReadingMaterial, eyes: RememberedEyes
) -> WordingScore:
    """Return the counts over the documents."""
    score = WordingScore()
    for made in documents:
        read = read_file(made.data, made.media_type, eyes=eyes, material=material)
        score.count(made, read.wording.alterations)
    return score


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
