"""How printed signature blocks look that people fill in, sign and send back as scans, by set."""

from dataclasses import dataclass

from made_up.signature_blocks import Words

ORGANISATION, NAME, TITLE, ROLE, DATE, SIGNATURE = (
    "organisation",
    "name",
    "title",
    "participation_type",
    "date",
    "signature",
)
AS_THE_PACT = (ORGANISATION, NAME, TITLE, ROLE, DATE, SIGNATURE)


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A printed block. ``rules``: "grid", "rows", "cells", "dots", "lines" to write on, or "none".

    ``label``: "left", "above", "below" the line or "inside" the cell; ``share`` is the label's part of
    the width, 0 for a value right behind it. ``options``: "slashes", "stacked", "boxes", "boxes_stacked",
    "brackets". ``row_pt`` is the height of a row, ``columns`` how many rows stand side by side.
    ``translated``: "below" sets a label's translation in small type under it. ``size`` of type in points.
    """

    name: str
    rules: str = "grid"
    label: str = "left"
    share: float = 0.32
    suffix: str = ""
    size: float = 11
    row_pt: float = 26
    options: str = "slashes"
    columns: int = 1
    translated: str = ""
    order: tuple[str, ...] = AS_THE_PACT
    signed_word: bool = True
    footer: str = ""

    @property
    def has_boxes(self) -> bool:
        """Whether a box or a pair of brackets is printed for each option."""
        return self.options in ("boxes", "boxes_stacked", "brackets")


FORM_LAYOUTS: dict[str, tuple[FormLayout, ...]] = {
    "development": (
        FormLayout("form_grid"),
        FormLayout("form_grid_small", size=9, row_pt=20, share=0.38),
        FormLayout("form_dotted", rules="dots", suffix=":"),
        FormLayout("form_rows_boxes", rules="rows", options="boxes", row_pt=28),
        FormLayout("form_grid_stacked_boxes", options="boxes_stacked", row_pt=24),
        FormLayout("form_line_above", rules="lines", label="above", row_pt=38),
        FormLayout("form_open_colon", rules="none", share=0.3, suffix=":", row_pt=24),
        FormLayout("form_cells_two", rules="cells", label="inside", columns=2, row_pt=44, size=10),
        FormLayout("form_grid_translated", translated="below", row_pt=32, size=10),
        FormLayout("form_dotted_run", rules="dots", share=0, suffix=":", row_pt=25),
        FormLayout("form_grid_large", size=13, row_pt=34, footer="Page {page} of {page}"),
    ),
    "held_out": (
        FormLayout("paper_lines", rules="lines", suffix=":", row_pt=27, footer="- {page} -"),
        FormLayout("paper_below", rules="lines", label="below", row_pt=40, options="boxes"),
        FormLayout("paper_cells", rules="cells", label="inside", row_pt=38, size=10, options="brackets"),
        FormLayout("paper_grid_last", order=(NAME, TITLE, ORGANISATION, ROLE, SIGNATURE, DATE), row_pt=25),
        FormLayout("paper_rows_stacked", rules="rows", options="stacked", row_pt=23, suffix=":"),
        FormLayout(
            "paper_dots_translated",
            rules="dots",
            translated="below",
            row_pt=34,
            options="boxes_stacked",
            footer="Please return a signed copy",
        ),
        FormLayout("paper_two", rules="lines", label="above", columns=2, row_pt=42, size=10),
        FormLayout("paper_grid_tiny", size=8.5, row_pt=19, share=0.28, options="brackets"),
        FormLayout("paper_open", rules="none", label="above", row_pt=34, signed_word=False),
        FormLayout("paper_lines_run", rules="lines", share=0, row_pt=26, suffix=" :"),
        FormLayout(
            "paper_grid_wide", share=0.45, row_pt=30, size=12, footer="Version for signature, p. {page}"
        ),
    ),
}
"""The layouts of each set; none is in both."""

FORM_WORDS: dict[str, tuple[Words, ...]] = {
    "development": (
        Words(),
        Words(),
        Words(
            organisation="Organisation",
            options=("coordinating organisation", "procuring organisation", "both"),
        ),
        Words(
            "Organisation / Organisatie",
            "Name / Naam",
            "Title / Functie",
            "Participation type / Soort deelname",
            "Date / Datum",
            "Signature / Handtekening",
        ),
        Words(
            "Organization / Organisation",
            "Name / Name",
            "Title / Funktion",
            "Participation type / Art der Teilnahme",
            "Date / Datum",
            "Signature / Unterschrift",
        ),
    ),
    "held_out": (
        Words(),
        Words(),
        Words("ORGANIZATION", "NAME", "TITLE", "PARTICIPATION TYPE", "DATE", "SIGNATURE"),
        Words(
            "Organisation / Organisation",
            "Name / Nom",
            "Title / Fonction",
            "Participation type / Type de participation",
            "Date / Date",
            "Signature / Signature",
        ),
        Words(
            "Organization / Organisasjon",
            "Name / Navn",
            "Title / Stilling",
            "Participation type / Deltakertype",
            "Date / Dato",
            "Signature / Underskrift",
        ),
    ),
}
"""What the layouts print; a translation stands behind the slash."""
