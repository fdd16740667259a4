"""What comes of laying a copy beside the editions, and how it joins what else was read."""

from dataclasses import dataclass, replace

from pact.documents import DocumentAsRead, Remark, Wording

NOT_COMPARED = Wording()


@dataclass(frozen=True, slots=True)
class CopyRead:
    """What a copy alters, and what was noticed on the way."""

    wording: Wording = NOT_COMPARED
    remarks: tuple[Remark, ...] = ()


def with_wording(document: DocumentAsRead, copy: CopyRead) -> DocumentAsRead:
    """Return the document with its wording, the edition that it fits, and what was noticed."""
    edition = copy.wording.edition or document.edition
    remarks = (*document.remarks, *copy.remarks)
    return replace(document, wording=copy.wording, edition=edition, remarks=remarks)
