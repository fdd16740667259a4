"""What a Markdown file says about itself between two lines of dashes at its top."""

import re

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LONGEST = 20_000


def front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the names, in lower case, with their values, and how many characters of the text they take.

    One line each, "name: value"; a list in brackets stays as it is written, without them.
    """
    found = _BLOCK.match(text[:_LONGEST])
    if found is None:
        return (), 0
    lines = (line.partition(":") for line in found[1].splitlines() if ":" in line)
    pairs = ((name.strip().lower(), _plain(value)) for name, _, value in lines)
    return tuple((name, value) for name, value in pairs if name and value), found.end()


def _plain(value: str) -> str:
    value = value.strip()
    for left, right in (("[", "]"), ('"', '"'), ("'", "'")):
        if len(value) > 1 and value.startswith(left) and value.endswith(right):
            value = value[1:-1].strip()
    return value
