"""A fingerprint tells which word differs, and does not by itself give the edition's words back."""

from collections import Counter
from random import Random

from made_up.altered_texts import demonstration_edition

from pact.fingerprint import digest, seal


def test_every_digest_is_shared_by_many_words_of_a_dictionary():
    rng = Random(1)
    dictionary = {"".join(rng.choices("abcdefghilmnoprstuvw", k=rng.randint(3, 9))) for _ in range(60_000)}

    shared = Counter(digest(word) for word in dictionary)

    assert (len(shared), min(shared.values()) >= 2) == (4096, True)


def test_a_seal_tells_words_that_share_a_digest_apart():
    first = "promise"
    twin = next(word for n in range(99_999) if digest(word := f"w{n}") == digest(first))

    assert (digest(first) == digest(twin), seal([first]) == seal([twin])) == (True, False)


def test_a_fingerprint_holds_no_words():
    edition = demonstration_edition()

    assert {clause.words for clause in edition.clauses} == {()}


def test_an_edition_reads_as_its_own_fingerprint():
    assert demonstration_edition(with_words=True).reads_as(demonstration_edition())
