"""What an answer costs at three sizes of library, beside plain FTS5 and tantivy, in one run.

The passages are those of ../shared/library, and more of the same with some words changed, so that the common
words stay common. An answer is the whole way: question taken apart, search, ranking, outcome and quotations;
plain FTS5 and tantivy only search.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tantivy
from benchmarks.read_library import read_library

from pact.library_documents import PUBLIC_VIEWER
from secretariat.answers.answer import answer_question
from secretariat.answers.question_set import read_questions
from storage.library.glossary import shipped_glossary
from storage.library.index_file import IndexedDocument, make_index
from storage.library.index_search import LibraryIndex

SIZES = (1_200, 12_000, 120_000)
INDEX_OF_1200_S = 0.5


def library_of(size: int, folder: Path) -> Iterator[IndexedDocument]:
    """Yield documents until they hold so many passages; words of the copies are changed by chance."""
    chance = random.Random(size)
    originals = list(read_library(folder))
    count = copy = 0
    while count < size:
        for one in originals:
            kept = one.passages[: max(0, size - count)]
            document = replace(one.document, key=f"{one.document.key}_{copy}")
            passages = [replace(each, text=changed(each.text, chance, copy)) for each in kept]
            yield IndexedDocument(document, one.text, passages)
            count += len(passages)
        copy += 1


def changed(text: str, chance: random.Random, copy: int) -> str:
    if copy == 0:
        return text
    return " ".join(f"{word}{copy}" if chance.random() < 0.2 else word for word in text.split())


def p50_and_p95_ms(ask: Callable[[str], object], questions: list[str]) -> tuple[float, float]:
    took = []
    for question in questions:
        begun = time.process_time()
        ask(question)
        took.append((time.process_time() - begun) * 1000)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.95)]


def plain_fts5(rows: list[tuple[str, str, str]]) -> Callable[[str], object]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE p USING fts5(title, path, body, tokenize='porter unicode61')")
    connection.executemany("INSERT INTO p VALUES (?, ?, ?)", rows)
    query = "SELECT rowid, bm25(p, 2, 2, 1) AS s FROM p WHERE p MATCH ? ORDER BY s LIMIT 40"

    def ask(question: str) -> object:
        words = "".join(c if c.isalnum() else " " for c in question).split()
        return connection.execute(query, (" OR ".join(f'"{word}"' for word in words),)).fetchall()

    return ask


def plain_tantivy(rows: list[tuple[str, str, str]]) -> Callable[[str], object]:
    builder = tantivy.SchemaBuilder()
    for name in ("title", "path", "body"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    for title, path, body in rows:
        writer.add_document(tantivy.Document(title=title, path=path, body=body))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(question: str) -> object:
        words = " ".join("".join(c if c.isalnum() else " " for c in question).split())
        query = index.parse_query(words, ["title", "path", "body"], field_boosts={"title": 2.0, "path": 2.0})
        return searcher.search(query, 40).hits

    return ask


@pytest.mark.shared
@pytest.mark.parametrize("size", SIZES)
def test_an_answer_beside_plain_search(
    size: int, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    documents = list(library_of(size, shared / "library"))
    questions = [one.text for one in read_questions(shared / "library" / "questions_dev.jsonl")]
    begun = time.process_time()
    make_index(tmp_path / "index-1.sqlite", documents)
    index_s = time.process_time() - begun
    index = LibraryIndex(tmp_path / "index-1.sqlite")
    rows = [
        (one.document.title, " ".join(each.path), each.text) for one in documents for each in one.passages
    ]

    engines = {
        "answer": lambda text: answer_question(text, index, shipped_glossary(), PUBLIC_VIEWER),
        "plain FTS5": plain_fts5(rows),
        "tantivy": plain_tantivy(rows),
    }
    figures = {name: p50_and_p95_ms(ask, questions) for name, ask in engines.items()}
    # The first round warms what a running process has warm.
    figures = {name: p50_and_p95_ms(ask, questions) for name, ask in engines.items()}

    with capsys.disabled():
        print(f"\n{index.size} passages, index made in {index_s:.2f} s of CPU")
        for name, (p50, p95) in figures.items():
            print(f"  {name:<12} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms")
    assert index.size == size
    assert size > SIZES[0] or index_s <= 2 * INDEX_OF_1200_S
