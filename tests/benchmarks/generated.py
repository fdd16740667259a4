"""Reads made-up documents and prints the figures; unasked it takes 300 held-out ones, seed 1."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

# Run as a script, this file is found by its own folder only.
sys.path.insert(0, str(Path(__file__).parent.parent))

from made_up.labels import MadeDocument
from made_up.people import HELD_OUT, SETS
from made_up.reading_report import report_on
from made_up.signed_copies import documents

from intake.reading.read_file import read_file
from intake.reading.sniff import sniff
from pact.documents import DocumentAsRead


def main() -> int:
    """Print the report and return 0; --keep FOLDER writes the documents that were read wrongly."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default=HELD_OUT, dest="set_name")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    made = list(documents(asked.set_name, asked.seed, asked.count))
    began = time.process_time()
    readings = list(read_all(made))
    spent_ms = (time.process_time() - began) * 1000 / max(len(made), 1)
    report = report_on(readings)
    print(f"{len(made)} documents of {asked.set_name}, seed {asked.seed}, {spent_ms:.0f} ms CPU each")
    print("\n".join(report.lines()))
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        wrong = {line.partition(":")[0] for line in (*report.wrong_and_sure, *report.wrong)}
        for document in made:
            if document.file_name in wrong:
                (asked.keep / document.file_name).write_bytes(document.data)
    return 0


def read_all(made: list[MadeDocument]) -> Iterator[tuple[MadeDocument, DocumentAsRead]]:
    """Yield each document with what the reader makes of it, in this very process."""
    for document in made:
        yield document, read_file(document.data, sniff(document.data))


if __name__ == "__main__":
    raise SystemExit(main())
