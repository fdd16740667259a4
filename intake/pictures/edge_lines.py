"""Long straight edges in a photo, each with how much of it is there to be seen."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pictures.picture import Floats, Pixels

_LINES_AT_MOST = 18
_SHORTEST_PX = 22.0
_ALIKE_DEGREES = 6.0
_ALIKE_PX = 4.0
_BENT_PX = 9.0
_LEAST_SEEN_SHARE = 0.12  # of the picture's shorter side


@dataclass(frozen=True, slots=True, eq=False)
class EdgeLine:
    """A straight line through ``point`` along the unit vector ``along``; ``seen`` are the stretches of it,
    from and to, that stand in the picture. A line of the picture's own frame has none."""

    point: Floats
    along: Floats
    seen: Floats
    is_frame: bool = False

    @property
    def degrees(self) -> float:
        """Its direction, 0 to 180."""
        return float(np.degrees(np.arctan2(self.along[1], self.along[0])) % 180)

    def distance(self, point: Floats) -> float:
        """How far the point lies from the line, with a sign for the side."""
        return float((point - self.point) @ np.array([self.along[1], -self.along[0]]))

    def seen_between(self, starts: Floats, ends: Floats) -> Floats:
        """Return of every stretch between two points of the line the share (0..1) that is seen."""
        if not len(self.seen):
            return np.zeros(len(starts))
        at = self.seen.ravel()
        covered = np.concatenate([[0.0], np.cumsum(np.ptp(self.seen, axis=1))]).repeat(2)[1:-1]
        from_, to = (starts - self.point) @ self.along, (ends - self.point) @ self.along
        seen = np.abs(np.interp(to, at, covered) - np.interp(from_, at, covered))
        return np.asarray(np.minimum(1.0, seen / np.maximum(np.abs(to - from_), 1.0)))


def edge_lines(small: Pixels) -> list[EdgeLine]:
    """Return the longest straight edges of an RGB picture of some 640 pixels, the frame's own four last."""
    height, width = small.shape[:2]
    segments = _segments(small)
    lines: list[EdgeLine] = []
    while len(segments) and len(lines) < _LINES_AT_MOST:
        line, used = _grown(segments)
        if np.ptp(line.seen, axis=1).sum() >= _LEAST_SEEN_SHARE * min(height, width):
            lines.append(line)
        segments = segments[~used]
    return [*lines, *_frame(width, height)]


def _segments(small: Pixels) -> Floats:
    """Straight pieces found in lightness, in colour, and in lightness drawn out where all is alike."""
    lab = np.asarray(cv2.cvtColor(cv2.medianBlur(small, 7), cv2.COLOR_RGB2LAB), np.float32)
    light = lab[:, :, 0]
    drawn_out = (light - cv2.blur(light, (61, 61))) * 5 + 128
    colour = 3 * np.abs(lab[:, :, 1:] - np.median(lab[::4, ::4, 1:], axis=(0, 1))).sum(axis=2)
    found = [np.zeros((0, 4))]
    for layer in (light, colour, cv2.GaussianBlur(drawn_out, (0, 0), 1.2)):
        layer_bytes = np.ascontiguousarray(np.clip(layer, 0, 255).astype(np.uint8))
        pieces = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect(layer_bytes)[0]
        if pieces is not None:
            found.append(np.asarray(pieces, np.float64).reshape(-1, 4))
    segments = np.concatenate(found)
    length = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    order = np.argsort(-length)
    return np.asarray(segments[order][length[order] >= _SHORTEST_PX])


def _grown(segments: Floats) -> tuple[EdgeLine, NDArray[np.bool_]]:
    """Return the line through the longest piece and all that continue it, and which pieces these are."""
    point, along = segments[0, :2], _unit(segments[0, 2:] - segments[0, :2])
    used = np.zeros(len(segments), bool)
    for _ in range(2):
        used = _on_line(segments, point, along, _ALIKE_PX)
        used[0] = True
        point, along = _fitted(segments[used])
    # The edge of a curled sheet bends away: what goes on from here belongs to it, what runs beside does not.
    bent = _on_line(segments, point, along, _BENT_PX) & ~used
    bent &= _beside(segments, segments[used], point, along) < 0.3
    used |= bent
    point, along = _fitted(segments[used])
    return EdgeLine(point, along, _stretches(segments[used], point, along)), used


def _fitted(segments: Floats) -> tuple[Floats, Floats]:
    """Return a point and the direction of the line nearest to the pieces, each weighed by its length."""
    ends = segments.reshape(-1, 2)
    lengths = np.hypot(*(segments[:, 2:] - segments[:, :2]).T).repeat(2)
    point = np.average(ends, axis=0, weights=lengths)
    spread = (ends - point) * np.sqrt(lengths)[:, None]
    return point, np.linalg.svd(spread, full_matrices=False)[2][0]


def _on_line(segments: Floats, point: Floats, along: Floats, within_px: float) -> NDArray[np.bool_]:
    across = np.array([-along[1], along[0]])
    off = np.abs((segments.reshape(-1, 2, 2) - point) @ across).max(axis=1)
    direction = segments[:, 2:] - segments[:, :2]
    turn = np.abs(direction @ across) / np.hypot(*direction.T)
    return np.asarray((off < within_px) & (turn < np.sin(np.radians(_ALIKE_DEGREES))))


def _beside(segments: Floats, used: Floats, point: Floats, along: Floats) -> Floats:
    """Return the share of each piece that runs beside what is used already."""
    line = EdgeLine(point, along, _stretches(used, point, along))
    return line.seen_between(segments[:, :2], segments[:, 2:])


def _stretches(segments: Floats, point: Floats, along: Floats) -> Floats:
    at = np.sort((segments.reshape(-1, 2, 2) - point) @ along, axis=1)
    return _joined(at[np.argsort(at[:, 0])])


def _joined(stretches: Floats) -> Floats:
    joined: list[list[float]] = []
    for low, high in stretches:
        if joined and low <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], high)
        else:
            joined.append([low, high])
    return np.array(joined)


def _frame(width: int, height: int) -> list[EdgeLine]:
    none = np.zeros((0, 2))
    across, down = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    return [
        EdgeLine(np.array([0.0, 0.0]), across, none, is_frame=True),
        EdgeLine(np.array([width - 1.0, 0.0]), down, none, is_frame=True),
        EdgeLine(np.array([0.0, height - 1.0]), across, none, is_frame=True),
        EdgeLine(np.array([0.0, 0.0]), down, none, is_frame=True),
    ]


def _unit(vector: Floats) -> Floats:
    return vector / max(float(np.hypot(*vector)), 1e-9)
