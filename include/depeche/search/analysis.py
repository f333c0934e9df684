"""From text to the words that are looked up: folded, then stemmed by the rules of the text's language.

Accents go before the stemmer sees a word, so that ``elysee`` and ``Élysée`` have one stem. Each
dispatch is analysed by its own language, each word of a query by every language that the index
holds. Scripts without blanks become pairs of signs: 中国人 is 中国 国人.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import tantivy

# Goes up whenever the same text gives other words: indexes of another number are made again.
VERSION = 1
# Primary language subtag → the Snowball stemmer that tantivy brings.
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
# All other languages, and texts whose language cannot be told.
PLAIN = "plain"
# Longer ones are no words; in UTF-8 bytes.
LONGEST = 160

# Thai, Lao, Burmese, Khmer; kana; Han. Hangul has blanks, but its particles cling to the words.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
# Where there are letters whose marks tantivy does not fold; between them lie dashes and quotation marks.
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u2c00-\uffff]")
# Greek tonos, ё; pointed Hebrew and Arabic, the tatweel: written or not as the writer likes.
_MARKED = {
    ord(letter): unicodedata.normalize("NFD", letter)[0]
    for letter in map(chr, [*range(0x370, 0x400), *range(0x1F00, 0x2000), 0x401, 0x451])
    if unicodedata.decomposition(letter) and unicodedata.normalize("NFD", letter)[0].isalpha()
}
_MARKS = dict.fromkeys([*range(0x591, 0x5C8), *range(0x64B, 0x660), 0x640, 0x670])
_FOLDED = _MARKED | _MARKS
# As Lucene's German normalisation: teleprinters wrote Praesident, Muenchen; not Quelle, Bauer.
_GERMAN = re.compile(r"(?<![aeiouqAEIOUQ])ue|ae|oe", re.IGNORECASE)
# Its stemmer knows eleições as the plural of eleição by the tilde, which is folded before.
_PORTUGUESE = re.compile(r"(?:[õo]es|ã[eo]s)\b", re.IGNORECASE)

Words = list[str]


def analysis_of(language: str | None) -> str:
    """The analysis of texts in this language (a BCP 47 code): ``fr``, ``en`` … or ``plain``."""
    primary = (language or "").partition("-")[0].lower()
    return primary if primary in STEMMERS else PLAIN


@cache
def analyzer(analysis: str, *, stem: bool = True) -> tantivy.TextAnalyzer:
    """tantivy's part of an analysis: words, small letters, no accents, stems."""
    plain = analysis == PLAIN
    # Words of Indian scripts hold marks that tantivy's simple tokenizer splits them at.
    tokenizer = tantivy.Tokenizer.regex(r"[\p{L}\p{M}\p{N}]+") if plain else tantivy.Tokenizer.simple()
    builder = tantivy.TextAnalyzerBuilder(tokenizer).filter(tantivy.Filter.remove_long(LONGEST))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if stem and not plain:
        builder = builder.filter(tantivy.Filter.stemmer(STEMMERS[analysis]))
    return builder.build()


def tokens(text: str, analysis: str) -> tantivy.PreTokenizedString:
    """The words of ``text`` with their positions, for the index."""
    return analyzer(analysis).pre_tokenize(_singular(prepare(text, analysis), analysis))


def whole(text: str, analysis: str) -> tantivy.PreTokenizedString:
    """The same without stems: what a beginning is compared with."""
    return analyzer(analysis, stem=False).pre_tokenize(prepare(text, analysis))


def words(text: str, analysis: str) -> Words:
    """The words of ``text`` as they stand in the index."""
    return analyzer(analysis).analyze(_singular(prepare(text, analysis), analysis))


def folded(text: str, analysis: str = PLAIN) -> Words:
    """The words of ``text`` in small letters and without accents, but whole."""
    return analyzer(analysis, stem=False).analyze(prepare(text, analysis))


def prepare(text: str, analysis: str) -> str:
    """What has to be done to ``text`` before tantivy's analyzers: they do not do it."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _BEYOND_LATIN.search(text):
            text = _UNSPACED_RUN.sub(_pairs, text.translate(_FOLDED))
    return _GERMAN.sub(_umlaut, text) if analysis == "de" else text


def _singular(text: str, analysis: str) -> str:
    return _PORTUGUESE.sub("ao", text) if analysis == "pt" else text


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script without blanks, and so looked up by pairs of signs."""
    return _UNSPACED_RUN.match(word) is not None


def _pairs(run: re.Match[str]) -> str:
    signs = run[0]
    pairs = [signs[at : at + 2] for at in range(len(signs) - 1)] or [signs]
    return f" {' '.join(pairs)} "


def _umlaut(found: re.Match[str]) -> str:
    return found[0][0]
