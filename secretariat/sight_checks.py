"""What `cfit doctor` says about reading: how its processes are shut in, and which pictures can be read."""

from collections.abc import Collection, Iterator

from intake.ocr.eyes import EyesClosedError
from intake.ocr.languages import language_files
from intake.sandbox.ocr_process import OcrProcess
from intake.sandbox.system_calls import can_refuse_calls
from secretariat.health_checks import Health, Result

LATIN = {
    "eng": "English",
    "nld": "Dutch",
    "deu": "German",
    "fra": "French",
    "nor": "Norwegian",
    "swe": "Swedish",
    "dan": "Danish",
    "spa": "Spanish",
    "ita": "Italian",
    "pol": "Polish",
    "por": "Portuguese",
    "fin": "Finnish",
}
"""Languages that papers about the Pact are likely to be written in, by tesseract's codes."""

OTHER_SCRIPTS = {"ell": "Greek", "bul": "Bulgarian"}
"""Likely languages of which the first reader knows no letters, or no accents."""


def examine_sight() -> Iterator[Result]:
    """Yield how reading stands: its walls, its OCR process and its languages."""
    yield _walls()
    yield _ocr_process()
    yield from languages_found(language_files())


def languages_found(there: Collection[str]) -> Iterator[Result]:
    """Yield which languages are there for pictures, which likely ones are missing, and what that costs."""
    likely = LATIN | OTHER_SCRIPTS
    known = [name for code, name in likely.items() if code in there]
    others = len(set(there) - set(likely))
    said = f"{', '.join(known) or 'None'}{f' and {others} more' if others else ''}."
    yield Result("languages of scans", Health.GOOD, said, value=len(known))
    if "eng" not in there:
        yield Result(
            "no English for scans",
            Health.BAD,
            "The text of scanned copies cannot be compared with the Pact: make the environment anew.",
        )
    missing = [code for code in LATIN if code not in there and code != "eng"]
    if missing:
        yield Result(
            "languages missing for scans",
            Health.NOTE,
            f"{_names(missing)}: names and dates are read all the same; scanned letters are read as if they "
            f"were English, and more is asked. {_packs(missing)}",
            value=" ".join(missing),
        )
    unreadable = [code for code in OTHER_SCRIPTS if code not in there]
    if unreadable:
        yield Result(
            "scripts missing for scans",
            Health.NOTE,
            f"{_names(unreadable)}: what is printed so on a scan or photo is not read, and waits for a "
            f"person with its crop. {_packs(unreadable)}",
            value=" ".join(unreadable),
        )


def _walls() -> Result:
    if can_refuse_calls():
        said = "Documents and pictures are read in processes that may make few system calls (seccomp)."
        return Result("reading", Health.GOOD, said)
    said = (
        "This machine's kernel cannot filter system calls (seccomp), or their numbers are not known here: "
        "reading processes are held by their other limits only."
    )
    return Result("reading", Health.NOTE, said)


def _ocr_process() -> Result:
    ocr = OcrProcess()
    try:
        ocr.start()
    except EyesClosedError:
        said = (
            "The OCR process does not start: scans and photos go unread, and wait for a person. Try "
            "`python -I -c 'import intake.ocr.engines'` in the environment, and make it anew if that fails."
        )
        return Result("ocr", Health.BAD, said)
    finally:
        ocr.end()
    return Result("ocr", Health.GOOD, "Scans and photos are read in a process of their own.")


def _names(codes: Collection[str]) -> str:
    likely = LATIN | OTHER_SCRIPTS
    return ", ".join(likely[code] for code in codes)


def _packs(codes: Collection[str]) -> str:
    some = ",".join(codes)
    return f"On Debian: apt-get install tesseract-ocr-{some if len(codes) == 1 else f'{{{some}}}'}"
