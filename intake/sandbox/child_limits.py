"""What one reading child may use, what it did use, and how the two are said over the wire."""

import json
from dataclasses import asdict, dataclass, fields

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """The limits of one child. ``memory_bytes`` is address space, of which resident memory is less.

    ``threads`` may be started where the kernel can tell them from processes.
    """

    memory_bytes: int = 1024 * MEGABYTE
    cpu_s: int = 20
    wall_s: float = 60.0
    document_bytes: int = 64 * MEGABYTE
    answer_bytes: int = 4 * MEGABYTE
    threads: bool = False


LIMITS = ChildLimits()
"""For a document with text, and for a mail."""

PICTURE_LIMITS = ChildLimits(memory_bytes=3072 * MEGABYTE, cpu_s=90, wall_s=600.0, threads=True)
"""For a document whose pages are pictures: it decodes them, HEIC in threads, and waits for its words."""

CRITERIA_LIMITS = ChildLimits(cpu_s=240, wall_s=480.0, answer_bytes=32 * MEGABYTE)
"""For a document of the library: hundreds of pages with tables, which a person waits for."""


@dataclass(frozen=True, slots=True)
class ChildUse:
    """What one child used: processor time, the peak of its resident memory, time on the wall, and what the
    OCR process used for it."""

    cpu_s: float = 0.0
    peak_rss_bytes: int = 0
    wall_s: float = 0.0
    ocr_cpu_s: float = 0.0
    ocr_peak_rss_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One task for one child, by its name in the zygote's table."""

    task: str
    limits: ChildLimits

    def to_wire(self) -> bytes:
        """Return the request as it is sent."""
        return json.dumps({"task": self.task, "limits": asdict(self.limits)}).encode()

    @classmethod
    def from_wire(cls, data: bytes) -> "Request":
        """Return the request that was sent. ValueError, KeyError or TypeError for anything else."""
        said = json.loads(data)
        return cls(str(said["task"]), ChildLimits(**said["limits"]))


@dataclass(frozen=True, slots=True)
class Report:
    """How a child ended, as its zygote saw it: exit code, or minus the number of a signal."""

    exit_code: int
    overdue: bool
    use: ChildUse

    def to_wire(self) -> bytes:
        """Return the report as it is sent."""
        return json.dumps({"exit_code": self.exit_code, "overdue": self.overdue, **asdict(self.use)}).encode()

    @classmethod
    def from_wire(cls, data: bytes) -> "Report":
        """Return the report that was sent. ValueError or KeyError for anything else."""
        said = json.loads(data)
        use = ChildUse(**{field.name: said[field.name] for field in fields(ChildUse)})
        return cls(int(said["exit_code"]), bool(said["overdue"]), use)
