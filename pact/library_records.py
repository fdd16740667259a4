"""The criteria of a document as records: number, requirement, level, proof, product and phase."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pact.library_levels import is_proof_word, level_of_head, level_parts, proof_in
from pact.library_numbers import criterion_number, without_number
from pact.library_passages import CriterionRecord, Passage, PassageKind, cells_of

_HEADS: dict[str, str] = {
    "phase": r"phase|fase|etapa|stage",
    "level": r"level|niveau|nivel|nivå|ambition level|ambitieniveau",
    "product": r"product(?: group)?s?|produkt(?:gruppe)?|productgroep|produits?|producto",
    "requirement": r"requirements?|anforderung|exigences?|requisitos?|eis|vereiste|threshold|value|wert|"
    r"valeur|waarde|kravtekst",
    "name": r"criterion|criteria|criterium|kriterium|kriterien|crit[eè]res?|criterios?|kriterie|krav|subject|"
    r"topic|onderwerp|thema|objet|aspect",
}
_PHASES: dict[str, str] = {
    "technical specification": r"technical specification|technische eis|technische spezifikation|"
    r"sp[eé]cifications? techniques?|especificaci[oó]n(?:es)? t[eé]cnicas?|kravspesifikasjon",
    "award criterion": r"award criteri|gunningscriteri|zuschlagskriteri|crit[eè]res? d.attribution|"
    r"criterios? de adjudicaci[oó]n|tildelingskriteri",
    "contract performance clause": r"contract performance|contract clause|uitvoeringsvoorwaarde|"
    r"ausf[uü]hrungsbedingung|clauses? d.ex[eé]cution|condici[oó]n(?:es)? de ejecuci[oó]n|kontraktsvilk[aå]r",
    "selection criterion": r"selection criteri|geschiktheidseis|eignungskriteri|crit[eè]res? de s[eé]lection|"
    r"criterios? de selecci[oó]n|kvalifikasjonskrav",
}
_PREFIXES = {
    "TS": "technical specification",
    "AC": "award criterion",
    "CPC": "contract performance clause",
    "SC": "selection criterion",
}


def records_of(
    passages: Sequence[Passage], level_words: tuple[str, ...], product_groups: tuple[str, ...]
) -> tuple[CriterionRecord, ...]:
    """Return the criteria that the document gives in a table, or under numbered titles, in its order."""
    product = product_groups[0] if len(product_groups) == 1 else ""
    records: list[CriterionRecord] = []
    for (path, _), group in groupby(passages, key=lambda one: (one.path, one.header)):
        section = list(group)
        if section[0].kind is PassageKind.TABLE_ROW:
            for row in section:
                records += _of_row(row, level_words)
        elif path and criterion_number(path[-1]):
            records += _of_section(section, level_words)
    return tuple(replace(one, product=one.product or product) for one in records)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of a table says what; ``levels`` are the columns that are a level each."""

    named: dict[str, int]
    levels: tuple[tuple[int, str], ...]

    def cell(self, cells: Sequence[str], name: str) -> str:
        at = self.named.get(name, -1)
        return cells[at] if 0 <= at < len(cells) else ""


def _of_row(row: Passage, level_words: tuple[str, ...]) -> Iterator[CriterionRecord]:
    columns = _columns(cells_of(row.header), level_words) if row.header else None
    if columns is None:
        return
    cells = cells_of(row.text)
    base = CriterionRecord(
        criterion=row.criterion,
        requirement=columns.cell(cells, "requirement"),
        level=columns.cell(cells, "level").lower(),
        verification=columns.cell(cells, "proof"),
        product=columns.cell(cells, "product") or row.product_group,
        phase=columns.cell(cells, "phase") or _phase(row),
        passage=row.number,
        name=columns.cell(cells, "name"),
    )
    for at, level in columns.levels:
        if at < len(cells) and cells[at]:
            yield replace(base, level=level, requirement=cells[at])
    if not columns.levels and base.requirement:
        yield base


def _columns(heads: Sequence[str], level_words: tuple[str, ...]) -> _Columns | None:
    """Return what the columns of a table of criteria say, None for any other table."""
    named: dict[str, int] = {}
    levels: list[tuple[int, str]] = []
    for at, head in enumerate(heads):
        plain = head.strip(" *_:.")
        level = level_of_head(plain, level_words)
        if level:
            levels.append((at, level))
        elif is_proof_word(plain):
            named.setdefault("proof", at)
        else:
            named.setdefault(_head_of(plain), at)
    # "Criterion" over the only column of words holds what is asked; beside "Requirement" it is a name.
    if "requirement" not in named and not levels and "name" in named:
        named["requirement"] = named.pop("name")
    speaks = bool(levels) and "name" in named
    return _Columns(named, tuple(levels)) if speaks or _is_table_of_criteria(named) else None


def _head_of(plain: str) -> str:
    found = (name for name, pattern in _HEADS.items() if re.fullmatch(pattern, plain, re.IGNORECASE))
    return next(found, "")


def _is_table_of_criteria(named: dict[str, int]) -> bool:
    return "requirement" in named and any(name in named for name in ("name", "level", "proof", "phase"))


def _of_section(section: Sequence[Passage], level_words: tuple[str, ...]) -> Iterator[CriterionRecord]:
    """Yield the criteria of one numbered section; its word about the proof goes for all of them."""
    title = section[0].path[-1]
    found: list[CriterionRecord] = []
    proof = ""
    for passage in section:
        if passage.kind is PassageKind.FOOTNOTE:
            continue
        said = proof_in(passage.text)
        proof = proof or said
        found += [
            CriterionRecord(
                criterion=criterion_number(title),
                requirement=text,
                level=level,
                verification="",
                product=passage.product_group,
                phase=_phase(passage),
                passage=passage.number,
                name=without_number(title),
            )
            for level, text in _requirements(passage, level_words, is_proof=bool(said))
        ]
    # Beside what is asked at a level, a sentence without one only explains.
    asked = [one for one in found if one.level] or found
    yield from (replace(one, verification=proof) for one in asked)


def _requirements(passage: Passage, level_words: tuple[str, ...], *, is_proof: bool) -> list[tuple[str, str]]:
    parts = [
        (part.level, part.text) for part in level_parts(passage.text, level_words) if part.level and part.text
    ]
    if parts or is_proof:
        return parts
    return [(passage.level, passage.text)]


def _phase(passage: Passage) -> str:
    """Return the phase that the criterion's number or a title above it names, such as AC3."""
    numbers = (passage.criterion, *(criterion_number(title) for title in reversed(passage.path)))
    for number in numbers:
        letters = number.rstrip("0123456789.abcdefghijklmnopqrstuvwxyz- ")
        if letters in _PREFIXES:
            return _PREFIXES[letters]
    for title in reversed(passage.path):
        for name, words in _PHASES.items():
            if re.search(words, title, re.IGNORECASE):
                return name
    return ""
