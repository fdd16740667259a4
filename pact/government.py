"""Whether an organisation's name looks like that of a government or agency (Pact 2.1.3)."""

from pact.folding import words_of
from pact.judgement import Answer, Judgement
from pact.legal_forms import LegalForm, without_legal_form
from pact.organisation_kinds import KindSeen, Standing, kinds_in


def looks_like_government(name: str) -> Judgement:
    """Return whether a national, regional or local government or agency bears the name.

    That is what a coordinating organisation should be (Pact 2.1.3). NO means that a word or the
    legal form says something else; CANNOT_TELL that nothing says anything, or that two words
    disagree. It never settles the matter: other public bodies have coordinated.
    """
    _, form = without_legal_form(words_of(name))
    found = kinds_in(name)
    speaks_for = _first(found, Standing.GOVERNMENT) or _first(found, Standing.PERHAPS)
    against = _first(found, Standing.PUBLIC, Standing.PRIVATE)
    if form is not None:
        return _judge_form(form, speaks_for)
    if speaks_for is not None and against is not None:
        return _judge_both(speaks_for, against)
    if speaks_for is not None:
        return Judgement(Answer.YES, f"{says(speaks_for)}.")
    if against is not None:
        return Judgement(Answer.NO, f"{says(against)}.")
    unclear = _first(found, Standing.UNCLEAR)
    if unclear is not None:
        return Judgement(Answer.CANNOT_TELL, f"{says(unclear)}, which may or may not be a government's.")
    return Judgement(Answer.CANNOT_TELL, f'No word in "{name}" says what kind of body it is.')


def says(found: KindSeen) -> str:
    """Return the start of a sentence: '"Gemeente" says a municipality'."""
    return f'"{found.seen.word}" says {found.kind.what}'


def _first(found: list[KindSeen], *standings: Standing) -> KindSeen | None:
    return next((one for one in found if one.kind.standing in standings), None)


def _judge_form(form: LegalForm, speaks_for: KindSeen | None) -> Judgement:
    is_form = f'"{form.written}" is the legal form of {form.what}'
    if speaks_for is None:
        return Judgement(Answer.NO, f"{is_form}.")
    return Judgement(Answer.CANNOT_TELL, f"{says(speaks_for)}, but {is_form}.")


def _judge_both(speaks_for: KindSeen, against: KindSeen) -> Judgement:
    # The first word is mostly the body itself, and what follows its field: a Ministry of
    # Universities is a ministry, and the University Hospital of a county is a hospital.
    if against.seen.place < speaks_for.seen.place:
        return Judgement(Answer.NO, f"{says(against)}.")
    if speaks_for.kind.standing is Standing.GOVERNMENT:
        return Judgement(Answer.YES, f"{says(speaks_for)}.")
    return Judgement(Answer.CANNOT_TELL, f"{says(speaks_for)}, but {says(against)}.")
