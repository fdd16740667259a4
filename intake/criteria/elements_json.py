"""What was read of a criteria document, as it comes through a reading child's pipe."""

import json
from collections.abc import Mapping
from typing import Any

from pact.library_elements import DocumentElements, Element, ElementKind


def elements_to_wire(read: DocumentElements) -> bytes:
    """Return what was read as JSON."""
    said = {
        "elements": [_to_list(element) for element in read.elements],
        "text": read.text,
        "pages": read.pages,
        "unreadable_pages": read.unreadable_pages,
        "described": read.described,
        "media_type": read.media_type,
        "problem": read.problem,
    }
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def elements_from_wire(data: bytes) -> DocumentElements:
    """Return what came through the pipe. ValueError for anything that is not shaped so."""
    try:
        said = json.loads(data)
        read = DocumentElements(
            elements=tuple(_from_list(values) for values in said["elements"]),
            text=None if said["text"] is None else str(said["text"]),
            pages=int(said["pages"]),
            unreadable_pages=tuple(int(page) for page in said["unreadable_pages"]),
            described=tuple((str(name), str(value)) for name, value in said["described"]),
            media_type=str(said["media_type"]),
            problem=str(said["problem"]),
        )
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError("not what a reading child says of a criteria document") from error
    _check_places(read)
    return read


def _to_list(element: Element) -> list[str | int | None]:
    return [
        str(element.kind),
        element.text,
        element.depth,
        element.marker,
        element.header,
        element.page,
        element.start,
        element.end,
    ]


def _from_list(values: Mapping[int, Any]) -> Element:
    return Element(
        kind=ElementKind(values[0]),
        text=str(values[1]),
        depth=int(values[2]),
        marker=str(values[3]),
        header=str(values[4]),
        page=None if values[5] is None else int(values[5]),
        start=int(values[6]),
        end=int(values[7]),
    )


def _check_places(read: DocumentElements) -> None:
    """Hold a child to its word: what it gives as the source's words must stand there."""
    if read.text is None:
        return
    for element in read.elements:
        if element.kind is not ElementKind.HEADING and read.text[element.start : element.end] != element.text:
            raise ValueError("an element does not stand where the child says")
