"""How well the wants of made-up mails are found: counts by want and by language."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from made_up.wanting import WantingMail

from intake.wants.want import Want
from intake.wants.wants import wants_of


@dataclass
class WantsScore:
    """Counts by (language, want): wanted, found surely, found at all, and surely but wrongly."""

    wanted: Counter[tuple[str, Want]] = field(default_factory=Counter)
    sure: Counter[tuple[str, Want]] = field(default_factory=Counter)
    found: Counter[tuple[str, Want]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, Want]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def precision(self) -> float:
        """Return the share of sure wants that are wanted (0..1)."""
        sure, wrong = self.sure.total(), self.wrong.total()
        return sure / (sure + wrong) if sure + wrong else 1.0

    def recall(self) -> float:
        """Return the share of what is wanted that is found surely (0..1)."""
        return self.sure.total() / self.wanted.total() if self.wanted else 1.0

    def lines(self) -> Iterator[str]:
        """Yield the figures as lines, by language, then by want."""
        for place, groups in enumerate((sorted({key[0] for key in self.wanted}), list(Want))):
            for group in groups:
                counts = [
                    _of_group(one, place, group) for one in (self.wanted, self.sure, self.found, self.wrong)
                ]
                if counts[0] or counts[3]:
                    said = "wanted {:>3}, sure {:>3}, found {:>3}, wrong {:>2}".format(*counts)
                    yield f"  {group:<18} {said}"


def score_wants(mails: Iterable[WantingMail]) -> WantsScore:
    """Return the counts over some mails."""
    score = WantsScore()
    for mail in mails:
        found = wants_of(mail.text, mail.subject)
        wanted = mail.wants - {Want.OTHER}
        sure = {one.want for one in found if one.sure}
        score.wanted.update((mail.language, want) for want in wanted)
        score.sure.update((mail.language, want) for want in sure & wanted)
        score.found.update((mail.language, one.want) for one in found if one.want in wanted)
        score.wrong.update((mail.language, want) for want in sure - wanted)
        if sure != wanted:
            score.misses.append(
                f"{mail.language} “{mail.subject}”: wants {_names(wanted)}, sure of {_names(sure)}"
            )
    return score


def _of_group(counts: Counter[tuple[str, Want]], place: int, group: str) -> int:
    return sum(count for key, count in counts.items() if key[place] == group)


def _names(wants: Iterable[Want]) -> str:
    return ", ".join(sorted(wants)) or "nothing"
