"""The editions whose fingerprints come with the product: files beside this module, made by
`cfit pact fingerprint`."""

import json
from functools import cache
from importlib.resources import files

from intake.wording.edition_json import edition_from_json
from pact.wording import Edition


@cache
def shipped_editions() -> tuple[Edition, ...]:
    """Return the editions that this release knows, the oldest first."""
    found = (file for file in files("intake.wording").iterdir() if file.name.endswith(".json"))
    editions = (edition_from_json(json.loads(file.read_text("utf-8"))) for file in found)
    return tuple(sorted(editions, key=lambda edition: edition.in_force))
