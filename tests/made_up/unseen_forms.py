"""Forms of the set "unseen": filled fields, and printed forms that somebody typed and drew over."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from random import Random

import pikepdf
from made_up.labels import MadeDocument
from made_up.unseen_drawn import blank_places, draw_around
from made_up.unseen_pen import Page, put_signature
from made_up.unseen_signing import (
    FIELDS,
    ROLES,
    Printed,
    Signing,
    draw_printed,
    draw_signing,
    signed_label,
)
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

FORM_LAYOUTS = ("ledger", "rule_and_caption", "caption_above", "inside_cells", "dotted", "numbered")
OVERLAY_MARKS = ("circle", "underline", "strike", "highlight", "tick_over_box", "x_over_box")
FORM_MARKS = ("checkboxes", "radio", "dropdown")


def typed_over(rng: Random) -> MadeDocument:
    """Return a printed form with text, marks and a signature laid over it, as viewers do."""
    layout = rng.choice(FORM_LAYOUTS)
    signing = draw_signing(rng, OVERLAY_MARKS, "cp1252", ("picture", "vector", "typed", ""))
    printed = draw_printed(rng, "cp1252")
    base = "box_tick" if signing.mark.endswith("_box") else "none"
    page, places = _blank(rng, printed, layout, base)
    over = BytesIO()
    canvas = Canvas(over, pagesize=(page.width, page.height), invariant=1)
    _overlay(canvas, page, signing, printed, places)
    canvas.save()
    with pikepdf.open(BytesIO(page.finish())) as form, pikepdf.open(over) as laid:
        _lay_over(form, laid)
        data = _saved(form)
    return MadeDocument("pact.pdf", data, signed_label([signing], "typed_over", layout))


def filled_form(rng: Random) -> MadeDocument:
    """Return a form of fields with values; about half of them lack the pictures that a viewer would draw."""
    layout, mark = rng.choice(FORM_LAYOUTS), rng.choice(FORM_MARKS)
    signing = draw_signing(rng, (mark,), "latin1", ("picture", "typed", ""))
    if mark != "checkboxes" and len(signing.marked) > 1:
        signing = replace(signing, marked=signing.marked[:1])
    printed = draw_printed(rng, "latin1")
    page, places = _blank(rng, printed, layout, "box_tick" if mark != "dropdown" else "nothing")
    names = rng.choice((_plain_names, _numbered_names))
    _add_widgets(page, signing, places, names)
    if signing.signature == "picture" and signing.who:
        x, y = places["signature"]
        put_signature(page, x, y - 24, signing.who.name, "picture")
    with pikepdf.open(BytesIO(page.finish())) as form:
        if mark == "dropdown":
            _add_dropdown(form, signing, printed, places["participation_type"])
        bare = rng.random() < 0.5
        if bare:
            _take_pictures(form)
        data = _saved(form)
    name = "form_without_pictures" if bare else "form"
    return MadeDocument("pact.pdf", data, signed_label([signing], name, layout))


def _blank(
    rng: Random, printed: Printed, layout: str, base: str
) -> tuple[Page, dict[str, tuple[float, float]]]:
    """Return a page with a printed form whose roles are unmarked, and where its values begin."""

    def before(page: Page) -> None:
        page.write_pact(rng)
        page.turn()
        draw_around(page, printed, rng)

    return blank_places(layout, printed, Signing(mark=base), before)


def _lay_over(form: pikepdf.Pdf, laid: pikepdf.Pdf) -> None:
    # add_overlay() would do, if it did not name what it adds by chance.
    last, shown = form.pages[-1], form.copy_foreign(laid.pages[0].as_form_xobject())
    last.obj.Resources.XObject = last.obj.Resources.get("/XObject", Dictionary())
    last.obj.Resources.XObject["/Typed"] = shown
    last.contents_add(b"q", prepend=True)
    last.contents_add(b"Q q /Typed Do Q")


def _overlay(
    canvas: Canvas, page: Page, signing: Signing, printed: Printed, places: dict[str, tuple[float, float]]
) -> None:
    assert signing.who
    canvas.setFont("Courier", 10)
    for field in ("organisation", "name", "title", "date"):
        x, y = places[field]
        for number, line in enumerate(page.broken(signing.value(field), places["width_" + field][0] * 0.86)):
            canvas.drawString(x + 2, y - 11 * number, line)
    x, y = places["signature"]
    laid = page.twin(canvas)
    put_signature(laid, x + 3, y - 24, signing.who.name, signing.signature)
    for role in ROLES:
        left, low, right = page.roles[role]
        if signing.mark.endswith("_box"):
            if role in signing.marked:
                canvas.setFont("ZapfDingbats" if signing.mark.startswith("tick") else "Helvetica-Bold", 12)
                canvas.drawString(left - 16, low - 0.5, "✔" if signing.mark.startswith("tick") else "X")
        else:
            _pen_mark(canvas, signing, role, (left, low, right))


def _pen_mark(canvas: Canvas, signing: Signing, role: str, place: tuple[float, float, float]) -> None:
    left, low, right = place
    canvas.setLineWidth(1.2)
    canvas.setStrokeColorRGB(0.7, 0.05, 0.1)
    is_marked = role in signing.marked
    if signing.mark == "strike" and signing.marked and not is_marked:
        canvas.line(left - 1, low + 3.2, right + 1, low + 3.2)
    elif signing.mark == "circle" and is_marked:
        canvas.ellipse(left - 5, low - 5, right + 5, low + 12)
    elif signing.mark == "underline" and is_marked:
        canvas.line(left, low - 2, right, low - 2)
    elif signing.mark == "highlight" and is_marked:
        canvas.saveState()
        canvas.setFillColorRGB(0.6, 1, 0.2, alpha=0.45)
        canvas.rect(left - 1, low - 3, right - left + 2, 13, stroke=0, fill=1)
        canvas.restoreState()


def _plain_names(field: str) -> str:
    return {"participation_type": "type"}.get(field, field)


def _numbered_names(field: str) -> str:
    return f"Text{FIELDS.index(field) + 1}" if field in FIELDS else f"Box{ROLES.index(field) + 1}"


def _add_widgets(
    page: Page, signing: Signing, places: dict[str, tuple[float, float]], names: Callable[[str], str]
) -> None:
    form = page.canvas.acroForm
    for field in ("organisation", "name", "title", "date", "signature"):
        if field == "signature" and signing.signature != "typed":
            continue
        x, y = places[field]
        width = places["width_" + field][0] - 4
        small = page.width_of(signing.value(field), 10) > width - 8
        form.textfield(
            name=names(field),
            value=signing.value(field),
            x=x,
            y=y - 4,
            width=width,
            height=15,
            fontName="Helvetica",
            fontSize=5.5 if small else 9.5,
            borderWidth=0,
            fillColor=None,
        )
    for role in ROLES:
        left, low, _ = page.roles.get(role, (0, 0, 0))
        if signing.mark == "checkboxes":
            form.checkbox(
                name=names(role),
                checked=role in signing.marked,
                x=left - 17,
                y=low - 1.5,
                size=10,
                buttonStyle="check",
                borderWidth=0.5,
            )
        elif signing.mark == "radio":
            form.radio(
                name="participation",
                value=role,
                selected=role in signing.marked,
                x=left - 17,
                y=low - 1.5,
                size=10,
                buttonStyle="cross",
                shape="square",
                borderWidth=0.5,
            )


def _add_dropdown(form: pikepdf.Pdf, signing: Signing, printed: Printed, place: tuple[float, float]) -> None:
    x, y = place
    chosen = printed.options[signing.marked[0]] if signing.marked else ""
    shown = form.make_stream(
        f"/Tx BMC q BT /Helv 9.5 Tf 0 g 2 4 Td ({chosen}) Tj ET Q EMC".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 170, 15]),
        Resources=form.Root.AcroForm.DR,
    )
    box = form.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Ch,
            Ff=1 << 17,
            T=String("Participation"),
            Opt=Array([String(said) for said in ("", *printed.options.values())]),
            V=String(chosen),
            Rect=Array([x, y - 4, x + 170, y + 11]),
            F=4,
            DA=String("/Helv 9.5 Tf 0 g"),
            AP=Dictionary(N=shown),
        )
    )
    form.pages[-1].Annots.append(box)
    form.Root.AcroForm.Fields.append(box)


def _take_pictures(form: pikepdf.Pdf) -> None:
    form.Root.AcroForm.NeedAppearances = True
    for box in form.pages[-1].Annots:
        if box.get("/FT") in (Name.Tx, Name.Ch) and "/AP" in box:
            del box.AP


def _saved(form: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    form.save(file, deterministic_id=True)
    return file.getvalue()
