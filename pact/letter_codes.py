"""What is found about the letters of a case, and what its applicant asks beside: clause, weight, words."""

from pact.finding_codes import Code, Severity

LETTER_CODES: dict[str, Code] = {
    "letter_undelivered": Code(Severity.ASK, "6.4.1", "A letter about this did not reach its reader"),
    "address_unreachable": Code(
        Severity.ASK, "6.4.1", "Letters to this address keep failing; none leaves for it by itself any more"
    ),
    # The legal clock pauses for nobody (6.4.2): that more time is asked for changes no date.
    "more_time_asked": Code(
        Severity.INFO, "6.4.2", "The applicant asks for more time; the Committee's month runs on"
    ),
}
"""Findings about letters and about what is written to us beside an application."""
