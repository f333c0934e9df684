"""The language of a dispatch: as stated, unless the words plainly say otherwise.

Function words settle most texts in microseconds; ``py3langid`` is asked only where they
do not, or where they contradict what is stated (page templates often state the wrong
language). A contradicted statement gives way to a sure detection and is flagged.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from depeche.normalise.language.words import SCRIPTS, WORDS, YIELDING
from depeche.records import CleanDispatch, Reject

# The part of a text that is looked at, in characters; more does not change the answer. Where the
# first sentences alone say without doubt what is stated, they are enough.
SAMPLE, OPENING = 800, 250
# So many times the second's words make the first language certain.
CLEAR = 2.5
DETECTED = 500
# What the detector may answer: languages of news wires, so that noise does not come out as Latin.
CANDIDATES = [
    "ar",
    "bg",
    "bs",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "gl",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "mk",
    "ms",
    "nl",
    "no",
    "nb",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
# The detector's probabilities are calibrated: gibberish stays under 0.6, a plain sentence is over 0.95.
SURE = 0.9
DOUBTFUL = 0.6
TELLING = 400
_WORD = re.compile(r"\w+")
_NAMES_IN = ("en", "fr", "es", "de", "pt", "it", "nl", "ar")
_UNDEFINED = {"und", "mul", "zxx", "mis", "root", "none", "null"}


def language(clean: CleanDispatch, text: str) -> tuple[str | None, str | None, str | None, list[str]]:
    """``(language, language_text, basis, flags)``.

    ``language`` is a BCP 47 base code or None; ``basis`` is stated, detected or hint.
    Flags: ``language_disagrees`` (text and statement differ), ``language_text_unknown``
    (the statement is no language). Raises Reject ``language_unknown`` for long noise.
    """
    stated_text = clean.language_text
    stated = code_of(stated_text) if stated_text else None
    flags = ["language_text_unknown"] if stated_text and stated is None else []
    if stated is not None:
        words, lead = by_words(text[:OPENING])
        if words == stated and lead >= CLEAR:
            return stated, stated_text, "stated", flags
    head = text[:SAMPLE]
    words, lead = by_words(head)
    if stated is not None:
        if words is None or words == stated or stated in YIELDING.get(words, ()) or lead < 2:
            return stated, stated_text, "stated", flags
        found, sure = detect(head)
        if found != words or sure < SURE:
            return stated, stated_text, "stated", flags
        if len(head) < 200:
            return stated, stated_text, "stated", [*flags, "language_disagrees"]
        return found, stated_text, "detected", [*flags, "language_disagrees"]
    if words is not None and lead >= CLEAR:
        return words, stated_text, "detected", flags
    found, sure = detect(head)
    if found is not None and sure >= SURE:
        return found, stated_text, "detected", flags
    if words is None and sure < DOUBTFUL and is_no_language(text):
        detail = "the text is long enough to tell its language, but is none; check charset and format"
        raise Reject("language_unknown", detail)
    hint = code_of(clean.language_hint) if clean.language_hint else None
    return hint, stated_text, "hint" if hint else None, flags


def is_no_language(text: str) -> bool:
    """Whether a text of TELLING characters or more looks like noise rather than a table.

    Tables and lists have digits and capitals; noise is symbols only, or letters only.
    """
    head = [c for c in text[:4000] if not c.isspace()]
    if len(head) < TELLING:
        return False
    letters = sum(map(str.isalpha, head)) / len(head)
    digits = sum(map(str.isdigit, head)) / len(head)
    upper = sum(map(str.isupper, head)) / len(head)
    return letters < 0.15 or (digits < 0.02 and upper < 0.03)


def by_words(text: str) -> tuple[str | None, float]:
    """The language whose function words the text has most of, and how many times the second's.

    A word of several languages counts for each by its share. None under three such words.
    """
    counts: dict[str, float] = {}
    for word, times in Counter(filter(WORDS.__contains__, _WORD.findall(text.lower()))).items():
        codes = WORDS[word]
        for code in codes:
            counts[code] = counts.get(code, 0.0) + times / len(codes)
    if not counts:
        return None, 0.0
    best, *rest = sorted(counts.items(), key=lambda item: -item[1])
    return (best[0] if best[1] >= 3 else None), best[1] / max(rest[0][1] if rest else 0, 0.5)


def detect(text: str) -> tuple[str | None, float]:
    """Language and probability by script, then by py3langid over CANDIDATES; (None, 0) without letters."""
    letters = [c for c in text[:400] if c.isalpha()]
    if len(letters) < 12:
        return None, 0.0
    for first, last, code in SCRIPTS:
        if sum(first <= c <= last for c in letters) * 2 > len(letters):
            return code, 0.99
    found, probability = _detector().classify(text[:DETECTED])
    return (str(found), float(probability)) if found in CANDIDATES else (None, 0.0)


@lru_cache(maxsize=1)
def _detector() -> Any:
    # Loading the model costs a tenth of a second: only who needs it pays.
    from py3langid.langid import (
        MODEL_FILE,
        LanguageIdentifier,
    )

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages([code for code in CANDIDATES if code in set(detector.nb_classes)])
    return detector


@lru_cache(maxsize=1024)
def code_of(stated: str) -> str | None:
    """The base code of a stated language: ``fr-FR``, ``FRA``, ``fre``, ``French``, ``français`` give ``fr``."""
    base = re.split(r"[-_;, ]", stated.strip().casefold(), maxsplit=1)[0]
    if base in _UNDEFINED:
        return None
    aliases = get_global("language_aliases")
    base = str(aliases.get(base, base))
    base = _ISO639_2B.get(base, base)
    if 2 <= len(base) <= 3 and base.isascii() and base.isalpha():
        try:
            Locale.parse(base)
        except (UnknownLocaleError, ValueError):
            return None
        return base
    return _by_name().get(stated.strip().casefold()) or _by_name().get(base)


# ISO 639-2 codes, which CLDR does not alias where they are the bibliographic form.
_ISO639_2B = {
    "alb": "sq", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr", "ger": "de", "gre": "el",
    "ice": "is", "mac": "mk", "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "arm": "hy",
    "baq": "eu", "bur": "my", "geo": "ka", "wel": "cy",
}  # fmt: skip


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for language_code in _NAMES_IN:
        for code, name in Locale(language_code).languages.items():
            if len(code) <= 3:
                names.setdefault(name.casefold(), code)
    for code in CANDIDATES:
        own = Locale(code).language_name
        if own:
            names.setdefault(own.casefold(), code)
    return names
