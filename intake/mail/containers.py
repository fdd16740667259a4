"""The documents inside what a mail carries: zips, Outlook's items and winmail.dat, mails in files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.mail.mail_body import is_document
from intake.mail.mail_parameters import shortened_name
from intake.mail.mail_parts import Budget, Leaf, MailLimit, build_tree, leaves
from intake.mail.outlook_item import OutlookItem, read_outlook_item
from intake.mail.winmail import Winmail, read_winmail
from intake.mail.zip_contents import unzipped
from intake.reading.sniff import MediaType, sniff

DEEPEST_CONTAINER = 3
"""A zip in a zip in a forwarded item is opened; what lies deeper goes to a person unopened."""

_DEEPEST_ZIP = 2
_UNTYPED = "application/octet-stream"
_CONTAINERS = frozenset({MediaType.ZIP, MediaType.OUTLOOK, MediaType.TNEF, MediaType.MAIL})


def opened_containers(found: Sequence[Leaf], budget: Budget) -> list[Leaf]:
    """Return the leaves, each container replaced by what it holds, named "its name/name of the file".

    What cannot be opened stays itself, so that a person sees it; so does a zip whose files are not all
    to be had, beside those that are, and what holds no document. What is too much is said in the budget.
    Raises nothing.
    """
    return [inner for leaf in found for inner in _opened(leaf, budget, level=0, zips=0)]


def leaves_of_item(item: OutlookItem, *, forwarded: bool) -> list[Leaf]:
    """Return the texts and attachments of an Outlook item as the leaves of a mail."""
    found = _texts(item.text, item.html, forwarded=forwarded)
    for file in item.files:
        if file.item is not None:
            found += [_below(file.name, leaf) for leaf in leaves_of_item(file.item, forwarded=True)]
        else:
            found.append(Leaf(file.media_type, None, "attachment", file.name, file.data, forwarded))
    return found


def _opened(leaf: Leaf, budget: Budget, *, level: int, zips: int) -> Iterator[Leaf]:
    kind = _container_kind(leaf)
    if kind is None:
        yield leaf
        return
    zips += kind is MediaType.ZIP
    if level >= DEEPEST_CONTAINER or zips > _DEEPEST_ZIP:
        budget.hit[MailLimit.DEPTH] = None
        yield leaf
        return
    contents = _contents(leaf, kind, budget, level)
    if contents is None or not all(_may_stay(inner, budget, kind) for inner in contents):
        yield leaf
        return
    if kind is not MediaType.TNEF and not any(map(is_document, contents)):
        yield leaf  # a mail that brings words alone, an empty zip: a person opens it
    for inner in contents:
        yield from _opened(inner, budget, level=level + 1, zips=zips) if inner is not leaf else (leaf,)


def _container_kind(leaf: Leaf) -> MediaType | None:
    """Return what is to be opened; None for a document, and for the text of the mail itself."""
    if not is_document(leaf) or not leaf.data:
        return None
    kind = sniff(leaf.data)
    # A text that is attached as such stays one, though it may look like a mail.
    is_text = kind is MediaType.MAIL and leaf.media_type.startswith("text/")
    return kind if kind in _CONTAINERS and not is_text else None


def _contents(leaf: Leaf, kind: MediaType, budget: Budget, level: int) -> list[Leaf] | None:
    if kind is MediaType.ZIP:
        return _in_zip(leaf, budget)
    if kind is MediaType.MAIL:
        tree = build_tree(leaf.data, budget, depth=level + 1)
        return [_below(leaf.file_name or "mail.eml", inner) for inner in leaves(tree, forwarded=True)]
    if kind is MediaType.OUTLOOK:
        item = read_outlook_item(leaf.data, DEEPEST_CONTAINER - level - 1)
        name = leaf.file_name or "mail.msg"
        return None if item is None else [_below(name, one) for one in leaves_of_item(item, forwarded=True)]
    winmail = read_winmail(leaf.data)
    # Nobody attached winmail.dat: what is in it was attached to the mail itself.
    return None if winmail is None else list(_in_winmail(winmail, forwarded=leaf.forwarded))


def _in_zip(leaf: Leaf, budget: Budget) -> list[Leaf] | None:
    zipped = unzipped(leaf.data, budget)
    if zipped is None:
        return None
    found = [
        _below(leaf.file_name or "archive.zip", replace(leaf, media_type=_UNTYPED, file_name=name, data=data))
        for name, data in zipped.files
    ]
    return found if zipped.is_whole else [leaf, *found]


def _in_winmail(winmail: Winmail, *, forwarded: bool) -> Iterator[Leaf]:
    # As if of another mail: the mail's own text, where it has one, says the same.
    yield from _texts(winmail.text, winmail.html, forwarded=True)
    for file in winmail.files:
        inner = read_winmail(file.message) if file.message is not None else None
        if inner is not None and not forwarded:
            yield from (_below(file.name, leaf) for leaf in _in_winmail(inner, forwarded=True))
        elif file.data or file.name:
            yield Leaf(_UNTYPED, None, "attachment", shortened_name(_last(file.name)), file.data, forwarded)


def _may_stay(inner: Leaf, budget: Budget, kind: MediaType) -> bool:
    # Files of a zip were counted while they were inflated, parts of a mail while its tree was built.
    return kind in (MediaType.ZIP, MediaType.MAIL) or budget.unpack(len(inner.data))


def _texts(text: str, html: str, *, forwarded: bool) -> list[Leaf]:
    bodies = (("text/plain", text), ("text/html", html))
    return [
        Leaf(kind, "utf-8", "", "", body.encode("utf-8", "replace"), forwarded)
        for kind, body in bodies
        if body.strip()
    ]


def _below(container: str, leaf: Leaf) -> Leaf:
    """Return the leaf with the name of what it came in; a text of the mail inside keeps none."""
    if not leaf.file_name:
        return leaf
    return replace(leaf, file_name=shortened_name(f"{container}/{leaf.file_name}"))


def _last(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]
