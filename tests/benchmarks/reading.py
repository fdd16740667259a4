"""Measure the reader: right fields by family, what is wrong and said to be sure, and what it costs.

    python tests/benchmarks/reading.py [FOLDER with labels.jsonl] [--made-up SET SEED COUNT] [--cost]
        [--pictures] [--family NAME] [--remember FOLDER]

Without a folder ../shared/documents is taken, its digital documents, or with ``--pictures`` its scans and
photos. ``--family`` makes scans of one family only. ``--remember`` keeps what OCR read in a folder, so that
the next run need not read it again.
``--cost`` reads every file in a child of its own.
"""

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.reading_cost import READERS, cost_of
from benchmarks.reading_scores import LabelledFile, Score, count_reading, labelled_folder, made_up
from benchmarks.remembered_eyes import RememberedEyes
from benchmarks.scanned_files import SCANNED_SETS, count_handwriting, labelled_pictures, made_up_pictures

from intake.reading.read_file import read_file

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "documents"


def main(arguments: Sequence[str]) -> int:
    """Print the figures. Returns 1 when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_SHARED)
    parser.add_argument("--made-up", nargs=3, metavar=("SET", "SEED", "COUNT"))
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--family")
    parser.add_argument("--remember", type=Path, metavar="FOLDER")
    parser.add_argument("--reliability", action="store_true")
    parser.add_argument("--cost", action="store_true")
    chosen = parser.parse_args(arguments)
    if chosen.made_up is not None:
        name, seed, count = chosen.made_up
        if name in SCANNED_SETS:
            files = list(made_up_pictures(name, int(seed), int(count), family=chosen.family))
        else:
            files = list(made_up(name, int(seed), int(count)))
    elif chosen.folder.is_dir():
        files = list((labelled_pictures if chosen.pictures else labelled_folder)(chosen.folder))
    else:
        print(f"There is no folder {chosen.folder}.", file=sys.stderr)
        return 1
    score = print_score(files, RememberedEyes(chosen.remember))
    if chosen.reliability:
        print(*score.reliability.lines(), sep="\n")
    if chosen.cost:
        print_cost(files)
    return 0


def print_score(files: Iterable[LabelledFile], eyes: RememberedEyes) -> Score:
    """Read every file, print how well that agrees with its label, and return the counts."""
    score = Score()
    spent: dict[str, list[float]] = defaultdict(list)
    for file in files:
        eyes.cpu_s, eyes.own_cpu_s, began = 0.0, 0.0, time.process_time()
        read = read_file(file.data, file.media_type, eyes=eyes)
        own_s = time.process_time() - began - eyes.own_cpu_s
        spent[file.label.family].append(own_s + eyes.cpu_s)
        count_reading(score, file, read)
        count_handwriting(score, file, read)
    names = list(dict.fromkeys(name for name, _ in score.asked))
    families = sorted({family for _, family in score.asked})
    print(f"{'':26}" + "".join(f"{name[:13]:>15}" for name in names))
    for family in families:
        print(f"{family:26}" + "".join(f"{_share(score, name, family):>15}" for name in names))
    print(f"{'all':26}" + "".join(f"{score.share(name):>15.4f}" for name in names))
    sure = f"{score.right_and_sure}/{score.right_with_value} = {score.sure_share:.4f}"
    print(f"right values said to be sure: {sure}")
    print(f"wrong and said to be sure: {len(score.wrong_and_sure)}")
    for line in score.wrong_and_sure:
        print("  ", line)
    print(f"other misses: {len(score.other_misses)}")
    for line in score.other_misses:
        print("  ", line)
    said = (f"{family} {statistics.median(cpu):.2f} s" for family, cpu in sorted(spent.items()))
    print("median CPU, OCR included:", ", ".join(said))
    return score


def print_cost(files: Iterable[LabelledFile]) -> None:
    """Print CPU and peak memory of a fresh child a file, this reader beside two others."""
    spent: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in READERS}
    peak: dict[str, float] = dict.fromkeys(READERS, 0.0)
    for file in files:
        for name in READERS:
            cost = cost_of(name, file.data, file.media_type)
            if cost is not None:
                spent[name][file.label.family].append(cost.cpu_ms)
                peak[name] = max(peak[name], cost.peak_mb)
    for name in READERS:
        every = [ms for family in spent[name].values() for ms in family]
        if not every:
            continue
        worst = max(spent[name], key=lambda family: statistics.median(spent[name][family]))
        print(f"{name}: median {statistics.median(every):.0f} ms CPU over {len(every)} files,", end=" ")
        print(f"worst family {worst} {statistics.median(spent[name][worst]):.0f} ms,", end=" ")
        print(f"highest {max(every):.0f} ms, peak resident {peak[name]:.0f} MB")


def _share(score: Score, name: str, family: str) -> str:
    asked = score.asked[name, family]
    return f"{score.right[name, family]}/{asked}" if asked else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
