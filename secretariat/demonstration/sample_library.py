"""The sample library that comes with the product: made-up criteria, marked as a sample, in six languages."""

from pathlib import Path

from intake.sandbox.reader_pool import ReaderPool
from pact.library_metadata import GivenMetadata
from secretariat.desk import Desk
from secretariat.hand import Hand
from secretariat.library_add import AddedDocument, add_files, link_successors
from secretariat.library_files import files_below

SAMPLE_LIBRARY = Path(__file__).parent / "library"
"""The folder of its files, for `cfit library add` as well."""


def add_sample_library(desk: Desk, readers: ReaderPool, hand: Hand) -> list[AddedDocument]:
    """Add the sample documents and return the reports on them. PactError when the person may not."""
    reports = list(add_files(desk, readers, files_below([SAMPLE_LIBRARY]), GivenMetadata(), hand))
    link_successors(desk, hand)
    return reports
