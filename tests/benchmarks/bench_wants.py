"""What mails want, on made-up mails that the rules were not written on, and what reading them costs."""

import time
from pathlib import Path

import pytest
from made_up.wanting import BUILT_ON, KEPT, wanting_mails
from made_up.wants_score import score_wants

from intake.mail.parse import parse_mail
from intake.wants.corrections import corrections_in
from intake.wants.wants import wants_of

NASTY = {
    "a name a line": "Name: A\n" * 2_500,
    "a date a line": "Date: 14 June 2021\n" * 1_053,
    "one letter a sentence": ". A" * 6_667,
    "nothing but quotes": '"a ' * 6_667,
    "nothing but denials": "not " * 5_000,
    "one letter": "a" * 20_000,
    "blank lines": "\n " * 10_000,
    "signs that swell": "\ufdfa" * 20_000,
    "phrases begun and never ended": "we hereby withdraw our " * 870,
}
"""Texts of 20,000 characters."""


def test_on_mails_kept_apart_what_is_sure_is_right():
    for half in (BUILT_ON, KEPT):
        score = score_wants(wanting_mails(half))
        print(f"\nWants of the half {half}: precision {score.precision():.3f}, recall {score.recall():.3f}")
        print("\n".join((*score.lines(), *score.misses)))

    assert score.precision() >= 0.98


@pytest.mark.shared
def test_real_mails_about_other_things_surely_want_next_to_nothing(shared: Path):
    files = [one for one in sorted((shared / "mail").rglob("*")) if one.suffix in (".eml", ".email", ".txt")]
    parsed = [parse_mail(one.read_bytes()) for one in files if one.is_file()]
    written = [mail for mail in parsed if mail.own_text.strip()]

    sure = [one for mail in written for one in wants_of(mail.own_text, mail.subject) if one.sure]

    print(f"\nOf {len(written)} real mails about other things, sure wants: {len(sure)}")
    print("\n".join(f"  {one.want.value}: {one.sentence[:90]}" for one in sure))
    assert len(sure) <= 0.01 * len(written)


def test_twenty_thousand_hostile_characters_cost_little():
    wants_of("warm", "up")
    for name, text in NASTY.items():
        began = time.process_time()
        wants_of(text, "")
        corrections_in(text)
        took_ms = (time.process_time() - began) * 1000
        print(f"  {name:<30} {took_ms:6.1f} ms CPU")
        assert took_ms < 200
