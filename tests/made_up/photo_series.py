"""Pages of one document as several photos in one mail: in order, out of order, some page twice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from made_up.cameras import CAMERAS, Camera
from made_up.copy_sources import behind_its_text
from made_up.filled_forms import Manner, Paper, filled_form
from made_up.labels import Label, MadeDocument
from made_up.people import DEVELOPMENT, HELD_OUT
from made_up.scan_captures import Captured, as_photo, label_of

PRINT_DPI = 200


@dataclass(frozen=True, slots=True)
class PhotoSeries:
    """The files of one mail as they were attached, and the label of the document that they make.

    ``pages`` says of each file which page of the document it shows, from 1; a page may come twice.
    Boxes of the label count pages in the document's order, the first photo of a page counts.
    """

    files: tuple[MadeDocument, ...]
    pages: tuple[int, ...]
    label: Label


def photo_series(set_name: str, seed: int, count: int) -> Iterator[PhotoSeries]:
    """Yield ``count`` series of a set; series n does not depend on ``count``."""
    assert set_name in (DEVELOPMENT, HELD_OUT), set_name
    for number in range(count):
        rng = Random(f"series-{set_name}-{seed}-{number}")
        yield _series(_copy(rng, set_name), rng, set_name)


def _copy(rng: Random, set_name: str) -> Paper:
    def form(rng: Random, set_name: str) -> Paper:
        manner = rng.choice((Manner(), Manner(mark="pen"), Manner(mark="pen", by_hand=("date",))))
        return filled_form(rng, set_name, (manner,), dpi=PRINT_DPI, with_text=False)

    return behind_its_text(form, size=11, last=rng.randrange(1, 4))(rng, set_name)


def _series(paper: Paper, rng: Random, set_name: str) -> PhotoSeries:
    order = list(range(1, len(paper.pages) + 1))
    way = rng.choice(("in_order", "in_order", "backwards", "mixed", "twice"))
    if way == "backwards":
        order.reverse()
    elif way == "mixed":
        rng.shuffle(order)
    elif way == "twice":
        order.insert(rng.randrange(len(order)), rng.choice(order))
    camera = rng.choice(CAMERAS[set_name])
    taken = [_taken(paper, page, rng, set_name, camera) for page in order]
    first = dict(reversed(list(zip(order, taken, strict=True))))
    shown = [first[page].pages[0] for page in sorted(first)]
    whole = Captured(b"", shown, f"{camera.name}_{way}", medium="photo")
    files = tuple(
        MadeDocument(
            f"image{number}.jpeg", one.data, Label(paper.kind, family="photo_series"), one.media_type
        )
        for number, one in enumerate(taken)
    )
    return PhotoSeries(files, tuple(order), label_of(paper, whole, "photo_series"))


def _taken(paper: Paper, page: int, rng: Random, set_name: str, camera: Camera) -> Captured:
    # Every photo is of the same sheet, which is not worn out anew each time.
    sheet = replace(paper.pages[page - 1], pixels=paper.pages[page - 1].pixels.copy())
    return as_photo(replace(paper, pages=[sheet]), rng, set_name, camera)
