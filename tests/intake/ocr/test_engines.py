"""Both engines read print from pixels, in this process and shut in alike."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import reportlab
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from intake.ocr.engines import LocalEyes
from intake.ocr.eyes import NO_EYES, EyesClosedError, Reader, SeenWord
from intake.sandbox.eye_frames import PictureHead, words_from_wire
from intake.sandbox.ocr_process import OcrProcess

LINES = (
    "Organisation",
    "Gemeente Beemsterhoek",
    "Marijke van den Brand",
    "Jürgen Öttinger-Groß",
    "14 June 2021",
)
FACE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
WORDS = [word for line in LINES for word in line.split()]


@pytest.fixture(scope="module")
def eyes() -> LocalEyes:
    """Return eyes that every test here looks through."""
    return LocalEyes()


@pytest.fixture(scope="module")
def page() -> NDArray[np.uint8]:
    """Return five lines of print, far apart."""
    sheet = Image.new("RGB", (800, 700), "white")
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(FACE, 36)
    for number, line in enumerate(LINES):
        pen.text((60, 60 + 120 * number), line, fill="black", font=face)
    return np.asarray(sheet)


def _texts(words: tuple[SeenWord, ...]) -> list[str]:
    return [word.text for word in words]


@pytest.mark.parametrize("reader", list(Reader))
def test_the_words_of_a_page_are_read_in_their_order(
    eyes: LocalEyes, page: NDArray[np.uint8], reader: Reader
) -> None:
    words = eyes.read(page, reader, "deu+eng")

    assert _texts(words) == WORDS
    assert [word.line for word in words] == [0, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4]
    assert min(word.score for word in words) > 0.5


@pytest.mark.parametrize("reader", list(Reader))
def test_a_word_is_boxed_where_it_was_printed(
    eyes: LocalEyes, page: NDArray[np.uint8], reader: Reader
) -> None:
    for word in eyes.read(page, reader):
        left, top, right, bottom = (round(side) for side in word.box)
        outside = page.copy()
        outside[top : bottom + 1, left : right + 1] = 255

        line = 60 + 120 * word.line
        assert line - 10 <= top < bottom <= line + 60
        assert (outside < 128).sum() < (page < 128).sum()


@pytest.mark.parametrize("reader", list(Reader))
def test_gray_pixels_do_as_well(eyes: LocalEyes, page: NDArray[np.uint8], reader: Reader) -> None:
    gray = np.ascontiguousarray(page[:, :, 0])

    assert _texts(eyes.read(gray, reader, "deu+eng")) == WORDS


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3), (40, 40)], ids=str)
def test_bare_paper_has_no_words(eyes: LocalEyes, reader: Reader, shape: tuple[int, int]) -> None:
    assert eyes.read(np.full(shape, 255, dtype=np.uint8), reader) == ()


def test_a_language_that_is_not_there_is_passed_over(eyes: LocalEyes, page: NDArray[np.uint8]) -> None:
    assert _texts(eyes.read(page, Reader.PRINT, "tlh+eng"))[:2] == WORDS[:2]
    with pytest.raises(EyesClosedError):
        eyes.read(page, Reader.PRINT, "tlh")


def test_where_there_are_no_eyes_they_are_closed(page: NDArray[np.uint8]) -> None:
    NO_EYES.turn_to(1, 1)

    with pytest.raises(EyesClosedError):
        NO_EYES.read(page, Reader.SCENE)


def test_a_process_that_is_shut_in_reads_the_same(eyes: LocalEyes, page: NDArray[np.uint8]) -> None:
    ocr = OcrProcess()
    read = {}

    for reader in Reader:
        answered = ocr.read(PictureHead(reader, "deu+eng", *page.shape), bytearray(page.tobytes()))
        read[reader] = words_from_wire(answered.words)
    ocr.end()

    assert {reader: _texts(words) for reader, words in read.items()} == dict.fromkeys(Reader, WORDS)
    assert [word.box for word in read[Reader.SCENE]] == [
        pytest.approx(word.box, abs=0.1) for word in eyes.read(page, Reader.SCENE)
    ]


def test_loading_the_engines_leaves_no_thread_and_no_trace(tmp_path: Path) -> None:
    program = (
        "import os; from intake.ocr.engines import LocalEyes; LocalEyes().load(['eng']);"
        "print(len(os.listdir('/proc/self/task')))"
    )
    environment = {"HOME": str(tmp_path), "OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"]}

    ran = subprocess.run(
        [sys.executable, "-I", "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "1"
    assert list(tmp_path.rglob("*")) == []  # onnxruntime would keep a number of the machine there, to send it
