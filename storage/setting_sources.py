"""Where settings come from: command line, environment, cfit.toml; a name nobody knows is refused."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from rapidfuzz import fuzz, process

from pact.errors import PactError

FILE_NAME = "cfit.toml"
FILE_NAME = "cfit.toml"
DEFAULT_HOME = "cfit-data"


class SettingsError(PactError):
    """A setting, or what it points to, cannot be used; the text is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of one setting besides its type.

    ``expects`` completes the sentence "NAME must be ..."; ``secret`` keeps the value out of every
    message; ``later`` says that it is accepted and nothing reads it yet; ``name`` is the name in
    the environment where that is not CFIT_ and the field's name.
    """

    expects: str
    secret: bool = False
    later: bool = False
    name: str = ""


def setting_of(cls: type[BaseSettings], field_name: str) -> Setting:
    """Return what is known of the setting kept in ``field_name``."""
    found = [m for m in cls.model_fields[field_name].metadata if isinstance(m, Setting)]
    return found[0]


def environment_name(cls: type[BaseSettings], field_name: str) -> str:
    """Return the name under which the environment gives ``field_name``, such as CFIT_LISTEN."""
    return setting_of(cls, field_name).name or f"CFIT_{field_name.upper()}"


def where_given(cls: type[BaseSettings], field_name: str) -> str:
    """Return the place that gives ``field_name`` when the command line does not."""
    name = environment_name(cls, field_name)
    return "environment" if {name, f"{name}_FILE"} & os.environ.keys() else FILE_NAME


def settable_fields(cls: type[BaseSettings]) -> list[str]:
    """Return the names of the fields that are settings, in the order in which they are declared."""
    return [name for name in cls.model_fields if name != "origins"]


class Layer(PydanticBaseSettingsSource):
    """One place that values come from; ``origins`` says in words where it found each."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls)
        self.origins: dict[str, str] = {}

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Return nothing: a layer is read as a whole, since unknown names must be seen too."""
        return None, field_name, False

    def pick(self, given: Mapping[str, Any], names: dict[str, str], place: str, base: Path) -> dict[str, Any]:
        """Return value by field from ``given``, following NAME_FILE (relative to ``base``).

        ``names`` maps a name as given to its field. Raises SettingsError when a value is given
        twice or its file cannot be read.
        """
        values: dict[str, Any] = {}
        for name, field_name in names.items():
            file_name = name + ("_FILE" if name.isupper() else "_file")
            if given.get(name, "") != "":
                values[field_name], self.origins[field_name] = given[name], place
            if given.get(file_name, "") == "":
                continue
            if field_name in values:
                raise SettingsError(f"Both {name} and {file_name} are set: keep one of them.")
            values[field_name] = _text_of(base / str(given[file_name]), file_name)
            self.origins[field_name] = f"{place}, {file_name}"
        return values


class EnvironmentLayer(Layer):
    """CFIT_... and SLACK_... of the process's environment."""

    def __call__(self) -> dict[str, Any]:
        """Return value by field. Raises SettingsError on a CFIT_ name that is no setting."""
        names = {environment_name(self.settings_cls, f): f for f in settable_fields(self.settings_cls)}
        known = [spelling for name in names for spelling in (name, f"{name}_FILE")]
        for name in sorted(os.environ):
            # CFIT_TEST_... steers the tests, and nothing else reads it.
            if name.startswith("CFIT_") and not name.startswith("CFIT_TEST_") and name not in known:
                raise SettingsError(_unknown(f"The environment sets {name}", name, known))
        return self.pick(os.environ, names, "environment", Path.cwd())


class FileLayer(Layer):
    """CFIT_HOME/cfit.toml; its keys are the names of the environment without CFIT_, in small letters."""

    def __call__(self) -> dict[str, Any]:
        """Return value by field. Raises SettingsError on a file that is no TOML and on unknown keys."""
        home = Path(str(self.current_state.get("home", DEFAULT_HOME))).expanduser()
        path = home / FILE_NAME
        given = _toml(path)
        if "home" in given or "home_file" in given:
            raise SettingsError(
                f"{path} sets home, but the file is found by it: give CFIT_HOME in the environment or --home."
            )
        names = {field: field for field in settable_fields(self.settings_cls) if field != "home"}
        known = [spelling for name in names for spelling in (name, f"{name}_file")]
        for name in given:
            if name not in known:
                raise SettingsError(
                    _unknown(f"{path} sets {name}", name.lower().removeprefix("cfit_"), known)
                )
        return self.pick(given, names, FILE_NAME, home)


class OriginLayer(Layer):
    """The last layer: it gives no value, only where the layers before it found theirs."""

    def __init__(self, settings_cls: type[BaseSettings], layers: tuple[Layer, ...]) -> None:
        super().__init__(settings_cls)
        self.layers = layers

    def __call__(self) -> dict[str, Any]:
        """Return the one field ``origins``; the first layer that knows a value is its origin."""
        command_line = self.settings_sources_data.get("InitSettingsSource", {})
        for layer in reversed(self.layers):
            self.origins |= layer.origins
        return {"origins": self.origins | dict.fromkeys(command_line, "command line")}


def _unknown(said: str, name: str, known: list[str]) -> str:
    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=70)
    advice = f"did you mean {near[0]}?" if near else "`cfit doctor` lists the names."
    return f"{said}, which is no setting: {advice}"


def _text_of(path: Path, name: str) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SettingsError(f"{name} names the file {path}, which cannot be read: {reason}.") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read as UTF-8 text: see its permissions.") from error
