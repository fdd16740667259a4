"""The scene reader: rapidocr's detector and recogniser, put together for straight pages."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from intake.ocr.eyes import SeenWord
from intake.ocr.line_crops import Corners, LineCrop, Pixels, bands_with_ink, cut_out, size_of
from intake.ocr.scene_words import SeenLine, words_on_crop

if TYPE_CHECKING:
    from rapidocr.ch_ppocr_rec.typings import WordInfo

# The detector sees a page at about 100 dpi; characters are read from the whole of it. On 51 fields of
# scans and photos a finer look found nothing more, at three times the cost.
_DETECTION_SCALE = 0.48  # of pages at 200 dpi, and of strips of them
_DETECTION_WIDTH_PX = 800  # what is narrower is seen as it is
_DETECTION_PIXELS = 1_500_000
_NET_PX = 32  # the detector takes sides that are multiples of this
_SMALLEST_LINE_PX = 4
_THREADS = 1


class SceneReader:
    """Reads one picture after the other; its models are loaded when it is made."""

    def __init__(self) -> None:
        cv2.setNumThreads(_THREADS)
        # onnxruntime writes to Microsoft about every process that loads it, unless told so beforehand.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        from rapidocr import RapidOCR
        from rapidocr.ch_ppocr_det import TextDetector
        from rapidocr.ch_ppocr_rec import TextRecInput, TextRecognizer

        settings = RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": _THREADS,
                # A narrow band is padded, not blown up to a page's size.
                "Det.limit_side_len": _NET_PX,
            }
        ).cfg
        for part in (settings.Det, settings.Rec):
            part.engine_cfg = settings.EngineConfig[part.engine_type.value]
            part.model_root_dir = settings.Global.model_root_dir
        settings.Rec.font_path = settings.Global.font_path
        self._detector = TextDetector(settings.Det)
        self._recogniser = TextRecognizer(settings.Rec)
        self._order = TextRecInput

    def read(self, pixels: Pixels) -> tuple[SeenWord, ...]:
        """Return the words on the picture, line by line."""
        turn = cv2.COLOR_GRAY2BGR if pixels.ndim == 2 else cv2.COLOR_RGB2BGR
        picture = np.asarray(cv2.cvtColor(pixels, turn), dtype=np.uint8)
        crops = [cut_out(picture, corners) for corners in self._lines_on(picture)]
        words = []
        for number, (line, crop) in enumerate(zip(self._recognised(crops), crops, strict=True)):
            for word in words_on_crop(line, crop.pixels):
                box = crop.box_on_page(word.left, word.right)
                words.append(SeenWord(word.text, box, word.score, number))
        return tuple(words)

    def _lines_on(self, picture: Pixels) -> Iterator[Corners]:
        """Yield the four corners of every line of text, from the top down."""
        height, width = picture.shape[:2]
        small = _for_detection(picture)
        scale = np.array([width / small.shape[1], height / small.shape[0]])
        most = np.array([width - 1, height - 1])
        for top, bottom in bands_with_ink(small):
            seen = self._detector(_padded(small[top:bottom]))
            for box in () if seen.boxes is None else seen.boxes:
                corners = np.clip((box + np.array([0, top])) * scale, 0, most).astype(np.float32)
                if min(size_of(corners)) >= _SMALLEST_LINE_PX:
                    yield corners

    def _recognised(self, crops: list[LineCrop]) -> Iterator[SeenLine]:
        """Yield what stands on each crop."""
        if not crops:
            return
        said = self._recogniser(self._order(img=[crop.pixels for crop in crops], return_word_box=True))
        infos = cast("Sequence[WordInfo]", said.word_results)  # its types say what is made of these later
        for text, info, crop in zip(said.txts or (), infos, crops, strict=True):
            yield _seen_line(text, info, crop.pixels.shape[1])


def _for_detection(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    scale = max(_DETECTION_SCALE, min(1.0, _DETECTION_WIDTH_PX / width))
    scale = min(scale, (_DETECTION_PIXELS / (height * width)) ** 0.5)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _padded(band: Pixels) -> Pixels:
    """Return the band with its edge drawn out right and below, to sides that the net takes as they are."""
    down, right = (-band.shape[0]) % _NET_PX, (-band.shape[1]) % _NET_PX
    return np.pad(band, ((0, down), (0, right), (0, 0)), mode="edge")


def _seen_line(text: str, info: "WordInfo", width: int) -> SeenLine:
    per_column = width / info.line_txt_len if info.line_txt_len else 0.0
    columns = iter([column for word in info.word_cols for column in word])
    middle = 0.0
    middles = []
    for sign in text:
        # The recogniser says no column for a space.
        middle = middle if sign.isspace() else (next(columns) + 0.5) * per_column
        middles.append(middle)
    return SeenLine(text, tuple(middles), tuple(info.confs[: len(text)]))
